package dev.tieout.examples.benchmarks.engine;

import dev.tieout.examples.benchmarks.Report;

/** The engine: throughput and CPU, its use of Intuit's limits, reads, and calls of the store. */
public final class EngineBenchmark {
    private static final int COMPANIES = 4;

    private EngineBenchmark() {}

    /**
     * How much is done.
     *
     * @param rounds how often what is timed is repeated
     * @param small records of each kind in a round
     * @param large records of each kind to see how it grows
     * @param firstDay clients of the first day at Intuit's limits
     * @param month invoices and payments at Intuit's limits, and records whose reads are counted
     */
    public record Sizes(int rounds, int small, int large, int firstDay, int month) {
        /** What the bars are about. */
        public static final Sizes FULL = new Sizes(6, 2_000, 8_000, 10_000, 1_000);

        /** For a first look: too little for steady figures. */
        public static final Sizes QUICK = new Sizes(1, 300, 600, 1_500, 150);

        /** For a test that it runs. */
        static final Sizes SMOKE = new Sizes(1, 31, 62, 60, 31);
    }

    /**
     * Measures all.
     *
     * @param report where it is told
     * @param sizes how much is done
     * @throws Exception if it could not run
     */
    public static void run(Report report, Sizes sizes) throws Exception {
        try (FakeProcess fake = FakeProcess.start(COMPANIES)) {
            new Throughput(fake, report, sizes).run();
        }
        new Allowance(report, sizes).run();
        new Economy(report, sizes).run();
    }
}
