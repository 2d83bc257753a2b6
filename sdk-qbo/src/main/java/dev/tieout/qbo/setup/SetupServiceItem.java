package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import java.util.Optional;
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
 * @param changes what linking would change of the item, old and new; only in {@code MATCH}
 * @param candidates the items it could be, the best first, at most five
 */
public record SetupServiceItem(
        LocalId id,
        String name,
        Bucket bucket,
        @Nullable RemoteId item,
        boolean linked,
        String why,
        List<FieldChange> changes,
        List<Option> candidates)
        implements PlanLine {
    public SetupServiceItem {
        changes = List.copyOf(changes);
        candidates = List.copyOf(candidates);
    }

    /**
     * Names the fields that linking would write over.
     *
     * @return the fields of {@link #changes}, in QuickBooks' words
     */
    public List<String> overwrites() {
        return changes.stream().map(FieldChange::field).toList();
    }

    /**
     * Says what linking with a record of QuickBooks would change of it.
     *
     * @param remote the item it belongs to, or a candidate
     * @return the changes, or empty if the two were not compared
     */
    @Override
    public Optional<List<FieldChange>> changesWith(RemoteId remote) {
        return remote.equals(item)
                ? Optional.of(changes)
                : candidates.stream()
                        .filter(option -> remote.equals(option.item()))
                        .findFirst()
                        .map(Option::changes);
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
     * @param changes what linking would change of it, old and new
     */
    public record Option(RemoteId item, String name, double confidence, String why, List<FieldChange> changes) {
        public Option {
            changes = List.copyOf(changes);
        }

        /** Names the id only. */
        @Override
        public String toString() {
            return "Option[item=" + item + "]";
        }
    }
}
