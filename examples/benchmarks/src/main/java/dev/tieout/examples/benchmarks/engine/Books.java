package dev.tieout.examples.benchmarks.engine;

import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.spi.SyncStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.history.Exchange;
import dev.tieout.testkit.throttle.Throttling;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A connected firm and its company in this process, on a clock that moves only when the engine waits. For one thread. */
final class Books implements AutoCloseable {
    private static final int HISTORY = 100_000;
    private static final Set<String> READS = Set.of("read", "query", "cdc", "report");
    private static final Pattern QUERY_IN_BATCH = Pattern.compile("\"Query\":\"");

    private final FakeQuickBooks fake;
    final Host host;
    final Firm firm;

    Books(Throttling throttling, PaceLimits pace, SyncStore store, Practice practice) throws IOException {
        this.fake = FakeQuickBooks.builder()
                .plainServer()
                .anyClient()
                .historyLimit(HISTORY)
                .throttling(throttling)
                .webhookVerifierToken(Host.VERIFIER_TOKEN)
                .company(FakeCompany.builder().realmId(FakeQuickBooks.DEFAULT_REALM))
                .start();
        TestClock clock = fake.clock();
        CallSettings settings = CallSettings.builder()
                .clock(clock)
                .sleeper(clock::advance)
                .pace(pace)
                .build();
        this.host = new Host(fake.baseUrl(), settings, store);
        this.firm = host.connect(
                "firm-1",
                practice,
                url -> fake.approve(url, FakeQuickBooks.DEFAULT_REALM).getRawQuery());
    }

    FakeQuickBooks fake() {
        return fake;
    }

    void pass(Duration time) {
        fake.clock().advance(time);
    }

    Instant now() {
        return fake.clock().instant();
    }

    void forgetHistory() {
        fake.history().clear();
    }

    /** How often the company was read since the history was forgotten; a query in a batch is a read. */
    long reads() {
        return calls().stream().mapToLong(Books::reads).sum();
    }

    private static long reads(Exchange call) {
        if (call.call().operation().equals("batch")) {
            return QUERY_IN_BATCH.matcher(call.requestText()).results().count();
        }
        return READS.contains(call.call().operation()) ? 1 : 0;
    }

    long batches() {
        return calls().stream()
                .filter(call -> call.call().operation().equals("batch"))
                .count();
    }

    long throttled() {
        return calls().stream().filter(call -> call.status() == 429).count();
    }

    private List<Exchange> calls() {
        List<Exchange> all = fake.history().all();
        Firm.require(all.size() < HISTORY, "the history forgot calls");
        return all.stream().filter(call -> !call.call().realm().isEmpty()).toList();
    }

    @Override
    public void close() {
        fake.close();
    }
}
