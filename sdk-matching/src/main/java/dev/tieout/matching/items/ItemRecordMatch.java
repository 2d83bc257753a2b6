package dev.tieout.matching.items;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one QuickBooks item.
 *
 * <p>Immutable.
 *
 * @param record the QuickBooks item
 * @param bucket {@link Bucket#MATCH}, {@link Bucket#DUPLICATE}, {@link Bucket#NEW} or {@link Bucket#SKIPPED}
 * @param item its service item; {@code null} unless the bucket is {@code MATCH}
 * @param candidates the service items that claim it, best first; empty unless the bucket is {@code DUPLICATE}
 * @param skipReason why it was left out; {@code null} unless the bucket is {@code SKIPPED}
 */
public record ItemRecordMatch(
        RemoteId record,
        Bucket bucket,
        @Nullable LocalId item,
        List<LocalId> candidates,
        @Nullable SkipReason skipReason) {
    public ItemRecordMatch {
        candidates = List.copyOf(candidates);
    }

    /** Why a QuickBooks item is left out. */
    public enum SkipReason {
        /** Inactive in QuickBooks. */
        INACTIVE,
        /** A category: it bears no price and no sales line may name it. */
        CATEGORY,
        /** A bundle of items. */
        BUNDLE
    }
}
