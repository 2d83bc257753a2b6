package dev.tieout.examples.benchmarks.engine;

import dev.tieout.examples.benchmarks.Report;
import dev.tieout.examples.benchmarks.engine.EngineBenchmark.Sizes;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.throttle.Throttling;
import java.time.Duration;
import java.util.List;

/** What is read in QuickBooks, which costs the host money, and what is asked of the host's store. */
final class Economy {
    private static final int ITEMS = 30;
    private static final int BATCHES = 20;
    private static final int LINES = 20;

    private final Report report;
    private final Sizes sizes;

    Economy(Report report, Sizes sizes) {
        this.report = report;
        this.sizes = sizes;
    }

    void run() throws Exception {
        reads();
        storeCalls();
        oneRecord();
    }

    private void reads() throws Exception {
        report.title("engine: reads in QuickBooks, as the fake counted them");
        try (Books books = books(new InMemorySyncStore(), sizes.month())) {
            Firm firm = books.firm;
            firm.open(1);
            Firm.stage(firm.company().clients(), firm.practice.clients());
            counted(books, "clients staged and created");
            for (Phase phase : List.of(Phase.INVOICES, Phase.PAYMENTS, Phase.EDITS)) {
                firm.stage(phase);
                counted(books, phase.words);
            }
            firm.tieOut();
            report.atMost("an idle firm with webhooks: reads a day", idleDay(books), 4);
        }
    }

    private void counted(Books books, String what) {
        books.forgetHistory();
        books.firm.runDue();
        report.atMost(String.format("%,d %s: reads", sizes.month(), what), books.reads(), 5);
    }

    /** A day on which nothing happens, after the notifications of the day before came and were dealt with. */
    private static long idleDay(Books books) {
        books.fake()
                .webhooks()
                .subscribe((headers, body) -> books.host
                        .quickBooks()
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
        books.firm
                .company()
                .invoices()
                .sync(books.firm.practice.editedInvoices().get(0));
        for (int i = 0; i < 12; i++) {
            books.pass(Duration.ofMinutes(6));
            books.fake().webhooks().deliver();
            books.host.quickBooks().runDue();
        }
        books.forgetHistory();
        for (int i = 0; i < 24 * 60; i++) {
            books.pass(Duration.ofMinutes(1));
            books.fake().webhooks().deliver();
            books.host.quickBooks().runDue();
        }
        return books.reads();
    }

    private void storeCalls() throws Exception {
        report.title("engine: calls of the store");
        CountingStore store = new CountingStore();
        try (Books books = books(store, BATCHES * ITEMS)) {
            Firm firm = books.firm;
            firm.open(1);
            firm.setUp();
            for (Phase phase : List.of(Phase.INVOICES, Phase.PAYMENTS, Phase.EDITS)) {
                firm.stage(phase);
                store.taken();
                books.host.quickBooks().runDue();
                int calls = store.taken().size();
                books.firm.runDue();
                report.atMost(
                        phase.words + ": calls a batch of " + ITEMS + ", all of a run of " + BATCHES,
                        (double) calls / BATCHES,
                        4,
                        "");
            }
        }
    }

    private void oneRecord() throws Exception {
        CountingStore store = new CountingStore();
        try (Books books = books(store, 1)) {
            Firm firm = books.firm;
            firm.open(LINES);
            firm.setUp();
            store.taken();
            firm.company().invoices().stage(Practice.ofItems(LINES));
            List<String> staging = store.taken();
            report.atMost("stage: look-ups", count(staging, "find"), 1);
            report.atMost("stage: saves", count(staging, "save"), 1);
            report.atMost("stage: calls", staging.size(), 2);
            boolean synced =
                    firm.company().invoices().sync(Practice.ofItems(LINES)).state() == SyncState.SYNCED;
            Firm.require(synced, "the invoice of " + LINES + " lines is not there");
            List<String> sending = store.taken();
            report.line("one invoice of %d lines, synced: %s", LINES, sending);
            long parents =
                    count(sending, "findAll") + count(sending, "find client") + count(sending, "find service_item");
            report.atMost("one invoice of " + LINES + " lines: look-ups of parents", parents, 1);
        }
    }

    private static long count(List<String> calls, String beginning) {
        return calls.stream().filter(call -> call.startsWith(beginning)).count();
    }

    private static Books books(SyncStore store, int clients) throws Exception {
        return new Books(Throttling.off(), PaceLimits.unlimited(), store, new Practice(clients));
    }
}
