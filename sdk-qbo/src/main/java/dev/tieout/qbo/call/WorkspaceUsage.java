package dev.tieout.qbo.call;

import java.time.Instant;

/**
 * What all firms of the host together asked of QuickBooks this month, beside what it allows itself. Immutable.
 *
 * @param usage the sums
 * @param budget the reads a month that the host allows itself
 * @param expectedReads the reads of the whole month, if it goes on as it began
 * @param renewsAt when the next month begins
 */
public record WorkspaceUsage(Usage usage, long budget, long expectedReads, Instant renewsAt) {
    /** How the month's reads stand to the budget. */
    public enum State {
        /** Under four fifths of it are used: nothing is held back. */
        WITHIN,
        /** Four fifths are used: QuickBooks is asked for changes less often. */
        NEAR,
        /** All are used: changes are not asked for until {@link WorkspaceUsage#renewsAt}; what people ask for goes on. */
        SPENT
    }

    /**
     * How the month's reads stand to the budget.
     *
     * @return the state
     */
    public State state() {
        long reads = usage.totalReads();
        if (reads >= budget) {
            return State.SPENT;
        }
        return reads >= budget * 0.8 ? State.NEAR : State.WITHIN;
    }
}
