package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The item for lines that name none: chosen from the catalog. */
class DefaultItemTest {
    private Firm firm;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
    }

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void theCatalogHasWhatCanStandOnALineAndNothingElse() {
        String account = firm.company.catalog().incomeAccounts().get(0).id().value();
        String category = firm.books.inQuickBooks().create("Item", Map.of("Name", "Yearly", "Type", "Category"));
        String hours = firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of("Name", "Hours", "Type", "Service", "IncomeAccountRef", Map.of("value", account)));
        String gone = firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of("Name", "Gone", "Type", "Service", "IncomeAccountRef", Map.of("value", account)));
        firm.books.inQuickBooks().inactivate("Item", gone);
        String bundle = firm.books.inQuickBooks().createBundle("Package", hours);

        List<Catalog.Entry> items = firm.company.catalog().items();

        assertThat(items).contains(new Catalog.Entry(RemoteId.of(hours), "Hours"));
        assertThat(items)
                .extracting(Catalog.Entry::id)
                .doesNotContain(RemoteId.of(category), RemoteId.of(gone), RemoteId.of(bundle));
        assertThat(items).extracting(Catalog.Entry::name).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void choosingItSetsTheStuckInvoicesGoing() {
        Client client = firm.client("c-1", "Ann");
        firm.company.clients().sync(client);
        ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-1"), client.id(), LocalDate.of(2026, 2, 2))
                .lines(List.of(InvoiceLine.builder(Money.usd("100.00"))
                        .description("Work")
                        .build()))
                .build();
        SyncStatus stuck = firm.company.invoices().sync(invoice);
        assertThat(stuck.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(stuck.problem().cause()).isEqualTo(ProblemCause.INVALID_DATA);

        firm.company.settings(firm.company
                .settings()
                .withDefaultItem(firm.company.catalog().items().get(0).id()));
        firm.work();

        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }
}
