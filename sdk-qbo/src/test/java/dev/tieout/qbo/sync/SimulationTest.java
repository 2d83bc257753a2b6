package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A firm at work while calls fail at random moments and two processes take turns: whatever happens, each record of the app
 * ends as exactly one record of QuickBooks, and both sides tie out. The seed is in the test's name.
 */
class SimulationTest {
    private static final List<Supplier<Fault>> FAULTS = List.of(
            Fault::answerLost,
            Fault::closedBeforeCommit,
            Fault::cutMidBody,
            Fault::html503,
            Fault::throttled,
            () -> Fault.code("3200"),
            () -> Fault.code("5010"),
            () -> Fault.code("10000"),
            () -> Fault.code("2500"),
            () -> Fault.code("6000"),
            () -> Fault.text(400, "<html>bad gateway</html>"),
            () -> Fault.text(404, "not here"));

    /** {@code -Dsimulation.seed=N} runs one again. */
    static IntStream seeds() {
        Integer one = Integer.getInteger("simulation.seed");
        return one != null
                ? IntStream.of(one)
                : IntStream.rangeClosed(1, 1 + Integer.getInteger("simulation.seeds", 100) / 13);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRecordEndsAsOneRecordOfQuickBooks(int seed) {
        Random random = new Random(seed);
        try (Firm firm = Firm.withDefaults()) {
            ServiceItem item = firm.linkedItem("s-1");
            int invoicesBefore = firm.books.all("Invoice").size();
            int paymentsBefore = firm.books.all("Payment").size();
            List<QuickBooks> nodes = List.of(firm.quickBooks, firm.process("node-2"));
            List<Client> clients = new ArrayList<>();
            List<ClientInvoice> invoices = new ArrayList<>();
            List<ClientPayment> payments = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                if (random.nextInt(3) == 0) {
                    firm.fake.faults().add(FaultRule.any(), fault(random));
                }
                QuickBooks node = nodes.get(random.nextInt(nodes.size()));
                act(firm, node, random, clients, invoices, payments, item);
                firm.fake.clock().advance(Duration.ofSeconds(random.nextInt(90)));
            }
            settle(firm, nodes);

            for (Client client : clients) {
                assertThat(firm.company.clients().status(client.id()).state())
                        .as("%s", client.id())
                        .isEqualTo(SyncState.SYNCED);
                assertThat(firm.count("Customer", "DisplayName", client.displayName()))
                        .as("%s", client.id())
                        .isEqualTo(1);
            }
            assertThat(firm.books.all("Invoice").size()).isEqualTo(invoicesBefore + invoices.size());
            assertThat(firm.books.all("Payment").size()).isEqualTo(paymentsBefore + payments.size());
            assertThat(firm.company.tieOut())
                    .satisfies(t -> assertThat(t.differences()).isEmpty());
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    /** As above, and now and then the bookkeeper merges a client's customer into another one. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMergeIsFollowed(int seed) {
        Random random = new Random(-seed);
        try (Firm firm = Firm.withDefaults()) {
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
            ServiceItem item = firm.linkedItem("s-1");
            int customersBefore = firm.books.all("Customer").size();
            int invoicesBefore = firm.books.all("Invoice").size();
            List<QuickBooks> nodes = List.of(firm.quickBooks, firm.process("node-2"));
            List<Client> clients = new ArrayList<>();
            List<ClientInvoice> invoices = new ArrayList<>();
            List<ClientPayment> payments = new ArrayList<>();
            int merges = 0;
            for (int step = 0; step < 40; step++) {
                if (random.nextInt(3) == 0) {
                    firm.fake.faults().add(FaultRule.any(), fault(random));
                }
                merges += random.nextInt(5) == 0 ? merge(firm, random, clients, merges) : 0;
                QuickBooks node = nodes.get(random.nextInt(nodes.size()));
                act(firm, node, random, clients, invoices, payments, item);
                firm.fake.clock().advance(Duration.ofSeconds(random.nextInt(90)));
                if (random.nextBoolean()) {
                    firm.fake.webhooks().deliver();
                }
            }
            settle(firm, nodes);

            for (Client client : clients) {
                SyncStatus status = firm.company.clients().status(client.id());
                assertThat(status.state()).as("%s", client.id()).isEqualTo(SyncState.SYNCED);
                assertThat(firm.inQuickBooks("Customer", status.remoteId(), "Active"))
                        .as("%s", client.id())
                        .isEqualTo(true);
                assertThat(firm.clients
                                .find(Firm.TENANT, client.id())
                                .orElseThrow()
                                .record()
                                .active())
                        .as("%s", client.id())
                        .isTrue();
            }
            for (ClientInvoice invoice : invoices) {
                RemoteId id = firm.company.invoices().status(invoice.id()).remoteId();
                RemoteId customer =
                        firm.company.clients().status(invoice.clientId()).remoteId();
                assertThat(firm.inQuickBooks("Invoice", id, "CustomerRef"))
                        .as("%s", invoice.id())
                        .extracting("value")
                        .isEqualTo(customer.value());
            }
            assertThat(firm.books.all("Customer")).hasSize(customersBefore + clients.size() + merges);
            assertThat(firm.books.all("Invoice")).hasSize(invoicesBefore + invoices.size());
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    private static int merge(Firm firm, Random random, List<Client> clients, int number) {
        if (clients.isEmpty()) {
            return 0;
        }
        Client client = clients.get(random.nextInt(clients.size()));
        RemoteId linked = firm.company.clients().status(client.id()).remoteId();
        if (linked == null || !Boolean.TRUE.equals(firm.inQuickBooks("Customer", linked, "Active"))) {
            return 0;
        }
        String kept = firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Kept Number " + number));
        firm.books.inQuickBooks().merge("Customer", kept, linked.value());
        return 1;
    }

    static void act(
            Firm firm,
            QuickBooks node,
            Random random,
            List<Client> clients,
            List<ClientInvoice> invoices,
            List<ClientPayment> payments,
            ServiceItem item) {
        switch (random.nextInt(clients.isEmpty() ? 1 : 6)) {
            case 0 -> {
                Client client = firm.client("c-" + clients.size(), "Client Number " + clients.size());
                clients.add(client);
                push(
                        random,
                        () -> node.company(Firm.TENANT).clients().sync(client),
                        () -> node.company(Firm.TENANT).clients().stage(client));
            }
            case 1, 2 -> {
                Client client = clients.get(random.nextInt(clients.size()));
                ClientInvoice invoice = Firm.invoice("i-" + invoices.size(), client, item, "100.00");
                invoices.add(invoice);
                push(
                        random,
                        () -> node.company(Firm.TENANT).invoices().sync(invoice),
                        () -> node.company(Firm.TENANT).invoices().stage(invoice));
            }
            case 3 -> {
                if (payments.size() < invoices.size()) {
                    ClientInvoice invoice = invoices.get(payments.size());
                    ClientPayment payment = Firm.payment("p-" + payments.size(), invoice, "100.00");
                    payments.add(payment);
                    push(
                            random,
                            () -> node.company(Firm.TENANT).payments().sync(payment),
                            () -> node.company(Firm.TENANT).payments().stage(payment));
                }
            }
            case 4 -> {
                int at = random.nextInt(clients.size());
                Client edited = firm
                        .clients
                        .find(Firm.TENANT, clients.get(at).id())
                        .map(LocalRecord::record)
                        .orElseThrow()
                        .toBuilder()
                        .companyName("Company " + random.nextInt(1000))
                        .build();
                clients.set(at, edited);
                firm.clients.put(Firm.TENANT, List.of(edited));
                node.company(Firm.TENANT).clients().sync(edited);
            }
            default -> node.runDue();
        }
    }

    static Fault fault(Random random) {
        return FAULTS.get(random.nextInt(FAULTS.size())).get();
    }

    private static void push(Random random, Runnable now, Runnable soon) {
        (random.nextBoolean() ? now : soon).run();
    }

    /** The faults end; time passes; both processes go on until nothing is due. */
    static void settle(Firm firm, List<QuickBooks> nodes) {
        firm.fake.faults().clear();
        for (int hour = 0; hour < 6; hour++) {
            firm.fake.clock().advance(Duration.ofHours(2));
            firm.fake.webhooks().deliver();
            for (QuickBooks node : nodes) {
                int steps = 0;
                while (node.runDue() > 0 && steps++ < 200) {
                    // go on
                }
            }
            retryWhatNeedsAPerson(firm);
        }
    }

    /** A refusal that a fault made up (5010 three times, say) waits for a person: this person retries. */
    private static void retryWhatNeedsAPerson(Firm firm) {
        Map<RecordKind, Consumer<LocalId>> retry = Map.of(
                RecordKind.CLIENT, id -> firm.company.clients().retry(id),
                RecordKind.SERVICE_ITEM, id -> firm.company.serviceItems().retry(id),
                RecordKind.INVOICE, id -> firm.company.invoices().retry(id),
                RecordKind.PAYMENT, id -> firm.company.payments().retry(id));
        firm.company
                .problems()
                .forEach(group -> group.examples()
                        .forEach(status -> retry.get(status.kind()).accept(status.localId())));
    }
}
