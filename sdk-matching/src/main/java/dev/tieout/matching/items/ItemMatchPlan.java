package dev.tieout.matching.items;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.model.ServiceItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What matching two catalogues came to: every service item and every QuickBooks item is in exactly one bucket.
 *
 * <p>Immutable.
 */
public final class ItemMatchPlan {
    private static final int MOST_CANDIDATES = 5;
    private static final double LEAST_CONFIDENCE = 0.05;

    private final List<ServiceItem> items;
    private final List<ItemRecord> records;
    private final Map<LocalId, Integer> itemRows;
    private final Map<RemoteId, Integer> recordRows;
    private final ItemScorer scorer;
    private final MatchDecisions decisions;
    private final List<ItemMatch> itemMatches;
    private final List<ItemRecordMatch> recordMatches;

    ItemMatchPlan(
            List<ServiceItem> items,
            List<ItemRecord> records,
            Map<LocalId, Integer> itemRows,
            Map<RemoteId, Integer> recordRows,
            ItemScorer scorer,
            ItemDecider decider,
            List<ItemPair> pairs,
            MatchDecisions decisions) {
        this.items = items;
        this.records = records;
        this.itemRows = Map.copyOf(itemRows);
        this.recordRows = Map.copyOf(recordRows);
        this.scorer = scorer;
        this.decisions = decisions;
        Map<Integer, List<ItemPair>> open = pairs.stream()
                .filter(pair -> decider.recordOf(pair.item()) < 0 && decider.itemOf(pair.record()) < 0)
                .filter(pair -> pair.confidence() >= LEAST_CONFIDENCE)
                .sorted(Comparator.comparingDouble((ItemPair pair) -> -pair.score())
                        .thenComparing(pair -> records.get(pair.record()).id().value()))
                .collect(Collectors.groupingBy(ItemPair::item));
        this.itemMatches = itemMatches(decider, open);
        this.recordMatches = recordMatches(decider, open);
    }

    /**
     * Lists the service items.
     *
     * @return every service item once, in the order of the input
     */
    public List<ItemMatch> items() {
        return itemMatches;
    }

    /**
     * Lists the QuickBooks items.
     *
     * @return every QuickBooks item once, in the order of the input
     */
    public List<ItemRecordMatch> records() {
        return recordMatches;
    }

    /**
     * Looks up a service item.
     *
     * @param id its id
     * @return what was decided, if it was part of the input
     */
    public Optional<ItemMatch> item(LocalId id) {
        return Optional.ofNullable(itemRows.get(id)).map(itemMatches::get);
    }

    /**
     * Looks up a QuickBooks item.
     *
     * @param id its id
     * @return what was decided, if it was part of the input
     */
    public Optional<ItemRecordMatch> record(RemoteId id) {
        return Optional.ofNullable(recordRows.get(id)).map(recordMatches::get);
    }

    /**
     * Counts the service items by bucket.
     *
     * @return the counts; a bucket that is empty is missing
     */
    public Map<Bucket, Integer> itemCounts() {
        return counts(itemMatches, ItemMatch::bucket);
    }

    /**
     * Counts the QuickBooks items by bucket.
     *
     * @return the counts; a bucket that is empty is missing
     */
    public Map<Bucket, Integer> recordCounts() {
        return counts(recordMatches, ItemRecordMatch::bucket);
    }

    /**
     * Explains any pair, matched or not.
     *
     * @param item the service item
     * @param record the QuickBooks item
     * @return evidence, contradictions and differences
     * @throws IllegalArgumentException if one of them was not part of the input
     */
    public ItemExplanation explain(LocalId item, RemoteId record) {
        Integer i = itemRows.get(item);
        Integer r = recordRows.get(record);
        if (i == null || r == null) {
            throw new IllegalArgumentException(
                    (i == null ? "service item " + item : "QuickBooks item " + record) + " is not part of this plan");
        }
        ItemPair pair = scorer.score(i, items.get(i), r, records.get(r));
        boolean refused = decisions.refused().contains(new MatchDecisions.Pair(item, record));
        return ItemComparison.explain(items.get(i), records.get(r), pair, refused);
    }

    private List<ItemMatch> itemMatches(ItemDecider decider, Map<Integer, List<ItemPair>> open) {
        List<ItemMatch> all = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            ServiceItem item = items.get(i);
            int r = decider.recordOf(i);
            all.add(r < 0 ? undecided(item, open.getOrDefault(i, List.of())) : matched(item, i, r));
        }
        return List.copyOf(all);
    }

    private ItemMatch matched(ServiceItem item, int i, int r) {
        ItemRecord record = records.get(r);
        ItemPair pair = scorer.score(i, item, r, record);
        boolean byPerson = record.id().equals(decisions.confirmed().get(item.id()));
        return new ItemMatch(
                item.id(),
                Bucket.MATCH,
                record.id(),
                byPerson ? 1 : pair.confidence(),
                byPerson,
                List.of(),
                ItemComparison.differences(item, record, pair));
    }

    private ItemMatch undecided(ServiceItem item, List<ItemPair> pairs) {
        boolean plausible = pairs.stream().anyMatch(ItemPair::plausible);
        List<ItemCandidate> candidates = pairs.stream()
                .limit(MOST_CANDIDATES)
                .map(pair -> new ItemCandidate(records.get(pair.record()).id(), pair.confidence(), pair.score()))
                .toList();
        return new ItemMatch(
                item.id(),
                plausible ? Bucket.DUPLICATE : Bucket.UNMATCHED,
                null,
                candidates.isEmpty() ? 0 : candidates.get(0).confidence(),
                false,
                candidates,
                List.of());
    }

    private List<ItemRecordMatch> recordMatches(ItemDecider decider, Map<Integer, List<ItemPair>> open) {
        Map<Integer, List<ItemPair>> claims = open.values().stream()
                .flatMap(List::stream)
                .filter(ItemPair::plausible)
                .sorted(Comparator.comparingDouble((ItemPair pair) -> -pair.score())
                        .thenComparing(pair -> items.get(pair.item()).id().value()))
                .collect(Collectors.groupingBy(ItemPair::record));
        List<ItemRecordMatch> all = new ArrayList<>(records.size());
        for (int r = 0; r < records.size(); r++) {
            all.add(recordMatch(r, decider.itemOf(r), claims.getOrDefault(r, List.of())));
        }
        return List.copyOf(all);
    }

    private ItemRecordMatch recordMatch(int r, int matchedItem, List<ItemPair> claims) {
        RemoteId id = records.get(r).id();
        if (matchedItem >= 0) {
            LocalId item = items.get(matchedItem).id();
            return new ItemRecordMatch(id, Bucket.MATCH, item, List.of(), null);
        }
        ItemRecordMatch.SkipReason skipped = ItemMatcher.skipReason(records.get(r));
        if (skipped != null) {
            return new ItemRecordMatch(id, Bucket.SKIPPED, null, List.of(), skipped);
        }
        List<LocalId> claimants =
                claims.stream().map(pair -> items.get(pair.item()).id()).toList();
        return new ItemRecordMatch(id, claimants.isEmpty() ? Bucket.NEW : Bucket.DUPLICATE, null, claimants, null);
    }

    private static <T> Map<Bucket, Integer> counts(List<T> all, Function<T, Bucket> bucket) {
        Map<Bucket, Integer> counts = new EnumMap<>(Bucket.class);
        all.forEach(one -> counts.merge(bucket.apply(one), 1, Integer::sum));
        return counts;
    }
}
