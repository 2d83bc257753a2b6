package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** How much is found at a precision, whatever threshold that takes. */
final class Sweep {
    private Sweep() {}

    /**
     * Lowers the threshold from the best score on; pairs with one score stand and fall together.
     *
     * @param pairs what a matcher proposes
     * @param found which of them are to be found
     * @param wrong which of them are wrong; the others are neither
     * @param total how many are to be found
     * @param precision the least precision
     * @return the greatest recall at that precision; 0 if there is none
     */
    static double recallAt(
            List<Pair> pairs, Predicate<Pair> found, Predicate<Pair> wrong, int total, double precision) {
        List<Pair> sorted = pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .toList();
        double best = 0;
        int hits = 0;
        int errors = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Pair pair = sorted.get(i);
            hits += found.test(pair) ? 1 : 0;
            errors += wrong.test(pair) ? 1 : 0;
            boolean last = i + 1 == sorted.size() || sorted.get(i + 1).score() < pair.score();
            if (last && errors <= (1 - precision) * (i + 1) + 1e-9) {
                best = Math.max(best, hits / (double) total);
            }
        }
        return best;
    }
}
