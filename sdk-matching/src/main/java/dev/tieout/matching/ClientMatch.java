package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one client.
 *
 * <p>Immutable.
 *
 * @param client the client
 * @param bucket {@link Bucket#MATCH}, {@link Bucket#DUPLICATE} or {@link Bucket#UNMATCHED}
 * @param customer its customer; {@code null} unless the bucket is {@code MATCH}
 * @param confidence how sure the match is, 0 to 1; 1 for a person's decision; for other buckets that of the best
 *     candidate, 0 if there is none
 * @param score the natural logarithm of the odds behind the confidence; infinite for a person's decision, negative
 *     infinity if there is no candidate
 * @param decidedByPerson whether a remembered decision settled it
 * @param candidates the customers that a person may choose from, best first; empty for a match
 * @param settledBy the client that a person chose as the primary in this one's stead, or {@code null}
 */
public record ClientMatch(
        LocalId client,
        Bucket bucket,
        @Nullable RemoteId customer,
        double confidence,
        double score,
        boolean decidedByPerson,
        List<Candidate> candidates,
        @Nullable LocalId settledBy) {
    public ClientMatch {
        candidates = List.copyOf(candidates);
    }
}
