// Over 300 lines: how a merge is told, guessed, followed and confirmed are one story.
package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Ripples;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.outbound.Turn;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.Agreement.Choice;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves the links of records that QuickBooks merged into others. Nobody may have said so: a merge takes the transactions
 * along (QuickBooks fact P8.13), so the client's transactions that we made tell. Made for one reading
 * of the feed; not thread-safe.
 */
final class Merges {
    /** So many of a record's transactions are asked; all of them must name the same one. */
    private static final int ASKED = 3;

    private static final int LONGEST_CHAIN = 10;

    private final Parts parts;
    private final CompanyScope scope;
    private final Ripples ripples = new Ripples();
    private final Map<RecordKind, Map<String, List<SyncRow>>> transactions = new HashMap<>();

    Merges(Parts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    Ripples ripples() {
        return ripples;
    }

    /** Says whether it was found out why a record is out of use, and taken in: merged, or put away. */
    <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean explain(
            Kind<L, E> kind, RecordRow row, E entity) {
        if (!(kind instanceof TwoWay<L, E> both) || both.active(entity)) {
            return false;
        }
        Optional<MergeNote> note = MergeNote.find(parts.store(), scope, kind.name(), Settle.remoteId(entity));
        return note.isPresent() ? follow(kind, note.get()) : wasActive(both, row) && whereTo(both, row, entity);
    }

    /** The same for a record that is not there any more. */
    <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean explainMissing(
            Kind<L, E> kind, RecordRow row) {
        return kind instanceof TwoWay<L, E> both && whereTo(both, row, null);
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean wasActive(
            TwoWay<L, E> kind, RecordRow row) {
        @Nullable Sight sight = row.facts().sight();
        return sight == null || kind.active(kind.type().fromJson(sight.entity()));
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean whereTo(
            TwoWay<L, E> kind, RecordRow row, @Nullable E entity) {
        RemoteId gone = Objects.requireNonNull(row.remoteId());
        Optional<MergeNote> note = MergeNote.find(parts.store(), scope, kind.name(), gone);
        if (note.isPresent()) {
            return follow(kind, note.get());
        }
        Set<RemoteId> named = namedBy(kind.name(), gone);
        if (named.size() != 1) {
            return false;
        }
        RemoteId now = named.iterator().next();
        if (now.equals(gone)) {
            if (entity == null) {
                return false;
            }
            notMerged(kind, row, entity);
            return true;
        }
        Optional<E> survivor = Reading.byIds(
                        scope.api(), kind.type(), kind.about().id(), List.of(now))
                .stream()
                .filter(kind::active)
                .findFirst();
        survivor.ifPresent(e -> merged(kind, gone, e, false));
        return survivor.isPresent();
    }

    /** Its transactions are still its own: it was put out of use, and the app may follow. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void notMerged(
            TwoWay<L, E> kind, RecordRow row, E entity) {
        String member = kind.rules().presence();
        Projection in = Projection.builder().put(member, true).build();
        Projection out = Projection.builder().put(member, false).build();
        parts.rows()
                .change(
                        row.key(),
                        r -> r.with(r.facts().with(r.facts().agreement().withChosen(all -> {
                            all.put(member, new Choice(Side.QUICKBOOKS, Pair.of(member, in, out)));
                            return all;
                        }))));
        Turn turn = new Turn(parts, scope, false);
        Work<?, ?> work = turn.work(kind, parts.rows().get(row.key()));
        Instant now = parts.clock().instant();
        work.happened(r -> Settle.seen(kind, r, entity, now));
        turn.run(List.of(work));
    }

    private Set<RemoteId> namedBy(RecordKind parent, RemoteId gone) {
        Set<RemoteId> named = new HashSet<>();
        if (!parent.equals(RecordKind.CLIENT)) {
            // A transaction says whom it is for, and an item may have that customer's id (QuickBooks fact E3.1).
            return named;
        }
        for (Kind<?, ?> kind : parts.kinds().children(parent)) {
            if (kind instanceof Amounts<?, ?> && named.isEmpty()) {
                named.addAll(namedBy(kind, gone));
            }
        }
        return named;
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's entity
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Set<RemoteId> namedBy(
            Kind<L, E> kind, RemoteId gone) {
        Amounts<L, E> amounts = (Amounts<L, E>) kind;
        Map<RemoteId, E> seen = new HashMap<>();
        for (SyncRow row : transactions(kind).getOrDefault(gone.value(), List.of())) {
            @Nullable Sight sight = parts.rows().open(row).facts().sight();
            if (sight != null) {
                seen.put(
                        RemoteId.of(String.valueOf(row.remoteId())), kind.type().fromJson(sight.entity()));
            }
        }
        Set<RemoteId> named = new HashSet<>();
        Reading.byIds(scope.api(), kind.type(), kind.about().id(), List.copyOf(seen.keySet())).stream()
                .filter(e -> isOnlyMoved(kind, seen.get(Settle.remoteId(e)), e))
                .forEach(e -> amounts.customer(e).ifPresent(named::add));
        return named;
    }

    /** What was edited otherwise as well, a person may have moved: it says nothing of a merge. */
    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean isOnlyMoved(
            Kind<L, E> kind, @Nullable E before, E now) {
        if (before == null) {
            return false;
        }
        Projection one = kind.project(before);
        Projection other = kind.project(now);
        Set<String> members = new HashSet<>(one.members());
        members.addAll(other.members());
        members.removeIf(member -> one.member(member).equals(other.member(member)));
        return members.size() <= 1;
    }

    /** Some of our transactions of a kind by the customer that they were last seen with. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc>
            Map<String, List<SyncRow>> transactions(Kind<L, E> kind) {
        @Nullable Map<String, List<SyncRow>> known = transactions.get(kind.name());
        if (known == null) {
            known = byCustomer(kind);
            transactions.put(kind.name(), known);
        }
        return known;
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's entity
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc>
            Map<String, List<SyncRow>> byCustomer(Kind<L, E> kind) {
        Map<String, List<SyncRow>> found = new HashMap<>();
        parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                .filter(row -> row.remoteId() != null && RecordRow.readable(row))
                .forEach(row -> {
                    @Nullable Sight sight = parts.rows().open(row).facts().sight();
                    if (sight != null && sight.gone() == Sight.Gone.THERE) {
                        ((Amounts<L, E>) kind)
                                .customer(kind.type().fromJson(sight.entity()))
                                .ifPresent(id -> {
                                    List<SyncRow> some = found.computeIfAbsent(id.value(), c -> new ArrayList<>());
                                    if (some.size() < ASKED) {
                                        some.add(row);
                                    }
                                });
                    }
                });
        return found;
    }

    /** Lets a link move that a merge in QuickBooks took the ground from. */
    void follow(SyncRow note) {
        MergeNote read = MergeNote.read(note);
        parts.kinds().find(read.kind().word()).ifPresent(kind -> follow(kind, read));
        // The note stays: what turns out to be linked with the one that went is told by it.
        MergeNote.followed(parts.store(), note);
    }

    /** Says whether the link has moved: one that stayed may be out of use itself by now, and then nothing is explained. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean follow(
            Kind<L, E> kind, MergeNote note) {
        boolean ours = parts.rows()
                .holder(scope.tenant(), scope.realm().value(), kind.name(), note.gone())
                .isPresent();
        if (!(kind instanceof TwoWay<L, E> both)) {
            return false;
        }
        if (!ours) {
            confirm(kind, note);
            return false;
        }
        RemoteId last = note.survivor();
        // What it was merged into may have been merged on.
        for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
            Optional<MergeNote> next = MergeNote.find(parts.store(), scope, note.kind(), last);
            if (next.isEmpty()) {
                break;
            }
            last = next.get().survivor();
        }
        Optional<E> survivor = Reading.byIds(
                        scope.api(), kind.type(), kind.about().id(), List.of(last))
                .stream()
                .filter(both::active)
                .findFirst();
        survivor.ifPresent(e -> merged(both, note.gone(), e, true));
        return survivor.isPresent();
    }

    /** The feed was read before QuickBooks told: what only looked like a merge was one. */
    private void confirm(Kind<?, ?> kind, MergeNote note) {
        parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind.name(), SyncState.CONFLICT.name())
                .filter(row -> row.remoteId() == null && RecordRow.readable(row))
                .map(parts.rows()::open)
                .filter(row -> looksMerged(row, note))
                .forEach(row -> {
                    parts.rows()
                            .change(
                                    row.key(),
                                    r -> looksMerged(r, note)
                                            ? r.with(r.facts()
                                                    .with(r.facts()
                                                            .people()
                                                            .merged(told(r.facts()
                                                                    .people()
                                                                    .merged()))))
                                            : r);
                    ripples.arrived().add(new RecordRef(kind.name(), row.localId()));
                });
    }

    private static boolean looksMerged(RecordRow row, MergeNote note) {
        People.@Nullable Merged merged = row.facts().people().merged();
        return merged != null
                && !merged.told()
                && merged.gone().equals(note.gone().value());
    }

    private static People.Merged told(People.@Nullable Merged merged) {
        People.Merged known = Objects.requireNonNull(merged);
        return new People.Merged(known.with(), known.gone(), true);
    }

    /** Two records were merged: what was linked with the one that went is linked with the one that stayed. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void merged(
            TwoWay<L, E> kind, RemoteId gone, E survivor, boolean isTold) {
        Optional<SyncRow> stored = parts.store()
                .findByRemoteId(
                        scope.tenant(), scope.realm().value(), kind.name().word(), gone.value());
        if (stored.isEmpty() || !RecordRow.readable(stored.get())) {
            return;
        }
        RecordRow row = parts.rows().open(stored.get());
        Turn turn = new Turn(parts, scope, false);
        Work<?, ?> work = turn.work(kind, row);
        Instant now = parts.clock().instant();
        Optional<RecordRef> holder = parts.rows()
                .holder(scope.tenant(), scope.realm().value(), kind.name(), Settle.remoteId(survivor))
                .map(id -> new RecordRef(kind.name(), id));
        work.happened(r -> holder.isPresent()
                ? mergedWith(
                        gone,
                        isTold,
                        holder.get(),
                        Settle.linkedTwice(r, kind.type().name(), Settle.remoteId(survivor), holder.get(), now))
                : moved(kind, r, survivor, now));
        turn.run(List.of(work));
        ripples.arrived().add(new RecordRef(kind.name(), row.localId()));
        ripples.add(turn.ripples());
    }

    /**
     * Its transactions are the survivor's now, and what comes after them goes the same way: if QuickBooks told of the merge.
     * That transactions name another record, a person may have done by hand.
     */
    private static RecordRow mergedWith(RemoteId gone, boolean isTold, RecordRef holder, RecordRow row) {
        People.Merged merged = new People.Merged(holder.id(), gone.value(), isTold);
        return row.with(row.facts().with(row.facts().people().merged(merged)));
    }

    /**
     * The survivor's values are news, but for what it lacks: that stays in the app and goes to QuickBooks, so that a merge
     * loses nothing. A write under way to the one that went is forgotten; what it wanted is wanted still.
     */
    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> RecordRow moved(
            TwoWay<L, E> kind, RecordRow row, E survivor, Instant now) {
        RecordRow linked = row.linkedTo(Settle.remoteId(survivor))
                .with(row.facts().withoutIntent().withoutRefusal().withoutTrouble());
        Sight fresh = new Sight(
                survivor.toJson(), survivor.syncToken().map(Long::parseLong).orElse(0L), now, Sight.Gone.THERE);
        Projection there = kind.project(survivor);
        String presence = kind.rules().presence();
        return linked.with(linked.facts()
                .with(fresh)
                .with(linked.facts().agreement().withBase(base -> {
                    base.keySet().removeIf(member -> !there.has(member));
                    // Both are in use: whatever the one that went was.
                    Projection in = Projection.builder().put(presence, true).build();
                    base.put(presence, Pair.of(presence, in, in));
                    return base;
                })));
    }
}
