package dev.tieout.matching.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pairs items one to one: first those that bear the same name and are alone in it, then those that are each other's best
 * by a margin among what is left. Ties stay open. Not thread-safe.
 */
final class ItemDecider {
    /** More than a rate can tip, less than lies between the same name and one with other words. */
    private static final double MARGIN = 1.4;

    private static final int NONE = -1;

    private final List<List<ItemPair>> byItem;
    private final List<List<ItemPair>> byRecord;
    private final int[] recordOf;
    private final int[] itemOf;

    ItemDecider(int items, int records, List<ItemPair> pairs) {
        byItem = lists(items);
        byRecord = lists(records);
        for (ItemPair pair : pairs) {
            byItem.get(pair.item()).add(pair);
            byRecord.get(pair.record()).add(pair);
        }
        recordOf = new int[items];
        itemOf = new int[records];
        Arrays.fill(recordOf, NONE);
        Arrays.fill(itemOf, NONE);
    }

    void link(int item, int record) {
        recordOf[item] = record;
        itemOf[record] = item;
    }

    void decide() {
        List<ItemPair> sameNames = new ArrayList<>();
        byItem.forEach(pairs -> pairs.stream()
                .filter(pair -> pair.strong() && pair.sameName() && aloneInItsName(pair))
                .forEach(sameNames::add));
        sameNames.forEach(pair -> link(pair.item(), pair.record()));
        boolean changed = true;
        while (changed) {
            List<ItemPair> best = new ArrayList<>();
            byItem.forEach(pairs -> pairs.stream()
                    .filter(pair -> pair.strong() && free(pair) && best(pair, MARGIN))
                    .forEach(best::add));
            best.forEach(pair -> link(pair.item(), pair.record()));
            changed = !best.isEmpty();
        }
    }

    /** The record of an item, or -1. */
    int recordOf(int item) {
        return recordOf[item];
    }

    /** The item of a record, or -1. */
    int itemOf(int record) {
        return itemOf[record];
    }

    private boolean aloneInItsName(ItemPair pair) {
        return free(pair) && rivals(pair).noneMatch(rival -> rival.sameName() && rival.strong()) && best(pair, 0);
    }

    private boolean best(ItemPair pair, double margin) {
        return rivals(pair).noneMatch(rival -> rival.score() > pair.score() - margin);
    }

    private Stream<ItemPair> rivals(ItemPair pair) {
        return Stream.concat(byItem.get(pair.item()).stream(), byRecord.get(pair.record()).stream())
                .filter(rival -> !rival.equals(pair) && free(rival));
    }

    private boolean free(ItemPair pair) {
        return recordOf[pair.item()] == NONE && itemOf[pair.record()] == NONE;
    }

    private static List<List<ItemPair>> lists(int size) {
        List<List<ItemPair>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>(4));
        }
        return lists;
    }
}
