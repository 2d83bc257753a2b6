package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Intent.Operation;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads or searches QuickBooks for what became of writes whose answers were lost. */
final class Probing {
    private final Parts parts;
    private final CompanyScope scope;

    Probing(Parts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    /** Looks, in one read for all linked records of a kind. */
    void probe(List<Work<?, ?>> works) {
        Map<Kind<?, ?>, List<Work<?, ?>>> byKind = new LinkedHashMap<>();
        for (Work<?, ?> work : works) {
            if (work.row().remoteId() == null) {
                search(work);
            } else {
                byKind.computeIfAbsent(work.kind(), kind -> new ArrayList<>()).add(work);
            }
        }
        byKind.forEach((kind, some) -> read(kind, some));
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void read(
            Kind<L, E> kind, List<Work<?, ?>> works) {
        List<RemoteId> ids = works.stream()
                .map(work -> Objects.requireNonNull(work.row().remoteId()))
                .toList();
        Map<RemoteId, E> there = new HashMap<>();
        if (ids.size() == 1) {
            scope.api().find(kind.type(), ids.get(0)).ifPresent(e -> there.put(ids.get(0), e));
        } else {
            Reading.byIds(scope.api(), kind.type(), kind.about().id(), ids)
                    .forEach(e -> there.put(Settle.remoteId(e), e));
        }
        for (Work<?, ?> each : works) {
            @SuppressWarnings("unchecked") // those of a kind were put together
            Work<L, E> work = (Work<L, E>) each;
            @Nullable E entity = there.get(work.row().remoteId());
            @Nullable Sight before = work.facts().sight();
            Instant now = work.now();
            @Nullable RemoteId asked = work.row().remoteId();
            work.happened(row -> !Objects.equals(row.remoteId(), asked)
                    ? row
                    : readAs(kind, row, entity, parts.times().margin(), now));
            if (entity != null) {
                work.saw(entity, before);
            }
        }
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> RecordRow readAs(
            Kind<L, E> kind, RecordRow row, @Nullable E entity, Duration margin, Instant now) {
        @Nullable Intent intent = row.facts().intent();
        if (entity == null) {
            return Settle.deleted(row, now);
        }
        if (intent == null) {
            return Settle.seen(kind, row, entity, now);
        }
        // Each real change raises the sync token by one (QuickBooks fact P8.6).
        // The write was made for the version that its body names; what was seen since may be its own outcome.
        long before = Settle.token(kind.type().fromJson(intent.body()));
        boolean unmoved = before == Settle.token(entity) && !Intent.REPEATED.equals(intent.doubt());
        Instant sure = intent.sentAt().plus(margin);
        if (unmoved && now.isBefore(sure)) {
            // It may still arrive: that it is not there yet says nothing.
            return Setback.waiting(row, sure, now);
        }
        return unmoved ? Settle.freed(row, intent) : Settle.found(kind, row, intent, entity, now);
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void search(Work<L, E> work) {
        Intent intent = Objects.requireNonNull(work.facts().intent(), "only what was sent is searched for");
        if (intent.operation() != Operation.CREATE) {
            work.happened(row -> Settle.freed(row, intent));
            return;
        }
        Kind<L, E> kind = work.kind();
        E body = kind.type().fromJson(intent.body());
        List<E> alike = made(kind, intent).stream()
                .filter(e -> kind.matches(body, e) || (Settle.token(e) > 0 && kind.mayBe(body, e)))
                .toList();
        List<E> hits = unlinked(kind, alike);
        List<E> ours = hits.stream().filter(e -> kind.bearsOurMark(body, e)).toList();
        if (hits.isEmpty()) {
            work.happened(row -> Settle.freed(row, intent));
        } else if (ours.size() == 1
                && !mayBeOthers(parts, scope, kind, work.key(), ours.get(0), List.of("WAITING", "UNCERTAIN"))) {
            work.happened(row -> Settle.found(kind, row, intent, ours.get(0), work.now()));
        } else {
            List<String> ids = Settle.ids(hits);
            work.happened(row -> {
                @Nullable Intent mine = row.facts().intent();
                return mine == null ? row : row.with(row.facts().with(mine.foundButUnclear(ids)));
            });
        }
    }

    /**
     * What QuickBooks made while the create may have arrived, by the time of its making, which every entity can be asked
     * for (QuickBooks fact P6.17). Nothing that a person can edit is asked for: it may bear another name, date, sum or
     * customer by now.
     */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<E> made(
            Kind<L, E> kind, Intent intent) {
        return Reading.created(
                scope.api(),
                kind.about(),
                intent.carriedOutFrom(),
                intent.carriedOutUntil(parts.times().margin()));
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<E> unlinked(
            Kind<L, E> kind, List<E> found) {
        Set<RemoteId> linked = parts.rows()
                .findLinked(
                        scope.tenant(),
                        scope.realm().value(),
                        kind.name(),
                        found.stream().map(Settle::remoteId).toList())
                .keySet();
        return found.stream().filter(e -> !linked.contains(Settle.remoteId(e))).toList();
    }

    /** Another record whose create is open may have made it as well. */
    static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean mayBeOthers(
            Parts parts, CompanyScope scope, Kind<L, E> kind, RowKey own, E hit, List<String> states) {
        return states.stream()
                .flatMap(state -> parts.rows().all(scope.tenant(), scope.realm().value(), kind.name(), state))
                .filter(row -> RecordRow.readable(row) && !row.key().equals(own))
                .anyMatch(row -> mayHaveMade(parts, kind, row, hit));
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean mayHaveMade(
            Parts parts, Kind<L, E> kind, SyncRow row, E hit) {
        @Nullable Intent other = parts.rows().open(row).facts().intent();
        if (other == null || other.operation() != Operation.CREATE) {
            return false;
        }
        Projection carried = kind.renamed(other.carried(), hit);
        Projection there = kind.there(hit, carried, Projection.EMPTY);
        return carried.members().stream().allMatch(member -> kind.rules().satisfied(member, carried, there, null));
    }
}
