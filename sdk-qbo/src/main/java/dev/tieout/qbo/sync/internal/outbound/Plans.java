package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.sync.SyncPlan;
import dev.tieout.qbo.sync.SyncPlan.Action;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a decision that is not carried out. */
public final class Plans {
    private Plans() {}

    public static SyncPlan of(RecordRef record, Decision decision, Work<?, ?> work) {
        return new SyncPlan(
                record,
                action(decision.step()),
                Viewing.differences(decision, work.app(), work.there()),
                problem(decision.step()),
                decision.step() instanceof Step.Create || decision.step() instanceof Step.Update
                        ? work.dropped()
                        : List.of());
    }

    private static Action action(Step step) {
        if (step instanceof Step.Create) {
            return Action.CREATE;
        } else if (step instanceof Step.Update) {
            return Action.UPDATE;
        } else if (step instanceof Step.Void) {
            return Action.VOID;
        } else if (step instanceof Step.Delete) {
            return Action.DELETE;
        } else if (step instanceof Step.TakeIn) {
            return Action.TAKE_IN;
        } else if (step instanceof Step.Ask || step instanceof Step.NotKept) {
            return Action.ASK;
        } else if (step instanceof Step.Resend || step instanceof Step.Probe || step instanceof Step.Unclear) {
            return Action.SETTLE;
        } else if (step instanceof Step.WaitForParent || step instanceof Step.WaitUntil) {
            return Action.WAIT;
        } else if (step instanceof Step.Blocked) {
            return Action.BLOCKED;
        } else if (step instanceof Step.StayOut) {
            return Action.STAY_OUT;
        }
        return step instanceof Step.Gone ? Action.GONE : Action.NOTHING;
    }

    private static @Nullable SyncProblem problem(Step step) {
        if (step instanceof Step.Blocked s) {
            return s.problem();
        } else if (step instanceof Step.WaitForParent s) {
            return s.problem();
        }
        return step instanceof Step.WaitUntil s ? s.problem() : null;
    }
}
