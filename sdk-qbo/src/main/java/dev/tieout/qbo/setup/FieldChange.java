package dev.tieout.qbo.setup;

import org.jspecify.annotations.Nullable;

/**
 * What linking two records would change in QuickBooks. Immutable.
 *
 * @param field the field, in QuickBooks' words
 * @param quickBooks what QuickBooks has now, or {@code null}
 * @param app what it would have, as the app says it
 */
public record FieldChange(
        String field, @Nullable String quickBooks, @Nullable String app) {
    /** Names the field, never a value. */
    @Override
    public String toString() {
        return "FieldChange[field=" + field + "]";
    }
}
