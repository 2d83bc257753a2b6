// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.WebhookInbox;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.spi.LocalRecord;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboundTest {
    private final Firm firm = Firm.connected();

    @BeforeEach
    void listen() {
        firm.company.setup().apply(firm.company.setup().preview());
        firm.fake
                .webhooks()
                .subscribe((headers, body) -> firm.quickBooks
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void news() {
        firm.fake.clock().advance(Duration.ofMinutes(10));
        firm.fake.webhooks().deliver();
        firm.work();
    }

    private Client stored(Client client) {
        return firm.clients
                .find(Firm.TENANT, client.id())
                .map(LocalRecord::record)
                .orElseThrow();
    }

    @Test
    void anEditInQuickBooksReachesTheApp() {
        Client client = firm.client("c-1", "Edited Client");
        SyncStatus status = firm.company.clients().sync(client);
        firm.books
                .inQuickBooks()
                .change(
                        "Customer",
                        status.remoteId().value(),
                        Map.of(
                                "PrimaryEmailAddr", Map.of("Address", "new@example.com"),
                                "PrimaryPhone", Map.of("FreeFormNumber", "555-0142"),
                                "BillAddr", Map.of("Line1", "1 Quay", "City", "York")));
        news();
        assertThat(stored(client).emails()).containsExactly("new@example.com");
        assertThat(stored(client).phones()).containsExactly("555-0142");
        assertThat(stored(client).address().city()).isEqualTo("York");
        assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void ownWritesThatComeBackChangeNothing() {
        Client client = firm.client("c-1", "Echoing Client");
        firm.company.clients().sync(client);
        Client before = stored(client);
        news();
        assertThat(stored(client)).isSameAs(before);
        int updates = firm.fake.history().count("Customer", "update");
        news();
        assertThat(firm.fake.history().count("Customer", "update")).isEqualTo(updates);
    }

    @Test
    void aCustomerMadeInactiveIsAskedAboutAndThenDeactivatesTheClient() {
        Client client = firm.client("c-1", "Leaving Client");
        SyncStatus status = firm.company.clients().sync(client);
        firm.books.inQuickBooks().inactivate("Customer", status.remoteId().value());
        news();
        SyncStatus asked = firm.company.clients().status(client.id());
        assertThat(asked.state()).isEqualTo(SyncState.CONFLICT);
        assertThat(asked.problem().cause()).isEqualTo(ProblemCause.PERHAPS_MERGED);
        assertThat(stored(client).active()).isTrue();

        assertThat(firm.company.clients().resolve(client.id(), Side.QUICKBOOKS).state())
                .isEqualTo(SyncState.SYNCED);
        assertThat(stored(client).active()).isFalse();
        assertThat(stored(client).displayName()).isEqualTo("Leaving Client");
    }

    @Test
    void editsStayOutWhereTheFirmWantsThem() {
        firm.company.settings(firm.company
                .settings()
                .withClients(KindSettings.lists().withCreateInApp(false).withEditInApp(false)));
        Client client = firm.client("c-1", "Private Client");
        SyncStatus status = firm.company.clients().sync(client);
        firm.books.inQuickBooks().change("Customer", status.remoteId().value(), Map.of("CompanyName", "Theirs Ltd"));
        news();
        assertThat(stored(client).companyName()).isNull();
    }

    @Test
    void newCustomersBecomeClientsOnlyWhereTheFirmWantsThem() {
        firm.company.settings(
                firm.company.settings().withClients(KindSettings.lists().withCreateInApp(false)));
        String unwanted = firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Unwanted Customer"));
        news();
        assertThat(firm.clients.all(Firm.TENANT).map(Client::displayName)).doesNotContain("Unwanted Customer");

        firm.company.settings(firm.company
                .settings()
                .withClients(KindSettings.lists().withCreateInApp(true).withEditInApp(true)));
        String wanted = firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Wanted Customer"));
        news();
        news();
        assertThat(firm.clients.all(Firm.TENANT).map(Client::displayName)).containsOnlyOnce("Wanted Customer");
        assertThat(wanted).isNotEqualTo(unwanted);
    }

    @Test
    void aCreateInFlightDoesNotComeBackAsANewClient() {
        firm.company.settings(firm.company
                .settings()
                .withClients(KindSettings.lists().withCreateInApp(true).withEditInApp(true)));
        firm.fake.faults().add(FaultRule.on("Customer", "create").times(2), Fault.answerLost());
        Client client = firm.client("c-1", "Flying Client");
        firm.company.clients().sync(client);
        news();
        news();
        assertThat(firm.clients.all(Firm.TENANT).map(Client::displayName)).containsOnlyOnce("Flying Client");
        assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aDeletedInvoiceIsGoneAndNeverBroughtBack() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Billed Client");
        firm.company.clients().sync(client);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        SyncStatus sent = firm.company.invoices().sync(invoice);
        firm.books.inQuickBooks().delete("Invoice", sent.remoteId().value());
        news();
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.GONE);
        int creates = firm.fake.history().count("Invoice", "create");
        assertThat(firm.company.invoices().sync(invoice).state()).isEqualTo(SyncState.GONE);
        assertThat(firm.fake.history().count("Invoice", "create")).isEqualTo(creates);
    }

    @Test
    void aPaymentThatBumpsItsInvoiceIsNoNews() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Paying Client");
        firm.company.clients().sync(client);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        firm.company.payments().sync(Firm.payment("p-1", invoice, "100.00"));
        news();
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.problems()).isEmpty();
    }

    @Test
    void anInvoiceChangedInQuickBooksIsToldAndAPersonRestoresIt() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Billed Client");
        firm.company.clients().sync(client);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00").toBuilder()
                .privateNote("as sent")
                .build();
        SyncStatus sent = firm.company.invoices().sync(invoice);
        firm.books.inQuickBooks().change("Invoice", sent.remoteId().value(), Map.of("PrivateNote", "edited there"));
        news();
        SyncStatus changed = firm.company.invoices().status(invoice.id());
        assertThat(changed.problem().cause()).isEqualTo(ProblemCause.CHANGED_IN_QUICKBOOKS);
        assertThat(changed.problem().field()).isEqualTo("PrivateNote");
        assertThat(firm.company.invoices().retry(invoice.id()).state()).isEqualTo(SyncState.CONFLICT);
        assertThat(firm.company.invoices().resolve(invoice.id(), Side.APP).state())
                .isEqualTo(SyncState.SYNCED);
        assertThat(firm.inQuickBooks("Invoice", sent.remoteId(), "PrivateNote")).isEqualTo("as sent");
    }

    @Test
    void aGapOlderThanTheLookBackIsClosedByQuery() {
        Client kept = firm.client("c-1", "Kept Client");
        SyncStatus keptStatus = firm.company.clients().sync(kept);
        ServiceItem item = firm.linkedItem("s-1");
        ClientInvoice invoice = Firm.invoice("i-1", kept, item, "100.00");
        SyncStatus sent = firm.company.invoices().sync(invoice);
        firm.fake.clock().advance(Duration.ofDays(20));
        firm.books.inQuickBooks().change("Customer", keptStatus.remoteId().value(), Map.of("CompanyName", "Kept Ltd"));
        firm.books.inQuickBooks().delete("Invoice", sent.remoteId().value());
        firm.fake.clock().advance(Duration.ofDays(40));
        firm.work();
        assertThat(stored(kept).companyName()).isEqualTo("Kept Ltd");
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.GONE);
    }

    @Test
    void theMarkStaysWhereItIsWhenTheFeedCannotBeRead() {
        Client client = firm.client("c-1", "Edited Client");
        SyncStatus status = firm.company.clients().sync(client);
        firm.books.inQuickBooks().change("Customer", status.remoteId().value(), Map.of("CompanyName", "New Ltd"));
        firm.fake.faults().add(FaultRule.any().times(1), Fault.html503());
        news();
        assertThat(stored(client).companyName()).isNull();
        firm.fake.clock().advance(Duration.ofMinutes(5));
        firm.work();
        assertThat(stored(client).companyName()).isEqualTo("New Ltd");
    }

    @Test
    void oneRecordThatQuickBooksWouldRefuseDoesNotStopTheFeed() {
        Client bad = firm.client("c-1", "Good Name");
        SyncStatus badStatus = firm.company.clients().sync(bad);
        Client other = firm.client("c-2", "Other Client");
        SyncStatus otherStatus = firm.company.clients().sync(other);
        firm.clients.put(
                Firm.TENANT, List.of(bad.toBuilder().displayName("Bad: Name").build()));
        firm.books.inQuickBooks().change("Customer", badStatus.remoteId().value(), Map.of("CompanyName", "One Ltd"));
        firm.books.inQuickBooks().change("Customer", otherStatus.remoteId().value(), Map.of("CompanyName", "Two Ltd"));
        news();
        assertThat(stored(other).companyName()).isEqualTo("Two Ltd");
    }

    @Test
    void aForgedWebhookIsRefused() {
        WebhookInbox.Receipt receipt =
                firm.quickBooks.webhooks().receive("bm90IGEgc2lnbmF0dXJl", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(receipt.httpStatus()).isEqualTo(401);
        assertThat(receipt.companies()).isZero();
    }

    @Test
    void aPersonMayTakeANewCustomerIntoTheApp() {
        String id = firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Chosen Customer"));
        RemoteId customer = RemoteId.of(id);
        firm.company.setup().apply(firm.company.setup().preview().createInApp(customer));
        List<Client> chosen = firm.clients
                .all(Firm.TENANT)
                .filter(client -> client.displayName().equals("Chosen Customer"))
                .toList();
        assertThat(chosen).hasSize(1);
        LocalId local = chosen.get(0).id();
        assertThat(firm.company.clients().status(local).remoteId()).isEqualTo(customer);
    }

    @Test
    void whatAPersonTookApartIsNotBroughtBackUnderAnotherName() {
        Client client = firm.client("c-1", "Taken Apart");
        String customer = firm.company.clients().sync(client).remoteId().value();
        firm.company.clients().unmatch(client.id());
        firm.books.inQuickBooks().change("Customer", customer, Map.of("DisplayName", "Under Another Name"));
        news();
        news();
        assertThat(firm.clients.all(Firm.TENANT).map(Client::displayName)).doesNotContain("Under Another Name");
        assertThat(firm.company.clients().status(client.id()).keptOut()).isEqualTo(KeptOut.UNMATCHED);
    }

    @Test
    void whatChangesRightAfterConnectingIsSeenThoughTheHostsClockIsAhead() {
        firm.quickBooks.connections().disconnect(Firm.TENANT);
        Duration ahead = Duration.ofMinutes(3);
        QuickBooks host = firm.host("ahead")
                .syncStore(new InMemorySyncStore())
                .callSettings(CallSettings.builder()
                        .clock(Clock.offset(firm.fake.clock(), ahead))
                        .sleeper(pause -> firm.fake.clock().advance(pause))
                        .build())
                .build();
        AuthorizationRequest request = host.connections().authorize(Firm.TENANT);
        URI callback = firm.fake.approve(request.url(), firm.books.realmId());
        host.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
        Company company = host.company(Firm.TENANT);
        Client client = firm.client("c-9", "Edited At Once");
        SyncStatus made = company.clients().sync(client);
        firm.books
                .inQuickBooks()
                .change("Customer", made.remoteId().value(), Map.of("CompanyName", "Edited At Once Ltd"));

        firm.fake.clock().advance(Duration.ofHours(2));
        for (int i = 0; i < 20 && host.runDue() > 0; i++) {
            // Until nothing is due.
        }
        assertThat(stored(client).companyName()).isEqualTo("Edited At Once Ltd");
    }
}
