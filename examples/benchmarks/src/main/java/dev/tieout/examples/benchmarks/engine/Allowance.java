package dev.tieout.examples.benchmarks.engine;

import dev.tieout.examples.benchmarks.Report;
import dev.tieout.examples.benchmarks.engine.EngineBenchmark.Sizes;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.testkit.throttle.Throttling;
import java.time.Duration;
import java.time.Instant;

/** How much of what Intuit's limits allow is used at the standard pace, on virtual time: no call takes any. */
final class Allowance {
    private static final int ITEMS = 30;

    private final Report report;
    private final Sizes sizes;

    Allowance(Report report, Sizes sizes) {
        this.report = report;
        this.sizes = sizes;
    }

    void run() throws Exception {
        report.title("engine: at the standard pace, Intuit's limits on, on virtual time");
        try (Books books = books(sizes.firstDay())) {
            books.firm.open(1);
            rest(books);
            Instant start = books.now();
            books.firm.setUp();
            used("clients by setup", books, sizes.firstDay(), Duration.between(start, books.now()), 0.95);
        }
        try (Books books = books(sizes.month())) {
            books.firm.open(1);
            books.firm.setUp();
            books.firm.stage(Phase.INVOICES);
            books.firm.stage(Phase.PAYMENTS);
            rest(books);
            Instant start = books.now();
            books.firm.runDue();
            used("invoices with payments", books, 2 * sizes.month(), Duration.between(start, books.now()), 0.9);
        }
    }

    private static Books books(int clients) throws Exception {
        return new Books(Throttling.intuit(), PaceLimits.standard(), new InMemorySyncStore(), new Practice(clients));
    }

    /** What was used before counts no more. */
    private static void rest(Books books) {
        books.pass(Duration.ofMinutes(2));
        books.forgetHistory();
    }

    private void used(String what, Books books, int records, Duration took, double bar) {
        Throttling limits = Throttling.intuit();
        int batches = (records + ITEMS - 1) / ITEMS;
        Duration least = least(batches, limits);
        report.line(
                "%,d %s: %s in %d batches; %d batches of %d a minute take %s",
                records, what, took, books.batches(), batches, limits.batchesPerMinute(), least);
        report.atLeast(
                what + ": of what the limits allow",
                least.isZero() ? 1 : (double) least.toMillis() / took.toMillis(),
                bar,
                "x");
        report.atMost(what + ": answers of 429", books.throttled(), 0);
    }

    /** From the first to the last of some batches, each as soon as the limits let it go. */
    private static Duration least(int batches, Throttling limits) {
        int minutes = (batches - 1) / limits.batchesPerMinute();
        int inTheLast = (batches - 1) % limits.batchesPerMinute();
        return Duration.ofMinutes(minutes).plusSeconds(inTheLast / limits.requestsPerSecond());
    }
}
