package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Trouble;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a record's facts by what failed: each method is one way to fail. */
final class Setback {
    private Setback() {}

    /** A write failed. */
    static RecordRow failed(
            RecordRow row, Intent intent, boolean first, QboException e, String about, Duration slow, Instant now) {
        String outcome =
                e.codes().isEmpty() ? e.kind().name() : e.codes().iterator().next();
        Facts facts = row.facts()
                .attempted(new SyncAttempt(
                        now,
                        intent.operation().word(),
                        intent.requestId(),
                        outcome,
                        e.intuitTid().orElse(null)));
        SyncProblem problem = Problems.of(e, now);
        boolean unknown = e.kind() == FaultKind.OUTCOME_UNKNOWN;
        if (!unknown && first && !isTakenOver(facts, intent)) {
            // Nothing was done, and nothing can arrive any more: the id is free.
            Facts freed = Settle.isOf(facts, intent) ? facts.withoutIntent() : facts;
            return Problems.triesAgain(e.kind())
                    ? row.with(paused(freed, problem, e, now))
                    : row.with(freed.withoutTrouble().with(new Refusal(problem, about, now.plus(slow))));
        }
        // A refusal of a repeat says nothing of the first try, and a gate that let nobody in neither.
        boolean refused = !e.faults().isEmpty()
                && e.httpStatus() < 500
                && !Set.of("10000", "3001").contains(outcome)
                && (unknown || !Problems.triesAgain(e.kind()));
        @Nullable Intent held = facts.intent();
        if (refused && held != null && Settle.isOf(facts, intent)) {
            facts = facts.with(held.doubted(outcome));
        }
        Facts paused = paused(facts, problem, e, now);
        @Nullable Trouble trouble = paused.trouble();
        // A record that is linked is read at once: once it has moved, the write has arrived or never can.
        return row.with(
                refused && row.remoteId() != null && trouble != null
                        ? paused.with(new Trouble(trouble.problem(), trouble.failures(), now))
                        : paused);
    }

    /** Another node took the write for lost and sent it too: that this one was refused says nothing of the other. */
    private static boolean isTakenOver(Facts facts, Intent intent) {
        @Nullable Intent held = facts.intent();
        return held != null && Settle.isOf(facts, intent) && !held.sentAt().equals(intent.sentAt());
    }

    static Facts paused(Facts facts, SyncProblem problem, QboException e, Instant now) {
        @Nullable Trouble before = facts.trouble();
        int failures = before == null ? 1 : before.failures() + 1;
        Duration pause = e.retryAfter().orElse(Backoff.after(failures));
        return facts.with(new Trouble(since(problem, before), failures, now.plus(pause)));
    }

    /** A write of unknown outcome may still arrive: it is looked for again then. */
    static RecordRow waiting(RecordRow row, Instant until, Instant now) {
        @Nullable Trouble before = row.facts().trouble();
        SyncProblem problem = before != null
                ? before.problem()
                : Problems.own(
                        ProblemCause.UNAVAILABLE,
                        "QuickBooks did not answer; whether it carried out the write is being established.",
                        "Nothing is to be done: it goes on by itself.",
                        null,
                        now);
        return row.with(row.facts().with(new Trouble(problem, before == null ? 1 : before.failures(), until)));
    }

    /** Nothing was tried: QuickBooks would have refused it. */
    static RecordRow heldBack(RecordRow row, SyncProblem problem, Instant until) {
        @Nullable Trouble before = row.facts().trouble();
        int failures = before == null ? 1 : before.failures();
        return row.with(row.facts().with(new Trouble(since(problem, before), failures, until)));
    }

    /** What was tried and refused. */
    static RecordRow tried(RecordRow row, Intent intent, QboException e, Instant now) {
        String outcome =
                e.codes().isEmpty() ? e.kind().name() : e.codes().iterator().next();
        return row.with(row.facts()
                .attempted(new SyncAttempt(
                        now,
                        intent.operation().word(),
                        intent.requestId(),
                        outcome,
                        e.intuitTid().orElse(null))));
    }

    /** A read failed, or the record itself made trouble. */
    static RecordRow paused(RecordRow row, SyncProblem problem, Instant now) {
        @Nullable Trouble before = row.facts().trouble();
        int failures = before == null ? 1 : before.failures() + 1;
        return row.with(
                row.facts().with(new Trouble(since(problem, before), failures, now.plus(Backoff.after(failures)))));
    }

    private static SyncProblem since(SyncProblem problem, @Nullable Trouble before) {
        return before == null || before.problem().cause() != problem.cause()
                ? problem
                : Problems.dated(problem, before.problem().since());
    }
}
