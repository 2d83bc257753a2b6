package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of QuickBooks in a {@link ServiceItemPlan}. Immutable.
 *
 * @param id the item
 * @param name its name, its categories before it, parted by colons
 * @param type {@code Service}, {@code NonInventory}, {@code Inventory}, {@code Category}, {@code Group}, or whatever
 *     QuickBooks adds (QuickBooks fact E7.1)
 * @param bucket {@code MATCH}, {@code DUPLICATE}, {@code NEW}, or {@code SKIPPED} for a category or a bundle, which no
 *     service item can be
 * @param serviceItem the service item it belongs to; only in {@code MATCH}
 * @param claimedBy the service items that could be it; only in {@code DUPLICATE}
 */
public record SetupItem(
        RemoteId id,
        String name,
        String type,
        Bucket bucket,
        @Nullable LocalId serviceItem,
        List<LocalId> claimedBy) {
    public SetupItem {
        claimedBy = List.copyOf(claimedBy);
    }

    /** Names the id, the type and the bucket only. */
    @Override
    public String toString() {
        return "SetupItem[id=" + id + ", type=" + type + ", bucket=" + bucket + ", serviceItem=" + serviceItem + "]";
    }
}
