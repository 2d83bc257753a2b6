package dev.tieout.examples.benchmarks.matching.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastStepTest {
    @Test
    void onlyPairsThatAreEachOthersBestStay() {
        assertThat(LastStep.mutualBest(List.of(new Pair(1, 1, 9), new Pair(1, 2, 8), new Pair(2, 2, 7))))
                .containsExactly(new Pair(1, 1, 9));
    }

    @Test
    void tieIsNobodys() {
        assertThat(LastStep.mutualBest(List.of(new Pair(1, 1, 9), new Pair(1, 2, 9), new Pair(3, 3, 1))))
                .containsExactly(new Pair(3, 3, 1));
    }

    @Test
    void pairScoredTwiceIsNoTieWithItself() {
        assertThat(LastStep.mutualBest(List.of(new Pair(1, 1, 9), new Pair(1, 1, 9))))
                .containsExactly(new Pair(1, 1, 9));
    }
}
