package dev.tieout.matching.items;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.model.ServiceItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pairs service items with QuickBooks items, one to one, by name, code, rate and tax.
 *
 * <p>Numbers and tier words must agree: a 1040 is no 1040-X, Basic no Premium. A rate that differs is a difference to
 * show, never a reason against. Categories, bundles and inactive items are left out. The result does not depend on the
 * order of the input. Stateless.
 */
public final class ItemMatcher {
    private ItemMatcher() {}

    /**
     * Matches two catalogues.
     *
     * @param items the app's service items, each id once
     * @param records the QuickBooks items of every type, active or not, each id once
     * @param decisions what people have decided about them; a memory of its own, apart from that of clients
     * @return the plan
     * @throws IllegalArgumentException if an id occurs twice on one side
     */
    public static ItemMatchPlan match(
            Collection<ServiceItem> items, Collection<ItemRecord> records, MatchDecisions decisions) {
        List<ServiceItem> itemList = List.copyOf(items);
        List<ItemRecord> recordList = List.copyOf(records);
        Map<LocalId, Integer> itemRows =
                rows(itemList.stream().map(ServiceItem::id).toList());
        Map<RemoteId, Integer> recordRows =
                rows(recordList.stream().map(ItemRecord::id).toList());
        ItemIndex itemIndex = new ItemIndex();
        ItemCodes itemCodes =
                ItemCodes.of(itemList.stream().map(ServiceItem::name).toList());
        itemList.forEach(item -> itemIndex.add(ParsedItem.of(item, itemCodes)));
        ItemIndex recordIndex = new ItemIndex();
        ItemCodes recordCodes = ItemCodes.of(recordList.stream()
                .filter(record -> skipReason(record) == null)
                .map(ItemRecord::name)
                .toList());
        recordList.forEach(record -> recordIndex.add(ParsedItem.of(record, recordCodes)));
        ItemScorer scorer = new ItemScorer(itemIndex, recordIndex);
        List<ItemPair> pairs = pairs(itemList, recordList, itemIndex, recordIndex, scorer, decisions);
        ItemDecider decider = new ItemDecider(itemList.size(), recordList.size(), pairs);
        decisions.confirmed().forEach((item, record) -> link(decider, itemRows.get(item), recordRows.get(record)));
        decider.decide();
        return new ItemMatchPlan(itemList, recordList, itemRows, recordRows, scorer, decider, pairs, decisions);
    }

    static ItemRecordMatch.@Nullable SkipReason skipReason(ItemRecord record) {
        if (record.type().equalsIgnoreCase("Category")) {
            return ItemRecordMatch.SkipReason.CATEGORY;
        }
        if (record.type().equalsIgnoreCase("Group")) {
            return ItemRecordMatch.SkipReason.BUNDLE;
        }
        return record.active() ? null : ItemRecordMatch.SkipReason.INACTIVE;
    }

    private static List<ItemPair> pairs(
            List<ServiceItem> items,
            List<ItemRecord> records,
            ItemIndex itemIndex,
            ItemIndex recordIndex,
            ItemScorer scorer,
            MatchDecisions decisions) {
        List<ItemPair> pairs = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            for (int r : recordIndex.candidates(itemIndex.parsed(i))) {
                ServiceItem item = items.get(i);
                ItemRecord record = records.get(r);
                boolean refused = decisions.refused().contains(new MatchDecisions.Pair(item.id(), record.id()));
                if (skipReason(record) == null && !refused) {
                    pairs.add(scorer.score(i, item, r, record));
                }
            }
        }
        return pairs;
    }

    private static void link(ItemDecider decider, @Nullable Integer item, @Nullable Integer record) {
        if (item != null && record != null) {
            decider.link(item, record);
        }
    }

    private static <T> Map<T, Integer> rows(List<T> ids) {
        Map<T, Integer> rows = new HashMap<>();
        for (T id : ids) {
            if (rows.put(id, rows.size()) != null) {
                throw new IllegalArgumentException("id " + id + " occurs twice: send each item once");
            }
        }
        return rows;
    }
}
