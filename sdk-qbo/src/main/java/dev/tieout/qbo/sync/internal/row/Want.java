package dev.tieout.qbo.sync.internal.row;

import org.jspecify.annotations.Nullable;

/**
 * What the app wants of a record. Immutable.
 *
 * @param record the app's record as JSON, as it was last handed over
 * @param hostVersion the app's own version of it, or {@code null} if it passes none
 * @param revision counts up with each record that was handed over
 * @param end what the app wants to become of it
 * @param asked whether a person asked for this one, so that it goes whatever the switches say
 */
public record Want(String record, @Nullable String hostVersion, long revision, End end, boolean asked) {
    /** What is to become of a record. */
    public enum End {
        KEEP,
        VOID,
        DELETE
    }

    public Want of(String newRecord, @Nullable String newVersion) {
        return new Want(newRecord, newVersion, revision + 1, end, asked);
    }

    public Want ending(End newEnd) {
        return new Want(record, hostVersion, revision, newEnd, asked);
    }

    public Want asked(boolean now) {
        return new Want(record, hostVersion, revision, end, now);
    }

    @Override
    public String toString() {
        return "Want[revision=" + revision + ", end=" + end + ", asked=" + asked + "]";
    }
}
