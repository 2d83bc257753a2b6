package dev.tieout.examples.benchmarks.matching.peers;

import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps of scored pairs those that are each other's best, without ties. */
final class LastStep {
    private LastStep() {}

    static List<Pair> mutualBest(List<Pair> pairs) {
        Map<Integer, double[]> byClient = new HashMap<>();
        Map<Integer, double[]> byCustomer = new HashMap<>();
        List<Pair> distinct = distinct(pairs);
        for (Pair pair : distinct) {
            note(byClient, pair.client(), pair.score());
            note(byCustomer, pair.customer(), pair.score());
        }
        return distinct.stream()
                .filter(p ->
                        alone(byClient.get(p.client()), p.score()) && alone(byCustomer.get(p.customer()), p.score()))
                .toList();
    }

    /** Each pair once, with its best score. */
    static List<Pair> distinct(List<Pair> pairs) {
        Map<Long, Pair> best = new HashMap<>();
        for (Pair pair : pairs) {
            long key = (long) pair.client() << 32 | pair.customer();
            best.merge(key, pair, (a, b) -> a.score() >= b.score() ? a : b);
        }
        return List.copyOf(best.values());
    }

    /** Notes the best score and the second best. */
    private static void note(Map<Integer, double[]> bests, int record, double score) {
        double[] best =
                bests.computeIfAbsent(record, r -> new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY});
        if (score >= best[0]) {
            best[1] = best[0];
            best[0] = score;
        } else if (score > best[1]) {
            best[1] = score;
        }
    }

    private static boolean alone(double @Nullable [] best, double score) {
        return best != null && score == best[0] && best[1] < best[0];
    }
}
