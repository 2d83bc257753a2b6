package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.FaultRule;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A firm at work in the app and a bookkeeper at work in QuickBooks at the same time: she edits and merges customers, an
 * administrator comes and goes, invoices are voided, webhooks are late, calls fail at random. When quiet returns, both
 * sides tie out, and nothing is there twice or lost.
 */
class BookkeeperSimulationTest {
    private static final int STEPS = 60;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.tieout.qbo.sync.SimulationTest#seeds")
    void bothSidesTieOut(int seed) {
        try (Firm firm = Firm.withDefaults()) {
            World world = new World(firm, new Random(7919L * seed));
            for (int step = 0; step < STEPS; step++) {
                world.step();
            }
            world.comeToRest();
            world.assertClients();
            world.assertInvoicesAndPayments();
            assertThat(firm.company.tieOut())
                    .satisfies(t -> assertThat(t.differences()).isEmpty());
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    private static final class World {
        private final Firm firm;
        private final Random random;
        private final List<QuickBooks> nodes;
        private final ServiceItem item;
        private final int customersBefore;
        private final int invoicesBefore;
        private final int paymentsBefore;
        private final List<LocalId> clients = new ArrayList<>();
        private final List<ClientInvoice> invoices = new ArrayList<>();
        private final List<ClientPayment> payments = new ArrayList<>();
        private final Set<LocalId> paid = new HashSet<>();
        private final Set<LocalId> voided = new HashSet<>();
        private int kept;
        private boolean locked;

        World(Firm firm, Random random) {
            this.firm = firm;
            this.random = random;
            firm.company.setup().apply(firm.company.setup().preview());
            firm.company.settings(
                    firm.company.settings().withClients(KindSettings.lists().withCreateInApp(false)));
            firm.fake.webhooks().format(WebhookFormat.LEGACY);
            firm.fake
                    .webhooks()
                    .subscribe((headers, body) -> firm.quickBooks
                            .webhooks()
                            .receive(headers.get("intuit-signature"), body)
                            .httpStatus());
            item = firm.linkedItem("s-1");
            nodes = List.of(firm.quickBooks, firm.process("node-2"));
            customersBefore = firm.books.all("Customer").size();
            invoicesBefore = firm.books.all("Invoice").size();
            paymentsBefore = firm.books.all("Payment").size();
        }

        void step() {
            if (random.nextInt(4) == 0) {
                firm.fake.faults().add(FaultRule.any(), SimulationTest.fault(random));
            }
            switch (random.nextInt(12)) {
                case 0, 1 -> newClient();
                case 2, 3, 4 -> bill();
                case 5 -> pay();
                case 6 -> editInApp();
                case 7 -> editInQuickBooks();
                case 8 -> merge();
                case 9 -> voidInvoice();
                case 10 -> administrator();
                default -> node().runDue();
            }
            firm.fake.clock().advance(Duration.ofSeconds(random.nextInt(200)));
            if (random.nextInt(3) == 0) {
                firm.fake.webhooks().deliver();
            }
        }

        private QuickBooks node() {
            return nodes.get(random.nextInt(nodes.size()));
        }

        private void newClient() {
            Client client = firm.client("c-" + clients.size(), "Client Number " + clients.size());
            clients.add(client.id());
            if (random.nextBoolean()) {
                node().company(Firm.TENANT).clients().sync(client);
            } else {
                node().company(Firm.TENANT).clients().stage(client);
            }
        }

        private void bill() {
            if (clients.isEmpty()) {
                return;
            }
            Client client = stored(clients.get(random.nextInt(clients.size())));
            ClientInvoice invoice = Firm.invoice("i-" + invoices.size(), client, item, "100.00");
            invoices.add(invoice);
            if (random.nextBoolean()) {
                node().company(Firm.TENANT).invoices().sync(invoice);
            } else {
                node().company(Firm.TENANT).invoices().stage(invoice);
            }
        }

        private void pay() {
            invoices.stream()
                    .filter(i -> !voided.contains(i.id()) && paid.add(i.id()))
                    .findFirst()
                    .ifPresent(invoice -> {
                        ClientPayment payment = Firm.payment("p-" + payments.size(), invoice, "100.00");
                        payments.add(payment);
                        node().company(Firm.TENANT).payments().stage(payment);
                    });
        }

        private void editInApp() {
            if (clients.isEmpty()) {
                return;
            }
            Client edited = stored(clients.get(random.nextInt(clients.size()))).toBuilder()
                    .companyName("Company " + random.nextInt(1000))
                    .build();
            firm.clients.put(Firm.TENANT, List.of(edited));
            node().company(Firm.TENANT).clients().stage(edited);
        }

        private void editInQuickBooks() {
            RemoteId customer = someLinkedCustomer();
            if (customer != null) {
                String phone = "555-" + (1000 + random.nextInt(9000));
                firm.books
                        .inQuickBooks()
                        .change("Customer", customer.value(), Map.of("PrimaryPhone", Map.of("FreeFormNumber", phone)));
            }
        }

        private void merge() {
            RemoteId customer = someLinkedCustomer();
            if (customer != null) {
                String survivor =
                        firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Kept Number " + kept++));
                firm.books.inQuickBooks().merge("Customer", survivor, customer.value());
            }
        }

        private RemoteId someLinkedCustomer() {
            if (clients.isEmpty()) {
                return null;
            }
            LocalId client = clients.get(random.nextInt(clients.size()));
            RemoteId linked = firm.company.clients().status(client).remoteId();
            return linked == null || !Boolean.TRUE.equals(firm.inQuickBooks("Customer", linked, "Active"))
                    ? null
                    : linked;
        }

        private void voidInvoice() {
            invoices.stream()
                    .filter(i -> !paid.contains(i.id()) && voided.add(i.id()))
                    .findFirst()
                    .ifPresent(invoice -> node().company(Firm.TENANT).invoices().voidNow(invoice.id()));
        }

        /** The administrator who connected loses the right, or has it again and connects anew. */
        private void administrator() {
            if (!locked) {
                firm.fake.oauth().removeAdmin(firm.books.realmId());
            } else {
                reauthorize();
            }
            locked = !locked;
        }

        private void reauthorize() {
            firm.fake.faults().clear();
            firm.fake.oauth().restoreAdmin(firm.books.realmId());
            AuthorizationRequest request = firm.quickBooks.connections().authorize(Firm.TENANT);
            URI callback = firm.fake.approve(request.url(), firm.books.realmId());
            firm.quickBooks.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
        }

        void comeToRest() {
            reauthorize();
            SimulationTest.settle(firm, nodes);
        }

        void assertClients() {
            for (LocalId id : clients) {
                SyncStatus status = firm.company.clients().status(id);
                assertThat(status.state()).as("%s", id).isEqualTo(SyncState.SYNCED);
                assertThat(firm.inQuickBooks("Customer", status.remoteId(), "Active"))
                        .as("%s", id)
                        .isEqualTo(true);
                assertThat(stored(id).active()).as("%s", id).isTrue();
            }
            assertThat(firm.books.all("Customer")).hasSize(customersBefore + clients.size() + kept);
        }

        void assertInvoicesAndPayments() {
            int neverSent = 0;
            for (ClientInvoice invoice : invoices) {
                SyncStatus status = firm.company.invoices().status(invoice.id());
                if (voided.contains(invoice.id()) && status.remoteId() == null) {
                    neverSent++;
                    continue;
                }
                assertThat(status.state()).as("%s", invoice.id()).isEqualTo(SyncState.SYNCED);
                assertThat(firm.inQuickBooks("Invoice", status.remoteId(), "CustomerRef"))
                        .as("%s", invoice.id())
                        .extracting("value")
                        .isEqualTo(firm.company
                                .clients()
                                .status(invoice.clientId())
                                .remoteId()
                                .value());
            }
            assertThat(firm.books.all("Invoice")).hasSize(invoicesBefore + invoices.size() - neverSent);
            assertThat(firm.books.all("Payment")).hasSize(paymentsBefore + payments.size());
        }

        private Client stored(LocalId id) {
            return firm.clients.find(Firm.TENANT, id).map(LocalRecord::record).orElseThrow();
        }
    }
}
