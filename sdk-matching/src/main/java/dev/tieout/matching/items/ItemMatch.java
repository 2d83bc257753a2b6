package dev.tieout.matching.items;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one service item.
 *
 * <p>Immutable.
 *
 * @param item the service item
 * @param bucket {@link Bucket#MATCH}, {@link Bucket#DUPLICATE} or {@link Bucket#UNMATCHED}
 * @param record its QuickBooks item; {@code null} unless the bucket is {@code MATCH}
 * @param confidence how sure the match is, 0 to 1; 1 for a person's decision; for other buckets that of the best
 *     candidate, 0 if there is none
 * @param decidedByPerson whether a remembered decision settled it
 * @param candidates the QuickBooks items that a person may choose from, best first, at most five; empty for a match
 * @param differences where a matched pair differs: rate, tax, code, name; empty unless the bucket is {@code MATCH}
 */
public record ItemMatch(
        LocalId item,
        Bucket bucket,
        @Nullable RemoteId record,
        double confidence,
        boolean decidedByPerson,
        List<ItemCandidate> candidates,
        List<ItemDifference> differences) {
    public ItemMatch {
        candidates = List.copyOf(candidates);
        differences = List.copyOf(differences);
    }
}
