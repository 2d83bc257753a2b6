package dev.tieout.qbo.sync;

import dev.tieout.RecordKind;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences of one kind of record that people were told of and have not settled, to be looked at and settled
 * together. A change of the firm's policy does not touch what was told before it: this does, and only when it is applied.
 * Immutable.
 *
 * @param kind the kind
 * @param becomes whose values the firm's policy lets stand, or {@code null} if it asks
 * @param records the records, each with its differences and both values
 */
public record DifferencePlan(RecordKind kind, @Nullable Side becomes, List<SyncStatus> records) {
    public DifferencePlan {
        records = List.copyOf(records);
    }

    /**
     * Counts the fields that differ.
     *
     * @return how many, over all records
     */
    public int count() {
        return records.stream().mapToInt(status -> status.differences().size()).sum();
    }

    /** Counts, never a value. */
    @Override
    public String toString() {
        return "DifferencePlan[kind=" + kind + ", becomes=" + becomes + ", records=" + records.size() + ", count="
                + count() + "]";
    }
}
