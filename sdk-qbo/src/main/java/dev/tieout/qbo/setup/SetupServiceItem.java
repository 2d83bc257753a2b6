package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service item of the app in a {@link ServiceItemPlan}. Immutable.
 *
 * @param id the service item
 * @param name the name the app shows
 * @param bucket {@code MATCH}, {@code DUPLICATE} or {@code UNMATCHED}
 * @param item the item it belongs to; only in {@code MATCH}
 * @param linked whether the two are linked already
 * @param why the evidence for the match in one line for a person; empty without one
 * @param overwrites the fields of the item that linking would overwrite, in QuickBooks' words, such as {@code UnitPrice}
 * @param candidates the items it could be, the best first, at most five
 */
public record SetupServiceItem(
        LocalId id,
        String name,
        Bucket bucket,
        @Nullable RemoteId item,
        boolean linked,
        String why,
        List<String> overwrites,
        List<Option> candidates)
        implements PlanLine {
    public SetupServiceItem {
        overwrites = List.copyOf(overwrites);
        candidates = List.copyOf(candidates);
    }

    /** Names the id and the bucket only. */
    @Override
    public String toString() {
        return "SetupServiceItem[id=" + id + ", bucket=" + bucket + ", item=" + item + "]";
    }

    /**
     * An item that a service item could be.
     *
     * @param item the item
     * @param name its name in QuickBooks, its categories before it, parted by colons
     * @param confidence how likely, from 0 to 1
     * @param why the evidence in one line for a person
     */
    public record Option(RemoteId item, String name, double confidence, String why) {
        /** Names the id only. */
        @Override
        public String toString() {
            return "Option[item=" + item + "]";
        }
    }
}
