package dev.tieout.examples.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.examples.benchmarks.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Time is not judged here: a build machine has other things to do. */
class EngineBenchmarkTest {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(text, true, StandardCharsets.UTF_8));

    @Test
    void bareLoopsSendTheSameWritesAndEachBarIsPrinted() throws Exception {
        EngineBenchmark.run(report, EngineBenchmark.Sizes.SMOKE);

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("invoices: rate, of the batch loop's")
                .contains("payments: rate, of the one-by-one loop's")
                .contains("four firms in parallel, of one firm's rate")
                .contains("tie-out: CPU of the engine's process");
    }

    @Test
    void readsAndCallsOfTheStoreStayBelowTheirBars() throws Exception {
        new Economy(report, EngineBenchmark.Sizes.SMOKE).run();

        assertThat(text.toString(StandardCharsets.UTF_8)).contains("stage: saves");
        assertThat(report.missed()).isFalse();
    }
}
