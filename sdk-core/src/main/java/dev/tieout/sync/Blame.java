package dev.tieout.sync;

import dev.tieout.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * The record that stands in another's way. Immutable.
 *
 * @param entity what QuickBooks calls its kind, such as {@code Item}
 * @param remoteId its id in QuickBooks, or {@code null} if it has none
 * @param record the app's record, or {@code null} if it is none of the app's
 * @param name its name in QuickBooks, to show to the firm's staff, or {@code null} if unknown
 */
public record Blame(
        String entity,
        @Nullable RemoteId remoteId,
        @Nullable RecordRef record,
        @Nullable String name) {
    /** Names kind and ids, never the name. */
    @Override
    public String toString() {
        return "Blame[entity=" + entity + ", remoteId=" + remoteId + ", record=" + record + "]";
    }
}
