package dev.tieout.qbo.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.sync.ConflictPolicy;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same edits of both sides lead to the same end under the same policy, in whatever order they interleave, whether the
 * feed was read in between or not, whether answers were lost or nodes changed. The end is both sides raw, and what the
 * library says of each record. The seed is in the test's name; {@code -Dconfluence.seeds=N} runs more of them (from
 * {@code -Dconfluence.from=N}), each in {@code -Dconfluence.courses=N} ways, and {@code -Dconfluence.seed=N} one again.
 */
class ConfluenceTest {
    private static final int COURSES = Integer.getInteger("confluence.courses", 1);

    static Stream<Arguments> seeds() {
        Integer one = Integer.getInteger("confluence.seed");
        int from = Integer.getInteger("confluence.from", 1);
        IntStream seeds = one != null
                ? IntStream.of(one)
                : IntStream.range(from, from + Integer.getInteger("confluence.seeds", 8));
        return seeds.boxed()
                .flatMap(seed -> Stream.of(ConflictPolicy.values()).map(policy -> Arguments.of(policy, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void theSameEditsLeadToTheSameEnd(ConflictPolicy policy, int seed) {
        Scenario scenario = Scenario.of(policy, new Random(seed));
        try (Course calm = Course.calm(scenario, seed)) {
            Map<String, String> expected = Ends.of(calm);
            for (int n = 1; n <= COURSES; n++) {
                try (Course other = Course.troubled(scenario, seed * 31L + n)) {
                    assertThat(Ends.differing(expected, Ends.of(other)))
                            .as(
                                    "%s, seed %s, course %s:\n%s\nagainst\n%s",
                                    policy, seed, n, other.steps(), calm.steps())
                            .isEmpty();
                }
            }
        }
    }
}
