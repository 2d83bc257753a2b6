package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Trouble;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens next to a record. Pure and total: the same facts give the same answer, in whatever order they came
 * about. What is written, told or taken in by anybody is decided here and nowhere else.
 */
public final class Decide {
    private final Question q;
    private final Facts facts;

    private Decide(Question q) {
        this.q = q;
        this.facts = q.facts();
    }

    /** Decides. */
    public static Decision decide(Question question) {
        return new Decide(question).decide();
    }

    private Decision decide() {
        if (facts.intent() != null) {
            return Decision.of(inFlight(facts.intent()));
        }
        if (facts.people().out() != null) {
            return Decision.of(new Step.StayOut(facts.people().out()));
        }
        @Nullable Want want = facts.want();
        if (want == null) {
            return Decision.of(q.linked() ? new Step.Nothing() : new Step.StayOut(KeptOut.UNKNOWN));
        }
        if (want.end() != Want.End.KEEP) {
            return Decision.of(ending(want.end()));
        }
        if (facts.sight() != null && facts.sight().gone() != Sight.Gone.THERE) {
            return Decision.of(new Step.Gone());
        }
        if (!q.linked() && facts.people().perhaps() != null) {
            return Decision.of(new Step.Blocked(perhapsSame(facts.refusal()), later()));
        }
        if (!q.linked() && !q.settings().createInQuickBooks() && !want.asked()) {
            return Decision.of(new Step.StayOut(KeptOut.SWITCHED_OFF));
        }
        if (!q.linked() && q.beforeStart() && !want.asked()) {
            return Decision.of(new Step.StayOut(KeptOut.BEFORE_START));
        }
        if (q.desired() == null) {
            return Decision.of(obstructed());
        }
        if (!q.linked()) {
            return Decision.of(standing(new Step.Create()));
        }
        return q.seen() == null ? Decision.of(standing(new Step.Probe())) : fields();
    }

    private Step inFlight(Intent intent) {
        @Nullable Trouble trouble = facts.trouble();
        if (!intent.hits().isEmpty()) {
            return new Step.Unclear();
        }
        if (trouble != null && trouble.until().isAfter(q.now())) {
            return new Step.WaitUntil(trouble.until(), trouble.problem());
        }
        if (!q.connected()) {
            return new Step.WaitUntil(later(), disconnected());
        }
        if (Intent.REPEATED.equals(intent.doubt())) {
            return new Step.Probe();
        }
        boolean remembered = q.now().isBefore(intent.decidedAt().plus(q.times().memoryOfRequestIds()));
        // A person took it apart meanwhile: what is not there yet shall not be, and what is there is searched for.
        boolean apart = !q.linked() && facts.people().out() == KeptOut.UNMATCHED;
        if (intent.doubt() == null && remembered && !apart) {
            // Without a word of how it ended, it may be under way on another node.
            Instant over = intent.sentAt().plus(q.times().callBound());
            return trouble == null && over.isAfter(q.now()) ? new Step.WaitUntil(over, null) : new Step.Resend();
        }
        if (q.linked()) {
            // Once the record has moved, this write has arrived or never can: its sync token is old (QuickBooks fact
            // P8.6).
            return new Step.Probe();
        }
        Instant sure = intent.sentAt().plus(q.times().margin());
        return q.now().isBefore(sure)
                ? new Step.WaitUntil(sure, trouble == null ? null : trouble.problem())
                : new Step.Probe();
    }

    /** An end outlives later edits, and what is ended already is agreed. */
    private Step ending(Want.End end) {
        if (!q.linked()) {
            return new Step.StayOut(KeptOut.ENDED_BEFORE_SENT);
        }
        if (facts.sight() != null && facts.sight().gone() != Sight.Gone.THERE) {
            return new Step.Nothing();
        }
        if (q.endObstacle() != null) {
            return new Step.Blocked(q.endObstacle(), later());
        }
        return standing(end == Want.End.VOID ? new Step.Void() : new Step.Delete());
    }

    private Step obstructed() {
        if (q.obstacle() instanceof Question.Obstacle.Parent p) {
            return new Step.WaitForParent(p.parent(), p.root(), p.problem());
        }
        if (q.obstacle() instanceof Question.Obstacle.Pause p) {
            return new Step.WaitUntil(p.until(), null);
        }
        if (q.obstacle() instanceof Question.Obstacle.Problem p) {
            return new Step.Blocked(p.problem(), later());
        }
        throw new IllegalStateException("a record that cannot be said has an obstacle");
    }

    private Decision fields() {
        Map<String, Verdict> verdicts = Fields.judge(q, required(q.desired()), required(q.seen()));
        Decision all = new Decision(new Step.Nothing(), verdicts);
        Set<String> takeIn = all.members(Verdict.TAKE_IN);
        if (!takeIn.isEmpty()) {
            return new Decision(standing(new Step.TakeIn(takeIn)), verdicts);
        }
        Set<String> write = all.members(Verdict.WRITE);
        Question.@Nullable Locked lock = q.locked();
        boolean locked = lock != null && write.removeAll(lock.members());
        if (!write.isEmpty()) {
            return new Decision(standing(new Step.Update(write)), verdicts);
        }
        if (lock != null && locked) {
            return new Decision(new Step.Blocked(lock.problem(), later()), verdicts);
        }
        Set<String> tell = all.members(Verdict.TELL);
        if (!tell.isEmpty()) {
            return new Decision(new Step.Ask(tell), verdicts);
        }
        Set<String> kept = all.members(Verdict.NOT_KEPT);
        return kept.isEmpty() ? all : new Decision(new Step.NotKept(kept), verdicts);
    }

    /** A step goes ahead unless an earlier no still stands, a pause is on, or QuickBooks is out of reach. */
    private Step standing(Step step) {
        @Nullable Refusal refusal = facts.refusal();
        if (refusal != null
                && refusal.about().equals(q.about())
                && refusal.againAt().isAfter(q.now())) {
            return new Step.Blocked(refusal.problem(), refusal.againAt());
        }
        @Nullable Trouble trouble = facts.trouble();
        if (trouble != null && trouble.until().isAfter(q.now())) {
            return new Step.WaitUntil(trouble.until(), trouble.problem());
        }
        boolean local = step instanceof Step.TakeIn || step instanceof Step.Blocked;
        return q.connected() || local ? step : new Step.WaitUntil(later(), disconnected());
    }

    private Instant later() {
        return q.now().plus(q.times().slow());
    }

    private SyncProblem disconnected() {
        return problem(
                ProblemCause.CONNECTION,
                "The firm's QuickBooks company cannot be reached now.",
                "Look at the company's health: it says what is wrong and who can mend it. The record goes by itself then.");
    }

    private SyncProblem perhapsSame(@Nullable Refusal refusal) {
        if (refusal != null
                && (refusal.problem().cause() == ProblemCause.LINKED_TWICE
                        || refusal.problem().cause() == ProblemCause.PERHAPS_SAME)) {
            return refusal.problem();
        }
        return problem(
                ProblemCause.PERHAPS_SAME,
                "QuickBooks has a record that may be the same.",
                "Match the two if they are the same; otherwise resend it, which makes a record of its own.");
    }

    private SyncProblem problem(ProblemCause cause, String message, String remedy) {
        return new SyncProblem(cause, message, remedy, null, null, null, null, null, q.now());
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("asked for what is not there");
        }
        return value;
    }
}
