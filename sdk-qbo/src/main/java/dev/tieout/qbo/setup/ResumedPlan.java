package dev.tieout.qbo.setup;

import java.util.List;

/**
 * A plan made anew with the decisions that were kept. Immutable.
 *
 * @param plan the plan, both sides as they are now
 * @param stale what was decided and cannot be any more: a record is gone, or was linked meanwhile
 * @param <P> the plan
 */
public record ResumedPlan<P>(P plan, List<SetupDecision> stale) {
    public ResumedPlan {
        stale = List.copyOf(stale);
    }

    /** Names what is stale only. */
    @Override
    public String toString() {
        return "ResumedPlan[stale=" + stale + "]";
    }
}
