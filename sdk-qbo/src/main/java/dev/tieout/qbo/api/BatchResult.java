package dev.tieout.qbo.api;

import java.util.List;

/**
 * What became of a batch, or of several files that were uploaded at once. Immutable.
 *
 * @param requestId the request id of the whole: with it and the same items the batch can be sent again
 * @param outcomes one for each item or file, in their order
 */
public record BatchResult(String requestId, List<BatchOutcome> outcomes) {
    public BatchResult {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Says whether every item was done.
     *
     * @return {@code true} if nothing failed and nothing is unknown
     */
    public boolean complete() {
        return outcomes.stream().allMatch(o -> o instanceof BatchOutcome.Written || o instanceof BatchOutcome.Found);
    }

    /** Names the numbers only. */
    @Override
    public String toString() {
        return "BatchResult[items=" + outcomes.size() + ", complete=" + complete() + "]";
    }
}
