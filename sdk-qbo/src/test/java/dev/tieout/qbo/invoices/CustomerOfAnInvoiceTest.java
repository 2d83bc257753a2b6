package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.CustomerPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invoice whose client is not linked finds its customer by e-mail, or has it made, where the firm wants that. */
class CustomerOfAnInvoiceTest {
    private static final LocalId CLIENT = LocalId.of("c-1");

    private Firm firm;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        item = firm.linkedItem("s-1");
        policy(CustomerPolicy.MATCH_ELSE_CREATE);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void policy(CustomerPolicy policy) {
        SyncSettings settings = firm.company.settings();
        // Nothing of clients travels by itself: what is made, an invoice asked for.
        firm.company.settings(settings.withClients(KindSettings.lists().off())
                .withBilling(settings.billing().withCustomers(policy)));
    }

    private Client client(String name, String... emails) {
        Client client = Client.builder(CLIENT, name).emails(List.of(emails)).build();
        firm.clients.put(Firm.TENANT, List.of(client));
        return client;
    }

    private String customer(String name, String email) {
        return firm.books
                .inQuickBooks()
                .create("Customer", Map.of("DisplayName", name, "PrimaryEmailAddr", Map.of("Address", email)));
    }

    private SyncStatus bill(Client client) {
        return firm.company.invoices().sync(invoice("i-1", client));
    }

    private ClientInvoice invoice(String id, Client client) {
        return Firm.invoice(id, client, item, "100.00");
    }

    private String billedTo(SyncStatus status) {
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        return ((Map<?, ?>) firm.inQuickBooks("Invoice", status.remoteId(), "CustomerRef"))
                .get("value")
                .toString();
    }

