package dev.tieout.qbo.sync.internal;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores what became of a run over a record: each method is one ending. */
final class Settling<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private final EngineParts parts;
    private final CompanyScope scope;
    private final Slice<L, E> slice;

    Settling(EngineParts parts, CompanyScope scope, Slice<L, E> slice) {
        this.parts = parts;
        this.scope = scope;
        this.slice = slice;
    }

    /** Stores a row; if another node was quicker, its row stands and this run ends. */
    RecordRow save(RecordRow row) {
        return switch (parts.rows().save(row)) {
            case SAVED -> row.stored();
            case STALE, TAKEN -> throw new Overtaken();
        };
    }

    /** QuickBooks carried the write out. */
    RecordRow arrived(RecordRow row, E answer, Intent intent, String outcome, L local) {
        RecordDocument tried = row.doc().attempted(attempt(intent, outcome, null));
        RecordRow settled = row.with(tried.settled(
                        answer.syncToken().orElse("0"), known(row, answer, intent.wanted()), intent.wanted()))
                .linkedTo(remoteId(answer));
        settled = intent.operation() == Intent.Operation.VOID
                ? settled.in(SyncState.GONE, null)
                : checked(settled.in(SyncState.SYNCED, null), answer, local);
        return switch (parts.rows().save(settled)) {
            case SAVED -> {
                if (row.remoteId() == null) {
                    new Waking(parts).parentArrived(scope, row.kind(), row.localId());
                }
                yield settled.stored();
            }
            case STALE -> throw new Overtaken();
            case TAKEN -> linkedTwice(row.with(tried));
        };
    }

    /** Both sides hold the same already. */
    RecordRow agreed(RecordRow row, E current, Projection app) {
        return save(row.with(row.doc().settled(current.syncToken().orElse("0"), known(row, current, app), app))
                .in(SyncState.SYNCED, null));
    }

    /** The app wants what it wanted when both last agreed. */
    RecordRow unchanged(RecordRow row) {
        @Nullable SyncProblem problem = row.doc().problem();
        boolean stillDiffers = problem != null
                && problem.cause() == ProblemCause.AMOUNTS_DIFFER
                && !scope.settings().acceptOtherTotals();
        return stillDiffers
                ? save(row.in(SyncState.NEEDS_ATTENTION, null))
                : save(row.with(row.doc().failing(null, 0)).in(SyncState.SYNCED, null));
    }

    /** The settings say no, or there is nothing to void. */
    RecordRow notSent(RecordRow row) {
        return save(row.with(row.doc().failing(null, 0)).in(SyncState.NOT_SYNCED, null));
    }

    RecordRow waiting(RecordRow row, Slice.Parent parent) {
        return save(row.with(row.doc().waitingFor(parent.text())).in(SyncState.WAITING, null));
    }

    RecordRow notWaiting(RecordRow row) {
        return save(row.with(row.doc().waitingFor(null))
                .in(SyncState.WAITING, parts.clock().instant()));
    }

    RecordRow gone(RecordRow row) {
        return save(row.with(row.doc().withoutIntent().failing(null, 0)).in(SyncState.GONE, null));
    }

    RecordRow blocked(RecordRow row, SyncProblem problem) {
        return save(
                row.with(row.doc().failing(problem, row.doc().failures() + 1)).in(SyncState.NEEDS_ATTENTION, null));
    }

    RecordRow conflict(RecordRow row, Set<String> members) {
        return save(conflicting(row, members));
    }

    RecordRow conflicting(RecordRow row, Set<String> members) {
        return stuck(
                row.with(row.doc().withoutIntent()),
                SyncState.CONFLICT,
                ProblemCause.BOTH_CHANGED,
                "The app and QuickBooks both changed the same fields.",
                "Make them equal on both sides, or choose in the settings who wins, then retry.",
                String.join(", ", members));
    }

    RecordRow uncertain(RecordRow row, int candidates) {
        return save(stuck(
                row,
                SyncState.UNCERTAIN,
                ProblemCause.UNKNOWN_OUTCOME,
                "The record was sent to QuickBooks, no answer came for a day, and " + candidates
                        + " records there could be it.",
                "Look in QuickBooks: if the record is there, match it by hand; if not, retry.",
                null));
    }

    /** QuickBooks, or the way to it, failed a write. */
    RecordRow refused(RecordRow row, Intent intent, QboException e, boolean certainly) {
        String outcome =
                e.codes().isEmpty() ? e.kind().name() : e.codes().iterator().next();
        RecordDocument doc =
                row.doc().attempted(attempt(intent, outcome, e.intuitTid().orElse(null)));
        // Only a certain refusal frees the request id: else the same write may still arrive, or have arrived.
        return failed(row.with(certainly ? doc.withoutIntent() : doc), e);
    }

    /** A call failed that wrote nothing, or whose write is settled. */
    RecordRow failed(RecordRow row, QboException e) {
        Instant now = parts.clock().instant();
        int failures = row.doc().failures() + 1;
        RecordRow next = row.with(row.doc().failing(Problems.of(e, now), failures));
        if (Problems.triesAgain(e.kind())) {
            Duration pause = e.retryAfter().orElse(Backoff.after(failures));
            return save(next.in(SyncState.WAITING, now.plus(pause)));
        }
        boolean connection = e.kind() == FaultKind.REAUTHORIZE || e.kind() == FaultKind.CONFIGURATION;
        return save(next.in(connection ? SyncState.WAITING : SyncState.NEEDS_ATTENTION, null));
    }

    private RecordRow linkedTwice(RecordRow row) {
        return save(stuck(
                row.with(row.doc().withoutIntent()),
                SyncState.CONFLICT,
                ProblemCause.LINKED_TWICE,
                "Another record of the app is already matched with this one in QuickBooks.",
                "Unmatch one of the two, then retry the other.",
                null));
    }

    /** Compares what QuickBooks made of the write with what was meant, to the cent. */
    private RecordRow checked(RecordRow row, E answer, L local) {
        if (scope.settings().acceptOtherTotals() || slice.total(answer, local).compareTo(slice.total(local)) == 0) {
            return row;
        }
        return stuck(
                row,
                SyncState.NEEDS_ATTENTION,
                ProblemCause.AMOUNTS_DIFFER,
                "QuickBooks computed another total than the app.",
                "Compare the sales tax and the rounding on both sides; correct one, then retry, or accept QuickBooks'"
                        + " totals in the settings.",
                "TotalAmt");
    }

    RecordRow stuck(
            RecordRow row, SyncState state, ProblemCause cause, String message, String remedy, @Nullable String field) {
        SyncProblem problem =
                Problems.own(cause, message, remedy, field, parts.clock().instant());
        return row.with(row.doc().failing(problem, row.doc().failures() + 1)).in(state, null);
    }

    private SyncAttempt attempt(Intent intent, String outcome, @Nullable String tid) {
        return new SyncAttempt(parts.clock().instant(), intent.operation().word(), intent.requestId(), outcome, tid);
    }

    /**
     * What counts as seen after a write. A member that someone changed in QuickBooks since, and that the app does not have
     * so, stays as it was seen before: the change feed has yet to bring it to the app.
     */
    private Projection known(RecordRow row, E entity, Projection app) {
        Projection remote = slice.project(entity);
        @Nullable Projection before = row.doc().seen();
        if (before == null || !slice.bothWays()) {
            return remote;
        }
        Projection known = remote;
        for (String member : before.newsFor(app, remote)) {
            known = known.withMember(member, before);
        }
        return known;
    }

    static RemoteId remoteId(QboEntity entity) {
        return RemoteId.of(entity.id().orElseThrow(() -> new IllegalStateException("QuickBooks answered without Id")));
    }
}
