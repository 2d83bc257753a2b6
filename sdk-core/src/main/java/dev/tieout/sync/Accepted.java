package dev.tieout.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A field that the two sides hold differently, and that counts as agreed, because somebody or something said so. It
 * stands until either value changes. Immutable.
 *
 * @param field the field, in QuickBooks' words
 * @param app what the app has, as text, or {@code null} for nothing
 * @param quickBooks what QuickBooks has, as text, or {@code null} for nothing
 * @param by who or what accepted it
 * @param since when, or {@code null} for a switch, which counts while it stands
 */
public record Accepted(
        String field,
        @Nullable String app,
        @Nullable String quickBooks,
        By by,
        @Nullable Instant since) {
    /** Who or what accepted a difference. */
    public enum By {
        /** A person, by {@code resolve}. */
        PERSON,
        /** The firm's policy for conflicts, or its acceptance of other totals. */
        POLICY,
        /** A switch that keeps such changes from travelling. */
        SWITCH
    }

    /** Names the field and who accepted it, never the values. */
    @Override
    public String toString() {
        return "Accepted[field=" + field + ", by=" + by + "]";
    }
}
