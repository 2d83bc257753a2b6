package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.RecordKind;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import dev.tieout.testkit.history.HistoryAssert;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** What docs/testing.md shows, compiled; {@link TestingSnippetsTest} runs it. */
final class TestingSnippets {
    private TestingSnippets() {}

    static void lost(FakeQuickBooks fake, QuickBooks quickBooks, Company company, ClientInvoice invoice) {
        // tag::lost
        fake.faults().add(FaultRule.on("Invoice", "create").alsoInBatches(), Fault.answerLost());
        company.invoices().stage(invoice);
        quickBooks.runDue();

        assertThat(company.status(RecordKind.INVOICE, invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(fake.company().all("Invoice")).hasSize(1);
        HistoryAssert.assertThat(fake.history()).hasRequestIdOnEveryWrite();
        // end::lost
    }

    static CallSettings onTheFakesClock(FakeQuickBooks fake) {
        // tag::clock
        CallSettings onItsClock = CallSettings.builder()
                .clock(fake.clock())
                .sleeper(pause -> fake.clock().advance(pause)) // whoever waits moves the time
                .build();
        // end::clock
        return onItsClock;
    }

    static void later(FakeQuickBooks fake, QuickBooks quickBooks) {
        // tag::later
        fake.clock().advance(Duration.ofHours(2));
        quickBooks.runDue(); // refreshes the token, reads what changed
        // end::later
    }

    static void bookkeeper(FakeQuickBooks fake, String customerId) {
        // tag::bookkeeper
        fake.company().inQuickBooks().change("Customer", customerId, Map.of("DisplayName", "Fern & Daughters"));
        fake.company().inQuickBooks().closeBooks(LocalDate.of(2026, 12, 31));
        fake.oauth().removeAdmin(FakeQuickBooks.DEFAULT_REALM);
        // end::bookkeeper
    }
}