    private int customers() {
        return firm.books.all("Customer").size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nora@example.com", "NORA@Example.com", "office@example.com, nora@example.com"})
    void anExistingCustomerWithTheAddressGetsTheInvoice(String address) {
        String customer = customer("Nora Field", address);
        int before = customers();
        assertThat(billedTo(bill(client("Nora Field", "nora@example.com")))).isEqualTo(customer);
        assertThat(customers()).isEqualTo(before);
        assertThat(firm.company.clients().status(CLIENT).remoteId()).isEqualTo(RemoteId.of(customer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eleanora@example.com", "nora@example.com.au", "nora@example.co"})
    void anAddressThatOnlyContainsTheClientsIsAnother(String address) {
        String other = customer("Nora Field of Elsewhere", address);
        assertThat(billedTo(bill(client("Nora Field", "nora@example.com")))).isNotEqualTo(other);
    }

    @Test
    void aClientThatMatchesNoCustomerIsCreatedWithTheInvoice() {
        int before = customers();
        SyncStatus billed = bill(client("Brand New", "new@example.com"));
        assertThat(firm.books.find("Customer", billedTo(billed)).orElseThrow())
                .containsEntry("DisplayName", "Brand New");
        assertThat(customers()).isEqualTo(before + 1);
    }

    @Test
    void aClientWithoutAnAddressIsCreated() {
        assertThat(firm.books
                        .find("Customer", billedTo(bill(client("No Mail"))))
                        .orElseThrow())
                .containsEntry("DisplayName", "No Mail");
    }

    @Test
    void aCustomerOfTheSameNameIsNoSilentMatchAndGetsNoSilentSuffix() {
        customer("Taken Name", "someone.else@example.com");
        int before = customers();
        Client client = client("Taken Name", "mine@example.com");
        SyncStatus billed = bill(client);
        assertThat(billed.state()).isEqualTo(SyncState.WAITING);
        assertThat(billed.problem().cause()).isEqualTo(ProblemCause.NAME_TAKEN);
        assertThat(billed.root()).isEqualTo(new RecordRef(RecordKind.CLIENT, CLIENT));
        assertThat(customers()).isEqualTo(before);
        // The firm renames its client, and all goes on.
        Client renamed = client("Taken Name of York", "mine@example.com");
        firm.company.clients().sync(renamed);
        firm.work();
        assertThat(firm.books
                        .find("Customer", billedTo(firm.company.invoices().status(LocalId.of("i-1"))))
                        .orElseThrow())
                .containsEntry("DisplayName", "Taken Name of York");
    }

    @Test
    void severalCustomersWithTheAddressAreAskedAbout() {
        customer("Nora Field", "nora@example.com");
        String second = customer("Nora Field 2", "nora@example.com");
        int before = customers();
        Client client = client("Nora Field", "nora@example.com");
        SyncStatus billed = bill(client);
        assertThat(billed.problem().cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
        assertThat(billed.problem().detail()).contains(second);
        assertThat(customers()).isEqualTo(before);
        assertThat(firm.company.clients().match(client, RemoteId.of(second))).isInstanceOf(MatchOutcome.Matched.class);
        firm.work();
        assertThat(billedTo(firm.company.invoices().status(LocalId.of("i-1")))).isEqualTo(second);
    }

    /** Who says that one of them is another has not said so of the rest. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenOneOfSeveralIsAnotherTheNextIsAskedAbout(boolean clientsTravel) {
        if (clientsTravel) {
            firm.company.settings(firm.company.settings().withClients(KindSettings.lists()));
        }
        String first = customer("Harold Brewer", "shared@example.com");
        String second = customer("Agnes Lind", "shared@example.com");
        int before = customers();
        bill(client("Nora Field", "shared@example.com"));

        firm.company.clients().notTheSame(CLIENT, RemoteId.of(first));
        firm.work();

        SyncStatus billed = firm.company.invoices().status(LocalId.of("i-1"));
        assertThat(customers()).isEqualTo(before);
        assertThat(billed.problem().cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
        assertThat(firm.company.clients().status(CLIENT).problem().blame().remoteId())
                .isEqualTo(RemoteId.of(second));
        firm.company.clients().notTheSame(CLIENT, RemoteId.of(second));
        firm.work();
        assertThat(customers()).isEqualTo(before + 1);
        assertThat(billedTo(firm.company.invoices().status(LocalId.of("i-1")))).isNotIn(first, second);
    }

    @Test
    void aCustomerOfAnotherNameIsAskedAboutAndMayBeSentAgainAsItsOwn() {
        String other = customer("Harold Brewer", "shared@example.com");
        int before = customers();
        SyncStatus billed = bill(client("Nora Field", "shared@example.com"));
        assertThat(billed.problem().cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
        assertThat(billed.problem().blame().remoteId()).isEqualTo(RemoteId.of(other));
        firm.work();
        assertThat(customers()).isEqualTo(before);
        firm.company.clients().resend(CLIENT);
        firm.work();
        assertThat(billedTo(firm.company.invoices().status(LocalId.of("i-1")))).isNotEqualTo(other);
        assertThat(customers()).isEqualTo(before + 1);
    }

    @Test
    void aMatchByPolicyLeavesTheCustomerAsItIsWhereEditsDoNotTravel() {
        String customer = customer("Field, Nora", "nora@example.com");
        assertThat(billedTo(bill(client("Nora Field", "nora@example.com")))).isEqualTo(customer);
        assertThat(firm.books.find("Customer", customer).orElseThrow()).containsEntry("DisplayName", "Field, Nora");
    }

    @Test
    void anInactiveCustomerIsNoMatch() {
        String gone = customer("Nora Field", "nora@example.com");
        firm.books.inQuickBooks().inactivate("Customer", gone);
        assertThat(billedTo(bill(client("Nora Field", "nora@example.com")))).isNotEqualTo(gone);
    }

    @Test
    void aCustomerThatIsLinkedWithAnotherClientIsAskedAbout() {
        String customer = customer("Nora Field", "nora@example.com");
        Client first = Client.builder(LocalId.of("c-9"), "Nora Field")
                .emails(List.of("nora@example.com"))
                .build();
        firm.company.clients().match(first, RemoteId.of(customer));
        SyncStatus billed = bill(client("Nora Field", "nora@example.com"));
        assertThat(billed.problem().cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
    }

    @Test
    void aClientThatAPersonKeepsOutOrTookApartIsNeverTouched() {
        String customer = customer("Nora Field", "nora@example.com");
        Client client = client("Nora Field", "nora@example.com");
        firm.company.clients().match(client, RemoteId.of(customer));
        firm.company.clients().unmatch(CLIENT);
        int before = customers();
        assertThat(bill(client).problem().cause()).isEqualTo(ProblemCause.PARENT_OUT);
        firm.company.clients().keepOut(CLIENT);
        assertThat(bill(client).problem().cause()).isEqualTo(ProblemCause.PARENT_OUT);
        assertThat(customers()).isEqualTo(before);
    }

    @Test
    void linkedOnlyWaits() {
        policy(CustomerPolicy.LINKED_ONLY);
        customer("Nora Field", "nora@example.com");
        int before = customers();
        SyncStatus billed = bill(client("Nora Field", "nora@example.com"));
        assertThat(billed.state()).isEqualTo(SyncState.WAITING);
        assertThat(customers()).isEqualTo(before);
        policy(CustomerPolicy.MATCH_ELSE_CREATE);
        firm.work();
        billedTo(firm.company.invoices().status(LocalId.of("i-1")));
        assertThat(customers()).isEqualTo(before);
    }

    @Test
    void manyStagedInvoicesFindTheirCustomersInFewReads() {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clients.add(Client.builder(LocalId.of("c-" + i), "Client Number " + i)
                    .emails(List.of("c" + i + "@example.com"))
                    .build());
            if (i % 2 == 0) {
                customer("Client Number " + i, "c" + i + "@example.com");
            }
        }
        firm.clients.put(Firm.TENANT, clients);
        int before = customers();
        int calls = firm.fake.history().all().size();
        clients.forEach(client -> firm.company.invoices().stage(invoice("i-" + client.id(), client)));
        firm.work();
        clients.forEach(client -> billedTo(firm.company.invoices().status(LocalId.of("i-" + client.id()))));
        assertThat(customers()).isEqualTo(before + 20);
        assertThat(firm.fake.history().all().stream()
                        .skip(calls)
                        .filter(exchange -> exchange.call().operation().equals("query"))
                        .count())
                .isLessThan(12);
    }

    @Test
    void aPaymentOfAnUnlinkedClientFindsItsCustomerToo() {
        String customer = customer("Nora Field", "nora@example.com");
        Client client = client("Nora Field", "nora@example.com");
        ClientInvoice invoice = invoice("i-1", client);
        firm.company.payments().stage(Firm.payment("p-1", invoice, "40.00"));
        firm.company.invoices().stage(invoice);
        firm.work();
        assertThat(billedTo(firm.company.invoices().status(invoice.id()))).isEqualTo(customer);
        assertThat(firm.company.payments().status(LocalId.of("p-1")).state()).isEqualTo(SyncState.SYNCED);
    }

    /** An app that throws over one client keeps one invoice waiting, and no other. */
    @Test
    void aClientThatTheAppCannotReadStopsItsOwnInvoiceOnly() {
        Client broken = Client.builder(LocalId.of("c-broken"), "Broken Record")
                .emails(List.of("broken@example.com"))
                .build();
        Client whole = Client.builder(CLIENT, "Nora Field")
                .emails(List.of("nora@example.com"))
                .build();
        firm.clients.put(Firm.TENANT, List.of(broken, whole));
        String customer = customer("Nora Field", "nora@example.com");
        QuickBooks node = firm.host("moody").clients(throwingOver(broken.id())).build();
        node.company(Firm.TENANT).invoices().stage(invoice("i-1", broken));
        node.company(Firm.TENANT).invoices().stage(invoice("i-2", whole));
        for (int run = 0; run < 10; run++) {
            node.runDue();
            firm.fake.clock().advance(Duration.ofMinutes(10));
        }

        assertThat(billedTo(firm.company.invoices().status(LocalId.of("i-2")))).isEqualTo(customer);
        assertThat(firm.company.invoices().status(LocalId.of("i-1")).remoteId()).isNull();
    }

    @SuppressWarnings("unchecked")
    private LocalRecords<Client> throwingOver(LocalId id) {
        return (LocalRecords<Client>) Proxy.newProxyInstance(
                LocalRecords.class.getClassLoader(), new Class<?>[] {LocalRecords.class}, (proxy, method, args) -> {
                    if (method.getName().equals("find") && args[1].equals(id)) {
                        throw new IllegalStateException("the app cannot read it");
                    }
                    return method.invoke(firm.clients, args);
                });
    }
}
