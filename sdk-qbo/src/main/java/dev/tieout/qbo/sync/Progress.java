package dev.tieout.qbo.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one bounded step of a firm's background work came to. Immutable.
 *
 * @param done how many rows were worked on
 * @param more whether more is due now
 * @param nextDueAt when the firm wants to run next, or {@code null} if nothing is to be done
 * @param why why the step ended
 */
public record Progress(int done, boolean more, @Nullable Instant nextDueAt, Why why) {
    /** Why a step ended. */
    public enum Why {
        /** Nothing more is due. */
        DONE,
        /** The time given is over. */
        BUDGET,
        /** Another node works on the firm. */
        BUSY,
        /** The firm is not connected. */
        NOT_CONNECTED,
        /** The limits of the firm's company let no more through for now. */
        THROTTLED
    }
}
