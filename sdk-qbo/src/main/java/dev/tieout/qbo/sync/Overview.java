package dev.tieout.qbo.sync;

import dev.tieout.RecordKind;
import dev.tieout.sync.SyncState;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a firm's records stand, counted. Immutable.
 *
 * @param counts how many records of each kind are in each state; what does not occur is missing
 * @param nextDue when the earliest of its work is due; in the past if it waits for a node, {@code null} if none is
 */
public record Overview(
        Map<RecordKind, Map<SyncState, Long>> counts,
        @Nullable Instant nextDue) {
    public Overview {
        counts = new TreeMap<>(counts);
    }

    /**
     * Counts the records of all kinds in a state.
     *
     * @param state the state
     * @return how many
     */
    public long count(SyncState state) {
        return counts.values().stream()
                .mapToLong(byState -> byState.getOrDefault(state, 0L))
                .sum();
    }
}
