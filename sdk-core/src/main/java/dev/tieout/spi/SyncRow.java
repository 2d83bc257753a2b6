package dev.tieout.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link SyncStore}: a few columns to search by and one opaque document. Immutable.
 *
 * @param key the key
 * @param remoteId the record's id in QuickBooks, unique within tenant, realm and kind; {@code null} while there is none
 * @param state a short word to list and count by; at most 30 characters
 * @param dueAt when the row next wants attention; {@code null} if never. Millisecond precision is enough
 * @param document the rest: some kilobytes of text, but a record of 300 long lines may have a megabyte. Store it whole, in
 *     a text column without a bound. Its first field is its format number
 * @param version 0 if it was never stored; else the version that was read
 */
public record SyncRow(
        RowKey key,
        @Nullable String remoteId,
        String state,
        @Nullable Instant dueAt,
        String document,
        long version) {
    public SyncRow {
        if (state.isEmpty() || state.length() > 30) {
            throw new IllegalArgumentException("state must have 1 to 30 characters");
        }
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative");
        }
    }

    /** Names the columns, never the document. */
    @Override
    public String toString() {
        return "SyncRow[key=" + key + ", remoteId=" + remoteId + ", state=" + state + ", dueAt=" + dueAt + ", version="
                + version + "]";
    }
}
