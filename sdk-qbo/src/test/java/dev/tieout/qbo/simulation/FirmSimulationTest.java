package dev.tieout.qbo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A firm at work while everything fails that can fail: calls, gateways, stores, hosts, processes. When quiet returns, the
 * oracle reads both sides and finds nothing wrong. The seed is in the test's name; {@code -Dsimulation.seed=N} runs it
 * again, and a failure shows every act that led there.
 */
class FirmSimulationTest {
    static LongStream seeds() {
        return Simulation.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOracleFindsNothing(long seed) {
        Simulation.Outcome outcome = Simulation.run(seed, false);

        assertThat(outcome.findings()).as(outcome.story()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOracleFindsNothingWhileABookkeeperWorks(long seed) {
        Simulation.Outcome outcome = Simulation.run(seed, true);

        assertThat(outcome.findings()).as(outcome.story()).isEmpty();
    }
}
