package dev.tieout.examples.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    /** Right where client and customer have one number. */
    private static double recall(List<Pair> pairs, double precision) {
        return Sweep.recallAt(pairs, p -> p.client() == p.customer(), p -> p.client() != p.customer(), 4, precision);
    }

    @Test
    void thresholdGoesAsLowAsThePrecisionAllows() {
        List<Pair> pairs = List.of(new Pair(1, 1, 9), new Pair(2, 3, 8), new Pair(3, 3, 7), new Pair(4, 4, 6));

        assertThat(recall(pairs, 1)).isEqualTo(0.25);
        assertThat(recall(pairs, 0.75)).isEqualTo(0.75);
    }

    @Test
    void pairsWithOneScoreStandAndFallTogether() {
        List<Pair> pairs = List.of(new Pair(1, 1, 9), new Pair(2, 2, 9), new Pair(3, 4, 9));

        assertThat(recall(pairs, 0.99)).isZero();
        assertThat(recall(pairs, 0.6)).isEqualTo(0.5);
    }

    @Test
    void nothingIsFoundInNothing() {
        assertThat(recall(List.of(), 0)).isZero();
    }
}
