package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.spi.SaveResult;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Moves the links of records that QuickBooks merged into others (protocol.md §9). Not thread-safe. */
final class Merges<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private static final String ACTIVE = "Active";

    private final EngineParts parts;
    private final CompanyScope scope;
    private final Slice<L, E> slice;
    private final BiFunction<RecordRow, E, RecordRow> takeIn;
    private Function<RemoteId, Optional<E>> survivors = gone -> Optional.empty();

    /** @param takeIn lets the values of an entity in, as they are news to a row */
    Merges(EngineParts parts, CompanyScope scope, Slice<L, E> slice, BiFunction<RecordRow, E, RecordRow> takeIn) {
        this.parts = parts;
        this.scope = scope;
        this.slice = slice;
        this.takeIn = takeIn;
    }

    /** Gives what finds out where a record went if nobody said so. */
    void lookingForSurvivors(Function<RemoteId, Optional<E>> search) {
        survivors = search;
    }

    /**
     * Says whether a merge explains that a record is inactive or deleted in QuickBooks. Its link has moved then, or waits for
     * a person.
     */
    boolean explain(RecordRow row, RemoteId gone) {
        return isContested(row) || movedOn(row, gone);
    }

    /** Two records were merged: what was linked with the one that went is linked with the one that stayed. */
    void merged(RemoteId gone, E survivor) {
        RemoteId remoteId = Settling.remoteId(survivor);
        for (; ; ) {
            Optional<RecordRow> row = parts.rows().findByRemoteId(scope, slice.kind(), gone);
            if (row.isEmpty()) {
                return;
            }
            Optional<LocalId> holder = parts.rows().localId(scope, slice.kind(), remoteId);
            RecordRow next = holder.isPresent() ? contested(row.get(), holder.get()) : moved(row.get(), survivor);
            if (parts.rows().save(next) == SaveResult.SAVED) {
                Waking waking = new Waking(parts);
                waking.parentArrived(scope, slice.kind(), row.get().localId());
                waking.causeGone(scope, Set.of(ProblemCause.BAD_REFERENCE));
                return;
            }
        }
    }

    private boolean movedOn(RecordRow row, RemoteId gone) {
        boolean knownInactive =
                row.doc().seen() != null && RecordSync.isInactive(row.doc().seen());
        Optional<E> survivor = knownInactive ? Optional.empty() : survivors.apply(gone);
        survivor.ifPresent(entity -> merged(gone, entity));
        return survivor.isPresent();
    }

    /** A merge made two records of the app one in QuickBooks: neither is given up until a person has decided. */
    private RecordRow contested(RecordRow row, LocalId holder) {
        return new Settling<>(parts, scope, slice)
                .stuck(
                        row.with(row.doc().withoutIntent()),
                        SyncState.CONFLICT,
                        ProblemCause.LINKED_TWICE,
                        "QuickBooks merged this record into one that " + slice.kind() + " " + holder
                                + " is matched with.",
                        "Merge the two in the app as well, or unmatch the other one and match this one.",
                        null);
    }

    private static boolean isContested(RecordRow row) {
        return row.state() == SyncState.CONFLICT
                && row.doc().problem() != null
                && row.doc().problem().cause() == ProblemCause.LINKED_TWICE;
    }

    /**
     * The survivor's values are news, but for what it lacks: that stays in the app and goes to QuickBooks, so that a merge
     * loses nothing. A write that was under way to the one that went is forgotten; what it wanted is wanted still.
     */
    private RecordRow moved(RecordRow row, E survivor) {
        Projection remote = slice.project(survivor);
        Projection seen = row.doc().seen() == null ? remote : row.doc().seen();
        Projection agreed = row.doc().agreed() == null ? seen : row.doc().agreed();
        if (row.state() == SyncState.GONE) {
            Projection gone = Projection.builder().put(ACTIVE, false).build();
            seen = seen.withMember(ACTIVE, gone);
            agreed = agreed.withMember(ACTIVE, gone);
        }
        for (String member : seen.differing(remote)) {
            if (remote.member(member).isEmpty()) {
                seen = seen.withMember(member, remote);
                agreed = agreed.withMember(member, remote);
            }
        }
        RecordDocument doc = row.doc().settled(survivor.syncToken().orElse("0"), seen, agreed);
        RecordRow linked = row.with(doc).linkedTo(Settling.remoteId(survivor)).in(SyncState.SYNCED, null);
        RecordRow taken = takeIn.apply(linked, survivor);
        return taken.state() == SyncState.SYNCED
                ? taken.in(SyncState.WAITING, parts.clock().instant())
                : taken;
    }
}
