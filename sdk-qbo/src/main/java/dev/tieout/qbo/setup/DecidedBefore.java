package dev.tieout.qbo.setup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided before this setup, in an earlier one or about a single record. It stands unless the plan decides
 * otherwise, and is no open question. Immutable.
 *
 * @param decision what was decided: {@code KEEP_OUT}, {@code NOT_THE_SAME}, or {@code UNLINK} for a record that was unmatched
 * @param by who decided it, in the host's words; {@code null} if the host did not say
 * @param at when; {@code null} if it was decided before the library kept that
 */
public record DecidedBefore(
        SetupDecision decision,
        @Nullable String by,
        @Nullable Instant at) {
    /** Names the decision and when, never who. */
    @Override
    public String toString() {
        return "DecidedBefore[decision=" + decision + ", at=" + at + "]";
    }
}
