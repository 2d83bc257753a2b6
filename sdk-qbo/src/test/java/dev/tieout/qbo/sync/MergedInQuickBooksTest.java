// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bookkeeper merges two customers, or two items: the one that stayed takes the place of the one that went. */
class MergedInQuickBooksTest {
    private final Firm firm = Firm.connected();
    private Client client = Client.builder(LocalId.of("c-1"), "unused").build();
    private RemoteId gone = RemoteId.of("0");
    private RemoteId survivor = RemoteId.of("0");

    @BeforeEach
    void twoCustomers() {
        firm.company.setup().apply(firm.company.setup().preview());
        firm.fake
                .webhooks()
                .subscribe((headers, body) -> firm.quickBooks
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
        firm.fake.webhooks().format(WebhookFormat.LEGACY);
        // The survivor is no client of the app's: it would be taken in by itself.
        firm.company.settings(
                firm.company.settings().withClients(KindSettings.lists().withCreateInApp(false)));
        client = firm.client("c-1", "Twice Entered").toBuilder()
                .companyName("Twice Entered Ltd")
                .build();
        firm.clients.put(Firm.TENANT, List.of(client));
        gone = firm.company.clients().sync(client).remoteId();
        survivor = RemoteId.of(firm.books
                .inQuickBooks()
                .create("Customer", Map.of("DisplayName", "Entered, Twice", "Notes", "pays late")));
        news();
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

    /** Time passes and the feed is read; what the webhooks have to say is held back. */
    private void poll() {
        firm.fake.clock().advance(Duration.ofHours(7));
        firm.work();
    }

    private void merge() {
        firm.books.inQuickBooks().merge("Customer", survivor.value(), gone.value());
    }

    private SyncStatus status() {
        return firm.company.clients().status(client.id());
    }

    private Client stored() {
        return firm.clients
                .find(Firm.TENANT, client.id())
                .map(LocalRecord::record)
                .orElseThrow();
    }

    private ClientInvoice billed(String id) {
        ClientInvoice invoice = Firm.invoice(id, client, firm.linkedItem("s-" + id), "120.00");
        assertThat(firm.company.invoices().sync(invoice).state()).isEqualTo(SyncState.SYNCED);
        return invoice;
    }

    private Object customerOf(ClientInvoice invoice) {
        RemoteId id = firm.company.invoices().status(invoice.id()).remoteId();
        return ((Map<?, ?>) firm.inQuickBooks("Invoice", id, "CustomerRef")).get("value");
    }

    private void assertMoved() {
        assertThat(status().state()).isEqualTo(SyncState.SYNCED);
        assertThat(status().remoteId()).isEqualTo(survivor);
        assertThat(stored().active()).isTrue();
        assertThat(stored().displayName()).isEqualTo("Entered, Twice");
        assertThat(firm.inQuickBooks("Customer", survivor, "Active")).isEqualTo(true);
        assertThat(firm.inQuickBooks("Customer", survivor, "DisplayName")).isEqualTo("Entered, Twice");
        assertThat(firm.company.problems()).isEmpty();
    }

    @Test
    void theLinkMovesToTheOneThatStayed() {
        int customers = firm.books.all("Customer").size();
        merge();
        news();
        assertMoved();
        assertThat(customerOf(billed("i-1"))).isEqualTo(survivor.value());
        assertThat(firm.books.all("Customer")).hasSize(customers);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void whatTheSurvivorLacksIsNotLost() {
        merge();
        news();
        assertThat(stored().companyName()).isEqualTo("Twice Entered Ltd");
        assertThat(firm.inQuickBooks("Customer", survivor, "CompanyName")).isEqualTo("Twice Entered Ltd");
    }

    @Test
    void invoicesThatMovedAlongAreNoNews() {
        ClientInvoice invoice = billed("i-1");
        merge();
        news();
        assertMoved();
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(customerOf(invoice)).isEqualTo(survivor.value());
    }

    @Test
    void withoutTheWebhookAnInvoiceTellsWhoStayed() {
        ClientInvoice invoice = billed("i-1");
        firm.fake.webhooks().deliver();
        merge();
        poll();
        assertMoved();
        assertThat(customerOf(invoice)).isEqualTo(survivor.value());
    }

    /** A client that has no invoice: the kinds of transactions are asked one after the other. */
    @Test
    void withoutTheWebhookAPaymentTellsWhoStayedToo() {
        ClientPayment payment = ClientPayment.builder(LocalId.of("p-1"), client.id(), Firm.DAY, Money.usd("40.00"))
                .reference("p-1")
                .build();
        assertThat(firm.company.payments().sync(payment).state()).isEqualTo(SyncState.SYNCED);
        firm.fake.webhooks().deliver();
        merge();
        poll();
        assertMoved();
    }

    @Test
    void theNewerFormatDoesNotSayWhoWentAndAnInvoiceDoes() {
        firm.fake.webhooks().format(WebhookFormat.CLOUD_EVENTS);
        billed("i-1");
        merge();
        news();
        assertMoved();
    }

    @Test
    void aMergeThatIsToldLateBringsTheClientBack() {
        merge();
        poll();
        assertThat(stored().active()).isTrue();
        assertThat(status().problem().cause()).isEqualTo(ProblemCause.PERHAPS_MERGED);
        news();
        assertMoved();
    }

    @Test
    void aMergeToldWhileTheConnectionIsBrokenIsFollowedAfterItsRepair() {
        firm.fake.oauth().removeAdmin(firm.books.realmId());
        firm.company.clients().sync(firm.client("c-2", "Refused Client"));
        merge();
        firm.fake.webhooks().deliver();
        int calls = firm.fake.history().all().size();
        firm.work();
        // Whether all is well again is asked, but not at once.
        assertThat(firm.fake.history().all()).hasSize(calls);

        firm.fake.oauth().restoreAdmin(firm.books.realmId());
        AuthorizationRequest request = firm.quickBooks.connections().authorize(Firm.TENANT);
        URI callback = firm.fake.approve(request.url(), firm.books.realmId());
        firm.quickBooks.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
        firm.work();
        assertMoved();
    }

    @Test
    void aMergeToldBeforeADisconnectIsFollowedAfterConnectingAgain() {
        merge();
        firm.fake.webhooks().deliver();
        firm.quickBooks.connections().disconnect(Firm.TENANT);
        firm.work();
        AuthorizationRequest request = firm.quickBooks.connections().authorize(Firm.TENANT);
        URI callback = firm.fake.approve(request.url(), firm.books.realmId());
        firm.quickBooks.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
        firm.work();
        assertMoved();
    }

    @Test
    void toldTwiceItMovesOnce() {
        merge();
        firm.fake.webhooks().duplicateNext();
        news();
        news();
        assertMoved();
    }

    @Test
    void anEditOfTheAppThatWasUnderWayReachesTheSurvivor() {
        merge();
        Client edited = stored().toBuilder().phones(List.of("555-0142")).build();
        firm.clients.put(Firm.TENANT, List.of(edited));
        firm.company.clients().stage(edited);
        news();
        assertMoved();
        assertThat(String.valueOf(firm.inQuickBooks("Customer", survivor, "PrimaryPhone")))
                .contains("555-0142");
    }

    @Test
    void whoWantsToBeAskedIsAskedWhenBothSidesRenamed() {
        firm.company.settings(firm.company
                .settings()
                .withClients(KindSettings.lists().withCreateInApp(false).withConflicts(ConflictPolicy.ASK)));
        Client renamed = stored().toBuilder().displayName("Renamed Here").build();
        firm.clients.put(Firm.TENANT, List.of(renamed));
        merge();
        news();
        assertThat(status().remoteId()).isEqualTo(survivor);
        assertThat(status().state()).isEqualTo(SyncState.CONFLICT);
        assertThat(status().problem().cause()).isEqualTo(ProblemCause.BOTH_CHANGED);
    }

    @Test
    void whereTheAppTakesNoEditsTheLinkMovesAndTheNamesStay() {
        firm.company.settings(firm.company
                .settings()
                .withClients(KindSettings.lists().withCreateInApp(false).withEditInApp(false)));
        merge();
        news();
        assertThat(status().remoteId()).isEqualTo(survivor);
        assertThat(stored().displayName()).isEqualTo("Twice Entered");
        assertThat(firm.inQuickBooks("Customer", survivor, "DisplayName")).isEqualTo("Entered, Twice");
    }

    @Test
    void twoClientsOnOneSurvivorAreAConflictAndNobodyIsLost() {
        Client other = firm.client("c-2", "Entered, Twice");
        firm.company.clients().match(other, survivor);
        int customers = firm.books.all("Customer").size();
        merge();
        news();
        poll();
        assertThat(status().state()).isEqualTo(SyncState.CONFLICT);
        assertThat(status().problem().cause()).isEqualTo(ProblemCause.LINKED_TWICE);
        firm.company.retryAll();
        poll();
        assertThat(firm.company.clients().retry(client.id()).problem().cause()).isEqualTo(ProblemCause.LINKED_TWICE);
        assertThat(status().problem().message()).contains("c-2");
        assertThat(stored().active()).isTrue();
        assertThat(firm.company.clients().status(other.id()).remoteId()).isEqualTo(survivor);
        assertThat(firm.books.all("Customer")).hasSize(customers);

        firm.company.clients().unmatch(other.id());
        assertThat(firm.company.clients().match(stored(), survivor)).isInstanceOf(MatchOutcome.Matched.class);
    }

    /** What was billed before the merge has moved along; what is billed after it goes the same way, and nothing waits. */
    /** The webhook comes first, or the feed has guessed before it comes: the end is the same. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatDependsOnTheOneThatWentFollowsToTheSurvivor(boolean isToldFirst) {
        ClientInvoice before = billed("i-1");
        Client other = firm.client("c-2", "Entered, Twice");
        firm.company.clients().match(other, survivor);
        firm.fake.webhooks().deliver();
        merge();
        if (!isToldFirst) {
            poll();
            assertThat(status().problem().cause()).isEqualTo(ProblemCause.LINKED_TWICE);
        }
        news();
        poll();
        assertThat(status().problem().cause()).isEqualTo(ProblemCause.LINKED_TWICE);

        ClientInvoice after = billed("i-2");
        ClientPayment payment = Firm.payment("p-1", before, "50.00");
        assertThat(firm.company.payments().sync(payment).state()).isEqualTo(SyncState.SYNCED);
        ClientInvoice edited = before.toBuilder().memo("after the merge").build();
        assertThat(firm.company.invoices().sync(edited).state()).isEqualTo(SyncState.SYNCED);
        assertThat(List.of(customerOf(before), customerOf(after))).containsOnly(survivor.value());

        // The survivor's own client is let go: what depended on it through the merge is told of that, and moves with a
        // match.
        firm.company.clients().unmatch(other.id());
        assertThat(firm.company
                        .invoices()
                        .sync(after.toBuilder().memo("now").build())
                        .problem()
                        .cause())
                .isEqualTo(ProblemCause.PARENT_OUT);
        assertThat(firm.company.clients().match(stored(), survivor)).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(firm.company
                        .invoices()
                        .sync(after.toBuilder().memo("then").build())
                        .state())
                .isEqualTo(SyncState.SYNCED);
    }

    /** She moves an invoice by hand and puts its customer away: that looks like a merge, and a person is asked. */
    @Test
    void whatOnlyLooksLikeAMergeMovesNothingElse() {
        ClientInvoice before = billed("i-1");
        Client other = firm.client("c-2", "Entered, Twice");
        firm.company.clients().match(other, survivor);
        firm.fake.webhooks().deliver();
        String id = String.valueOf(firm.company.invoices().status(before.id()).remoteId());
        firm.books.inQuickBooks().change("Invoice", id, Map.of("CustomerRef", Map.of("value", survivor.value())));
        firm.books.inQuickBooks().change("Customer", gone.value(), Map.of("Active", false));
        poll();
        assertThat(status().problem().cause()).isEqualTo(ProblemCause.LINKED_TWICE);
        assertThat(firm.company.invoices().sync(before).state()).isNotEqualTo(SyncState.SYNCED);
    }

    @Test
    void whoIsToBeAClientOfItsOwnTakesTheInvoicesBack() {
        ClientInvoice before = billed("i-1");
        Client other = firm.client("c-2", "Entered, Twice");
        firm.company.clients().match(other, survivor);
        merge();
        news();
        firm.company.clients().resend(client.id());
        assertThat(status().state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.invoices().sync(before).state()).isEqualTo(SyncState.SYNCED);
        assertThat(customerOf(before)).isEqualTo(String.valueOf(status().remoteId()));
    }

    @Test
    void aSurvivorOutOfUseExplainsNothing() {
        merge();
        firm.books.inQuickBooks().change("Customer", survivor.value(), Map.of("Active", false));
        news();
        poll();
        assertThat(status().remoteId()).isEqualTo(gone);
        assertThat(stored().active())
                .as("both sides of %s", status().state())
                .isEqualTo(status().state() != SyncState.SYNCED);
    }

    @Test
    void anInvoiceGivenToAnotherCustomerByHandIsNoMerge() {
        ClientInvoice invoice = billed("i-1");
        firm.fake.webhooks().deliver();
        String id = String.valueOf(firm.company.invoices().status(invoice.id()).remoteId());
        firm.books
                .inQuickBooks()
                .change(
                        "Invoice",
                        id,
                        Map.of("CustomerRef", Map.of("value", survivor.value()), "PrivateNote", "theirs, really"));
        firm.books.inQuickBooks().change("Customer", gone.value(), Map.of("Active", false));
        poll();
        news();
        assertThat(status().remoteId()).isEqualTo(gone);
    }

    /** Ids of items and customers count apart: the customer's invoices say nothing of the item with its number. */
    @Test
    void anItemIsNotTakenForTheCustomerWithItsNumber() {
        billed("i-1");
        ServiceItem item = firm.linkedItem("x-1");
        for (int n = 2; !remote(item).equals(gone); n++) {
            assertThat(Long.parseLong(remote(item).value())).isLessThan(Long.parseLong(gone.value()));
            item = firm.linkedItem("x-" + n);
        }
        firm.books.inQuickBooks().inactivate("Item", gone.value());
        poll();
        SyncStatus status = firm.company.serviceItems().status(item.id());
        assertThat(status.problem()).extracting("cause").isEqualTo(ProblemCause.PERHAPS_MERGED);
        assertThat(firm.items
                        .find(Firm.TENANT, item.id())
                        .orElseThrow()
                        .record()
                        .active())
                .isTrue();
    }

    private RemoteId remote(ServiceItem item) {
        return RemoteId.of(
                String.valueOf(firm.company.serviceItems().status(item.id()).remoteId()));
    }

    @Test
    void aMergedItemIsFollowedToo() {
        ServiceItem item = firm.linkedItem("s-1");
        RemoteId first = firm.company.serviceItems().status(item.id()).remoteId();
        String kept = (String) firm.books.all("Item").stream()
                .filter(i -> "Service".equals(i.get("Type")) && !first.value().equals(i.get("Id")))
                .findFirst()
                .orElseThrow()
                .get("Id");
        firm.books.inQuickBooks().merge("Item", kept, first.value());
        news();
        assertThat(firm.company.serviceItems().status(item.id()).remoteId()).isEqualTo(RemoteId.of(kept));
        assertThat(firm.items
                        .find(Firm.TENANT, item.id())
                        .map(LocalRecord::record)
                        .orElseThrow()
                        .active())
                .isTrue();
    }
}
