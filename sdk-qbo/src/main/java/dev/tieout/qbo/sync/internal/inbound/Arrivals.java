package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.MetaData;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Holding;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Ripples;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.outbound.Turn;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Unlinked;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Standing;
import dev.tieout.sync.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets what was seen of one kind of record in QuickBooks change facts. Made for one reading of the feed. */
final class Arrivals<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private static final int CHUNK = 200;
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Parts parts;
    private final CompanyScope scope;
    private final Kind<L, E> kind;
    private final @Nullable Adoption<L, E> adoption;
    private final Merges merges;
    private final @Nullable Held<E> held;
    private final Ripples ripples = new Ripples();
    private @Nullable List<Intent> openCreates;
    private @Nullable List<Intent> unclearCreates;
    private @Nullable Set<String> apart;
    private final Map<String, E> unlinked = new HashMap<>();
    private final Set<String> linked = new HashSet<>();
    private boolean postponed;
    private boolean inQuestion;

    Arrivals(Parts parts, CompanyScope scope, Kind<L, E> kind, Merges merges) {
        this.parts = parts;
        this.scope = scope;
        this.kind = kind;
        this.merges = merges;
        this.held = held(parts, scope, kind, merges);
        this.adoption = kind instanceof TwoWay<L, E> both ? new Adoption<>(parts, scope, both) : null;
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's entity
    private static <E extends QboEntity> @Nullable Held<E> held(
            Parts parts, CompanyScope scope, Kind<?, ?> kind, Merges merges) {
        return kind instanceof Holding<?> ? new Held<>(parts, scope, merges, (Holding<E>) kind) : null;
    }

    /** Lets in what the changed entities hold of another kind, or have let go. */
    void followHeld(Instant since) {
        if (held != null) {
            held.follow(since, ripples);
        }
    }

    /** What it means for the records that depend on those that changed. */
    Ripples ripples() {
        return ripples;
    }

    /** Tells whether something looks like a record whose create is out: the feed is read again from the same mark. */
    boolean postponed() {
        return postponed || inQuestion;
    }

    /** Tells whether that is so only because a person has not yet said what became of such a create. */
    boolean inQuestion() {
        return inQuestion && !postponed;
    }

    /** Takes in entities as QuickBooks holds them now. */
    void changed(List<E> entities, Instant since) {
        for (int from = 0; from < entities.size(); from += CHUNK) {
            chunk(entities.subList(from, Math.min(from + CHUNK, entities.size())), since);
        }
    }

    private void chunk(List<E> entities, Instant since) {
        Map<RemoteId, SyncRow> rows = parts.rows()
                .findLinked(
                        scope.tenant(),
                        scope.realm().value(),
                        kind.name(),
                        entities.stream().map(Settle::remoteId).toList());
        Turn turn = new Turn(parts, scope, true);
        List<Work<?, ?>> works = new ArrayList<>();
        Instant now = parts.clock().instant();
        for (E entity : entities) {
            if (held != null) {
                held.changed(entity);
            }
            @Nullable SyncRow row = rows.get(Settle.remoteId(entity));
            if (row == null) {
                unlinked.put(Settle.remoteId(entity).value(), entity);
                adopt(entity, since);
            } else if (RecordRow.readable(row)) {
                linked.add(Settle.remoteId(entity).value());
                RecordRow record = parts.rows().open(row);
                if (!merges.explain(kind, record, entity) && isNews(record, entity)) {
                    Work<?, ?> work = turn.work(kind, record);
                    work.happened(r -> Settle.seen(kind, r, entity, now));
                    works.add(work);
                }
            }
        }
        turn.run(works);
        ripples.add(turn.ripples());
    }

    /**
     * Own writes that come back, and what is older than what was seen, say nothing. A deposit locks a payment and leaves
     * its sync token alone (QuickBooks fact E3.3).
     */
    private boolean isNews(RecordRow row, E entity) {
        @Nullable Sight sight = row.facts().sight();
        if (sight == null || sight.gone() == Sight.Gone.DELETED) {
            return true;
        }
        long token = entity.syncToken().map(Long::parseLong).orElse(0L);
        if (token != sight.token()) {
            return token > sight.token();
        }
        E known = kind.type().fromJson(sight.entity());
        Projection before = kind.there(known, Projection.EMPTY, Projection.EMPTY);
        return !before.equals(kind.there(entity, Projection.EMPTY, Projection.EMPTY))
                || kind.endObstacle(known) == null != (kind.endObstacle(entity) == null)
                || kind.locked(known, Instant.EPOCH) == null != (kind.locked(entity, Instant.EPOCH) == null)
                || !Objects.equals(standing(known), standing(entity));
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's entity
    private @Nullable Standing standing(E entity) {
        return kind instanceof Amounts<?, ?> ? ((Amounts<L, E>) kind).standing(entity) : null;
    }

    /** Takes in that QuickBooks no longer has some entities. */
    void deleted(List<RemoteId> ids) {
        Map<RemoteId, SyncRow> rows =
                parts.rows().findLinked(scope.tenant(), scope.realm().value(), kind.name(), ids);
        Turn turn = new Turn(parts, scope, true);
        List<Work<?, ?>> works = new ArrayList<>();
        Instant now = parts.clock().instant();
        rows.forEach((id, row) -> {
            if (RecordRow.readable(row)) {
                RecordRow record = parts.rows().open(row);
                boolean known =
                        record.facts().sight() != null && record.facts().sight().gone() == Sight.Gone.DELETED;
                if (!known && !merges.explainMissing(kind, record)) {
                    Work<?, ?> work = turn.work(kind, record);
                    work.happened(r -> Settle.deleted(r, now));
                    works.add(work);
                }
            }
        });
        turn.run(works);
        ripples.add(turn.ripples());
        ids.forEach(id -> linked.add(id.value()));
        if (held != null) {
            held.deleted(ids);
        }
    }

    /** Notes what is there and nobody's, for whoever is about to create the same. */
    @SuppressWarnings("unchecked") // a kind's powers are of the kind's entity
    void noteUnlinked() {
        if (!(kind instanceof Amounts<?, ?>) || (unlinked.isEmpty() && linked.isEmpty())) {
            return;
        }
        Amounts<L, E> amounts = (Amounts<L, E>) kind;
        unlinked.forEach((id, entity) -> {
            if (kind.isVoid(entity, null)) {
                linked.add(id);
            }
        });
        unlinked.keySet().removeAll(linked);
        List<Bare> there = unlinked.values().stream().map(amounts::outline).toList();
        RowKey key = scope.ownKey(Unlinked.KIND, kind.name().word());
        Unlinked.change(parts.store(), key, known -> {
            Unlinked next = known.with(there, linked);
            if (!next.equals(known)) {
                ripples.unlinked().add(kind.name());
            }
            return next;
        });
    }

    private void adopt(E entity, Instant since) {
        boolean fresh = entity.metaData()
                .flatMap(MetaData::createTime)
                .map(made -> !made.toInstant().isBefore(since.minus(OVERLAP)))
                .orElse(false);
        if (adoption != null && !fresh) {
            adoption.changed(entity);
        }
        if (adoption == null || !fresh || !adoption.wanted(entity) || takenApart(Settle.remoteId(entity))) {
            return;
        }
        if (mayBeOf(entity, openCreates())) {
            postponed = true;
            return;
        }
        if (mayBeOf(entity, unclearCreates())) {
            inQuestion = true;
            return;
        }
        @Nullable LocalId made = adoption.adopt(entity);
        if (made != null) {
            ripples.arrived().add(new RecordRef(kind.name(), made));
        }
    }

    /** A person took its link apart: whose it was, and that it is nobody's now, is decided. */
    private boolean takenApart(RemoteId id) {
        if (apart == null) {
            apart = parts.rows()
                    .all(scope.tenant(), scope.realm().value(), kind.name(), SyncState.NOT_SYNCED.name())
                    .filter(RecordRow::readable)
                    .map(row -> parts.rows().open(row).facts().people().wasLinked())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
        return apart.contains(id.value());
    }

    private List<Intent> openCreates() {
        if (openCreates == null) {
            openCreates = creates("WAITING");
        }
        return openCreates;
    }

    private List<Intent> unclearCreates() {
        if (unclearCreates == null) {
            unclearCreates = creates("UNCERTAIN");
        }
        return unclearCreates;
    }

    private List<Intent> creates(String state) {
        return parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind.name(), state)
                .filter(RecordRow::readable)
                .map(row -> parts.rows().open(row).facts().intent())
                .filter(Objects::nonNull)
                .filter(intent -> intent.operation() == Intent.Operation.CREATE)
                .toList();
    }

    /** Is what a create would have made, or was found when it was looked for; somebody may have edited it since. */
    private boolean mayBeOf(E entity, List<Intent> creates) {
        return creates.stream().anyMatch(intent -> {
            Projection carried = kind.renamed(intent.carried(), entity);
            Projection there = kind.there(entity, carried, Projection.EMPTY);
            return intent.hits().contains(Settle.remoteId(entity).value())
                    || carried.members().stream()
                            .allMatch(member -> kind.rules().satisfied(member, carried, there, null))
                    || (Settle.token(entity) > 0
                            && isOfItsTime(entity, intent)
                            && kind.mayBe(kind.type().fromJson(intent.body()), entity));
        });
    }

    /** Of what was edited since, a trace is enough; so it has to have been made when the create may have arrived. */
    private boolean isOfItsTime(E entity, Intent intent) {
        return entity.metaData()
                .flatMap(MetaData::createTime)
                .map(OffsetDateTime::toInstant)
                .filter(made -> !made.isBefore(intent.carriedOutFrom())
                        && !made.isAfter(intent.carriedOutUntil(parts.times().margin())))
                .isPresent();
    }
}
