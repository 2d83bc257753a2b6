package dev.tieout.qbo.confluence;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.confluence.Scenario.Edit;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.testkit.company.InQuickBooks;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

// Longer than others: a firm's records, and all that can happen to them.
/** One way in which a scenario goes: a firm, the edits in one interleaving, and what is observed in between. */
final class Course implements AutoCloseable {
    private static final List<Supplier<Fault>> FAULTS = List.of(
            Fault::answerLost,
            Fault::answerLost,
            Fault::cutMidBody,
            Fault::closedBeforeCommit,
            Fault::html503,
            Fault::throttled,
            () -> Fault.code("5010"),
            () -> Fault.code("10000"),
            () -> Fault.code("6000"),
            () -> Fault.text(400, "<html>bad gateway</html>"),
            () -> Fault.text(404, "not here"));

    private final Firm firm = Firm.withDefaults();
    private final Random random;
    private final boolean calm;
    private final MoodyRecords.Mood mood = new MoodyRecords.Mood();
    private final List<QuickBooks> nodes = new ArrayList<>(List.of(node("node-1")));
    private final Map<String, ClientInvoice> invoices = new LinkedHashMap<>();
    private final Map<String, ClientPayment> payments = new LinkedHashMap<>();
    private final Map<String, String> remotes = new HashMap<>();
    private final List<String> steps = new ArrayList<>();

