package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.sync.SyncProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matching a client with a customer would do, for a person to confirm. Immutable.
 *
 * @param customer the customer
 * @param displayName its name in QuickBooks
 * @param active whether it is active: an inactive one cannot be matched
 * @param linkedWith the customer that the client is linked with already, if another one; only {@code move} moves it
 * @param takenBy the other client that the customer is linked with, or {@code null}
 * @param fields every field that either side has a value of
 * @param untouched what else QuickBooks knows of the customer and matching leaves as it is, in QuickBooks' words, such as
 *     {@code Notes}
 * @param problem what QuickBooks would refuse of the client, so that nothing could be written; or {@code null}
 */
public record MatchPreview(
        RemoteId customer,
        String displayName,
        boolean active,
        @Nullable RemoteId linkedWith,
        @Nullable LocalId takenBy,
        List<Field> fields,
        List<String> untouched,
        @Nullable SyncProblem problem) {
    public MatchPreview {
        fields = List.copyOf(fields);
        untouched = List.copyOf(untouched);
    }

    /** What becomes of a field. */
    public enum Effect {
        /** Both sides have the same, but for its form. */
        SAME,
        /** The app's value is written over QuickBooks'. */
        OVERWRITTEN,
        /** QuickBooks lacks it and gets the app's value. */
        ADDED,
        /** The app lacks it: QuickBooks' value stays. */
        KEPT
    }

    /**
     * One field.
     *
     * @param field its name, in QuickBooks' words
     * @param quickBooks QuickBooks' value, or {@code null}
     * @param app the app's value, or {@code null}
     * @param effect what becomes of it
     */
    public record Field(
            String field,
            @Nullable String quickBooks,
            @Nullable String app,
            Effect effect) {
        /** Names the field, never a value. */
        @Override
        public String toString() {
            return "Field[field=" + field + ", effect=" + effect + "]";
        }
    }

    /** Names ids only. */
    @Override
    public String toString() {
        return "MatchPreview[customer=" + customer + ", fields=" + fields + "]";
    }
}
