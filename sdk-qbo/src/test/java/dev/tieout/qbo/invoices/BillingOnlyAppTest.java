package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.CustomerPolicy;
import dev.tieout.sync.ItemPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.NumberPolicy;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Standing;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.sync.VoidPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An app that only bills: nothing of clients and service items travels by itself, an invoice brings its customer along, each
 * line goes on the default item, a void deletes, and QuickBooks numbers. One fact for each thing that such apps promise.
 */
class BillingOnlyAppTest {
    private static final LocalId INVOICE = LocalId.of("i-1");

    private Firm firm;
    private Company company;
    private RemoteId sales;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        company = firm.company;
        sales = RemoteId.of(firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of(
                                "Name",
                                "Sales",
                                "Type",
                                "Service",
                                "IncomeAccountRef",
                                Map.of(
                                        "value",
                                        company.catalog()
                                                .incomeAccounts()
                                                .get(0)
                                                .id()
                                                .value()))));
        SyncSettings settings = company.settings();
        company.settings(settings.withClients(KindSettings.lists().off())
                .withServiceItems(KindSettings.lists().off())
                .withDefaultItem(
                        company.catalog().proposedDefaultItem().orElseThrow().id())
                .withBilling(settings.billing()
                        .withCustomers(CustomerPolicy.MATCH_ELSE_CREATE)
                        .withUnmappedItems(ItemPolicy.DEFAULT_ITEM)
                        .withNumbers(NumberPolicy.QUICKBOOKS)
                        .withVoids(VoidPolicy.DELETE)));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private Client client(String name, String email) {
        Client client =
                Client.builder(LocalId.of("c-1"), name).emails(List.of(email)).build();
        firm.clients.put(Firm.TENANT, List.of(client));
        return client;
    }

    private static ClientInvoice invoice(Client client) {
        return ClientInvoice.builder(INVOICE, client.id(), Firm.DAY)
                .number("COP-17")
                .lines(List.of(
                        InvoiceLine.builder(Money.usd("100.00"))
                                .description("Advice")
                                .build(),
                        InvoiceLine.builder(Money.usd("20.00"))
                                .serviceItemId(LocalId.of("s-never-mapped"))
                                .build()))
                .build();
    }

    private SyncStatus billed(Client client) {
        SyncStatus status = company.invoices().sync(invoice(client));
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        return status;
    }

    private Map<String, Object> there(SyncStatus status) {
        return firm.books.find("Invoice", status.remoteId().value()).orElseThrow();
    }

    @Test
    void onceAnInvoiceIsCreatedAMatchingInvoiceAndCustomerAre() {
        SyncStatus status = billed(client("New Person", "new@example.com"));
        Object customer = ((Map<?, ?>) there(status).get("CustomerRef")).get("value");
        assertThat(firm.books.find("Customer", customer.toString()).orElseThrow())
                .containsEntry("DisplayName", "New Person");
        assertThat(there(status)).containsEntry("TotalAmt", new BigDecimal("120.00"));
    }

    @Test
    void anExistingCustomerGetsTheInvoice() {
        String customer = firm.books
                .inQuickBooks()
                .create(
                        "Customer",
                        Map.of("DisplayName", "Old Person", "PrimaryEmailAddr", Map.of("Address", "old@example.com")));
        SyncStatus status = billed(client("Old Person", "old@example.com"));
        assertThat(there(status).get("CustomerRef").toString()).contains(customer);
    }

    @Test
    void changesToTheInvoiceAndPaymentsAreSent() {
        Client client = client("New Person", "new@example.com");
        billed(client);
        ClientInvoice edited = invoice(client).toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.usd("150.00")).build()))
                .build();
        assertThat(company.invoices().sync(edited).standing().total()).isEqualTo(Money.usd("150.00"));
        company.payments().sync(Firm.payment("p-1", edited, "150.00"));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        assertThat(company.invoices().status(INVOICE).standing().paid()).isEqualTo(Standing.Paid.FULLY);
    }

    @Test
    void eachLineIsOnTheDefaultItem() {
        assertThat(there(billed(client("New Person", "new@example.com")))
                        .get("Line")
                        .toString()
                        .split("ItemRef=\\{value=" + sales + "[,}]", -1))
                .hasSize(3);
    }

    @Test
    void invoicesOfQuickBooksDoNotAppearInTheApp() {
        String customer = firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Of The Books"));
        firm.books.seed().invoice(customer, sales.value(), new BigDecimal("10.00"));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        assertThat(firm.clients.all(Firm.TENANT)).isEmpty();
        assertThat(company.overview().toString()).doesNotContain("NEEDS_ATTENTION=1");
    }

    @Test
    void whereANameIsTakenNothingIsMadeAndTheInvoiceSaysSo() {
        firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Same Name"));
        SyncStatus status = company.invoices().sync(invoice(client("Same Name", "mine@example.com")));
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.NAME_TAKEN);
    }

    @Test
    void aVoidDeletes() {
        SyncStatus status = billed(client("New Person", "new@example.com"));
        company.invoices().voidNow(INVOICE);
        assertThat(firm.books.find("Invoice", status.remoteId().value())).isEmpty();
    }

    @Test
    void theAppsNumberDoesNotGoOver() {
        SyncStatus status = billed(client("New Person", "new@example.com"));
        assertThat(there(status).get("DocNumber")).isNotEqualTo("COP-17");
        assertThat(status.standing().number()).isEqualTo(there(status).get("DocNumber"));
    }

    @Test
    void withCustomNumbersOnTheNumberIsEmptyAndTheBookkeeperMayGiveOne() {
        firm.books.inQuickBooks().settings().customNumbers(true);
        SyncStatus status = billed(client("New Person", "new@example.com"));
        assertThat(status.standing().number()).isNull();
        firm.books.inQuickBooks().change("Invoice", status.remoteId().value(), Map.of("DocNumber", "COP-17"));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        assertThat(company.invoices().status(INVOICE).state()).isEqualTo(SyncState.SYNCED);
        assertThat(company.invoices().status(INVOICE).standing().number()).isEqualTo("COP-17");
    }

    @Test
    void createPaymentAndVoidAreThereAtOnce() {
        Client client = client("New Person", "new@example.com");
        SyncStatus made = billed(client);
        assertThat(firm.books.find("Invoice", made.remoteId().value())).isPresent();
        SyncStatus paid = company.payments().sync(Firm.payment("p-1", invoice(client), "120.00"));
        assertThat(firm.books.find("Payment", paid.remoteId().value())).isPresent();
        company.payments().deleteNow(LocalId.of("p-1"));
        company.invoices().retry(INVOICE);
        assertThat(company.invoices().voidNow(INVOICE).state()).isEqualTo(SyncState.SYNCED);
    }
}