    private Course(ConflictPolicy policy, Random random, boolean calm) {
        this.random = random;
        this.calm = calm;
        KindSettings lists = KindSettings.lists().withCreateInApp(false).withConflicts(policy);
        KindSettings money = KindSettings.money().withConflicts(policy);
        firm.company.settings(firm.company
                .settings()
                .withClients(lists)
                .withServiceItems(lists)
                .withInvoices(money)
                .withPayments(money));
        firm.fake
                .webhooks()
                .subscribe((headers, body) -> nodes.get(0)
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
        begin();
    }

    private QuickBooks node(String name) {
        return firm.host(name)
                .clients(new MoodyRecords<>(firm.clients, mood))
                .serviceItems(new MoodyRecords<>(firm.items, mood))
                .build();
    }

    /** Both sides agree on some records before anything is edited. */
    private void begin() {
        for (String id : List.of("s-1", "s-2")) {
            ServiceItem item =
                    firm.linkedItem(id).toBuilder().description("Text 0").build();
            put(item);
            firm.company.serviceItems().stage(item);
        }
        for (String id : List.of("c-1", "c-2")) {
            Client client = Client.builder(LocalId.of(id), id + " named 0")
                    .companyName("Text 0")
                    .phones(List.of("555-0"))
                    .build();
            put(client);
            firm.company.clients().stage(client);
        }
        for (int i = 1; i <= 4; i++) {
            ClientInvoice invoice = ClientInvoice.builder(
                            LocalId.of("i-" + i), LocalId.of(i % 2 == 0 ? "c-2" : "c-1"), Firm.DAY)
                    .privateNote("Note " + i)
                    .memo("Memo " + i)
                    .lines(List.of(line(1, "s-1"), line(2, "s-2"), line(3, "s-2")))
                    .build();
            put(invoice);
            firm.company.invoices().stage(invoice);
        }
        for (int i = 1; i <= 2; i++) {
            ClientInvoice invoice = invoice("i-" + i);
            ClientPayment payment = ClientPayment.builder(
                            LocalId.of("p-" + i), invoice.clientId(), Firm.DAY, Money.usd("40.00"))
                    .reference("p-" + i)
                    .privateNote("Note of p-" + i)
                    .allocations(List.of(new PaymentAllocation(invoice.id(), Money.usd("30.00"))))
                    .build();
            put(payment);
            firm.company.payments().stage(payment);
        }
        firm.work();
        for (String id : Ends.AGREED) {
            remotes.put(id, Ends.status(this, id).remoteId().value());
        }
        firm.fake.clock().advance(Duration.ofMinutes(20));
        firm.work();
    }

    private static InvoiceLine line(int n, String item) {
        return InvoiceLine.builder(Money.usd("100.00"))
                .serviceItemId(LocalId.of(item))
                .description("Work " + n)
                .build();
    }

    /** Everything is looked at after each edit, and nothing fails. */
    static Course calm(Scenario scenario, long seed) {
        Course course = new Course(scenario.policy(), new Random(seed), true);
        course.go(scenario);
        return course;
    }

    /** Things are looked at when it comes about, by any node, and calls fail. */
    static Course troubled(Scenario scenario, long seed) {
        Course course = new Course(scenario.policy(), new Random(seed), false);
        course.go(scenario);
        return course;
    }

    private void go(Scenario scenario) {
        for (List<Edit> moment : scenario.interleaved(random)) {
            for (Edit edit : moment) {
                make(edit, moment.size() > 1);
            }
            observe();
        }
        rest();
    }

    private void make(Edit edit, boolean atOneMoment) {
        steps.add(edit.toString());
        if (!edit.inApp()) {
            edit.slot().book().accept(this, edit.number());
            return;
        }
        edit.slot().app().accept(this, edit.number());
        if (!edit.slot().member().equals("End")) {
            boolean now = !atOneMoment && random.nextInt(3) == 0;
            steps.add(now ? "sync" : "stage");
            handOver(edit.slot().record(), now);
        }
    }

    private void handOver(String id, boolean now) {
        Company company = node().company(Firm.TENANT);
        switch (id.charAt(0)) {
            case 'c' -> {
                if (now) {
                    company.clients().sync(client(id));
                } else {
                    company.clients().stage(client(id));
                }
            }
            case 's' -> {
                if (now) {
                    company.serviceItems().sync(item(id));
                } else {
                    company.serviceItems().stage(item(id));
                }
            }
            case 'i' -> {
                if (now) {
                    company.invoices().sync(invoice(id));
                } else {
                    company.invoices().stage(invoice(id));
                }
            }
            default -> {
                if (now) {
                    company.payments().sync(payment(id));
                } else {
                    company.payments().stage(payment(id));
                }
            }
        }
    }

    private void observe() {
        if (calm) {
            firm.fake.clock().advance(Duration.ofMinutes(3));
            firm.fake.webhooks().deliver();
            firm.work();
            return;
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            step(random.nextInt(9));
        }
    }

    private void step(int what) {
        switch (what) {
            case 0, 1 -> {
                steps.add("work");
                node().runDue();
            }
            case 2 -> {
                steps.add("webhooks");
                firm.fake.webhooks().deliver();
            }
            case 3 -> {
                steps.add("webhooks, work");
                firm.fake.webhooks().deliver();
                node().runDue();
            }
            case 4 -> fail();
            case 5 -> {
                int minutes = random.nextInt(4) == 0 ? 60 * random.nextInt(30) : random.nextInt(5);
                steps.add("+" + minutes + " min");
                firm.fake.clock().advance(Duration.ofMinutes(minutes));
            }
            case 6 -> {
                steps.add("new node");
                nodes.add(node("node-" + (nodes.size() + 1)));
            }
            case 7 -> {
                int calls = 1 + random.nextInt(3);
                boolean after = random.nextBoolean();
                steps.add("the app throws x" + calls + (after ? " afterwards" : ""));
                mood.spoil(calls, after);
            }
            default -> {
                String id = List.of("i-1", "i-2").get(random.nextInt(2));
                steps.add("plan " + id);
                try {
                    node().company(Firm.TENANT).invoices().plan(invoice(id));
                } catch (QboException e) {
                    steps.add("plan failed");
                }
            }
        }
    }

    /** The company's calls fail, not those for tokens, and none is refused its token: a person mends a connection. */
    private void fail() {
        int at = random.nextInt(FAULTS.size());
        int times = random.nextInt(6) == 0 ? 5 : 1;
        steps.add("fault " + at + " x" + times);
        firm.fake
                .faults()
                .add(
                        FaultRule.any().realm(firm.books.realmId()).times(times),
                        FAULTS.get(at).get());
    }

    private QuickBooks node() {
        int n = random.nextInt(nodes.size());
        if (n > 0) {
            steps.add("by " + (n + 1));
        }
        return nodes.get(n);
    }

    /** Faults end, time passes, every node goes on until nothing is due. No person helps. */
    private void rest() {
        steps.add("rest");
        firm.fake.faults().clear();
        mood.spoil(0, false);
        for (int hours : new int[] {1, 7, 17, 2}) {
            firm.fake.clock().advance(Duration.ofHours(hours));
            firm.fake.webhooks().deliver();
            firm.work();
        }
    }

    Firm firm() {
        return firm;
    }

    InQuickBooks books() {
        return firm.books.inQuickBooks();
    }

    /** Where a record is in QuickBooks; what the scenario begins is there when it has come to rest. */
    String remote(String id) {
        RemoteId begun = Ends.AGREED.contains(id) ? null : Ends.status(this, id).remoteId();
        return begun == null ? remotes.getOrDefault(id, "none") : begun.value();
    }

    boolean has(String id) {
        return switch (id.charAt(0)) {
            case 'c' -> firm.clients.find(Firm.TENANT, LocalId.of(id)).isPresent();
            case 'i' -> invoices.containsKey(id);
            default -> true;
        };
    }

    /** A record that the app has from now on. */
    void begin(String id) {
        if (id.startsWith("c-")) {
            put(Client.builder(LocalId.of(id), id + " named 0")
                    .companyName("Text 0")
                    .build());
        } else {
            put(ClientInvoice.builder(LocalId.of(id), LocalId.of(id.equals("i-6") ? "c-3" : "c-1"), Firm.DAY)
                    .privateNote("Note of " + id)
                    .memo("Memo of " + id)
                    .lines(List.of(line(1, "s-1"), line(2, "s-2"), line(3, "s-2")))
                    .build());
        }
    }

    List<String> steps() {
        return steps;
    }

    Client client(String id) {
        return firm.clients
                .find(Firm.TENANT, LocalId.of(id))
                .map(LocalRecord::record)
                .orElseThrow();
    }

    ServiceItem item(String id) {
        return firm.items
                .find(Firm.TENANT, LocalId.of(id))
                .map(LocalRecord::record)
                .orElseThrow();
    }

    ClientInvoice invoice(String id) {
        return invoices.get(id);
    }

    ClientPayment payment(String id) {
        return payments.get(id);
    }

    void put(Client client) {
        firm.clients.put(Firm.TENANT, List.of(client));
    }

    void put(ServiceItem item) {
        firm.items.put(Firm.TENANT, List.of(item));
    }

    void put(ClientInvoice invoice) {
        invoices.put(invoice.id().value(), invoice);
    }

    void put(ClientPayment payment) {
        payments.put(payment.id().value(), payment);
    }

    void edit(String id, List<InvoiceLine> lines, UnaryOperator<List<InvoiceLine>> change) {
        put(invoice(id).toBuilder().lines(change.apply(new ArrayList<>(lines))).build());
    }

    void end(String id, boolean delete) {
        if (delete) {
            node().company(Firm.TENANT).invoices().stageDelete(LocalId.of(id));
        } else {
            node().company(Firm.TENANT).invoices().stageVoid(LocalId.of(id));
        }
    }

    void endInBooks(String id, boolean delete) {
        boolean there = firm.books.find("Invoice", remote(id)).isPresent();
        if (there && delete) {
            books().delete("Invoice", remote(id));
        } else if (there) {
            books().voidTransaction("Invoice", remote(id));
        }
    }

    @Override
    public void close() {
        firm.close();
    }
}
