package dev.tieout.sync;

import org.jspecify.annotations.Nullable;

/**
 * A field that the two sides hold differently. The values are the firm's business: show them to its staff, never log
 * them. Immutable.
 *
 * @param field the field, in QuickBooks' words, such as {@code DueDate}; a line of an invoice is {@code Line#} and its
 *     number in QuickBooks
 * @param app what the app has, as text, or {@code null} for nothing
 * @param quickBooks what QuickBooks has, as text, or {@code null} for nothing
 * @param becomes whose value goes to the other side, or {@code null} if neither does until a person decides
 */
public record Difference(
        String field,
        @Nullable String app,
        @Nullable String quickBooks,
        @Nullable Side becomes) {
    /** Names the field and who wins, never the values. */
    @Override
    public String toString() {
        return "Difference[field=" + field + ", becomes=" + becomes + "]";
    }
}
