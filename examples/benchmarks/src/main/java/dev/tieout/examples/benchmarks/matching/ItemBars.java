package dev.tieout.examples.benchmarks.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.examples.benchmarks.matching.Bars.Best;
import dev.tieout.examples.benchmarks.matching.data.Catalogue;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.items.ItemMatch;
import dev.tieout.matching.items.ItemMatcher;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The bars of service items, beside the rule of the exact name. */
final class ItemBars {
    private static final int ITEMS = 1_000;
    private static final long[] SEEDS = {1_414, 1_732, 2_236};

    private final Bars bars;

    ItemBars(Bars bars) {
        this.bars = bars;
    }

    void print() {
        bars.title("service items, invented catalogues of " + ITEMS);
        for (long seed : SEEDS) {
            Catalogue catalogue = Catalogue.invent(seed, ITEMS);
            Map<LocalId, RemoteId> ours = new HashMap<>();
            for (ItemMatch match : ItemMatcher.match(catalogue.items(), catalogue.records(), MatchDecisions.none())
                    .items()) {
                RemoteId record = match.record();
                if (record != null) {
                    ours.put(match.item(), record);
                }
            }
            Map<LocalId, RemoteId> names = sameName(catalogue);
            bars.atLeast(
                    "seed " + seed + ": precision", precision(ours, catalogue), best(precision(names, catalogue)), 1);
            bars.atLeast("seed " + seed + ": recall", recall(ours, catalogue), best(recall(names, catalogue)), 0.98);
        }
    }

    private static Best best(double value) {
        return new Best("exact name", value);
    }

    private static double precision(Map<LocalId, RemoteId> found, Catalogue catalogue) {
        return right(found, catalogue) / (double) found.size();
    }

    private static double recall(Map<LocalId, RemoteId> found, Catalogue catalogue) {
        return right(found, catalogue) / (double) catalogue.truth().size();
    }

    private static long right(Map<LocalId, RemoteId> found, Catalogue catalogue) {
        return found.entrySet().stream()
                .filter(e -> e.getValue().equals(catalogue.truth().get(e.getKey())))
                .count();
    }

    /** The rule: a name that one item and one record have, whatever its case, marks and category. */
    private static Map<LocalId, RemoteId> sameName(Catalogue catalogue) {
        Map<String, LocalId> items = new HashMap<>();
        catalogue.items().forEach(i -> items.merge(key(i.name()), i.id(), (a, b) -> LocalId.of("twice")));
        Map<String, RemoteId> records = new HashMap<>();
        catalogue.records().stream()
                .filter(r -> r.active() && r.type() != null && r.type().equals("Service"))
                .forEach(r -> records.merge(key(r.name()), r.id(), (a, b) -> RemoteId.of("0")));
        Map<LocalId, RemoteId> found = new HashMap<>();
        items.forEach((key, id) -> {
            RemoteId record = records.get(key);
            if (record != null && !record.value().equals("0") && !id.value().equals("twice")) {
                found.put(id, record);
            }
        });
        return found;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
