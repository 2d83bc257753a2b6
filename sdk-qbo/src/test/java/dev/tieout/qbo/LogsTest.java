package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.TenantId;
import dev.tieout.TieoutException;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A firm whose names, streets, memos and amounts are marked: no log line, message or text of a result shows a mark. */
class LogsTest {
    private static final String NAME = "canary";
    private static final String AMOUNT = "98765.43";

    private final List<String> said = new ArrayList<>();
    private final AtomicBoolean storeFails = new AtomicBoolean();

    /** A store of the host's that throws what it was given. */
    private SyncStore store() {
        SyncStore rows = new InMemorySyncStore();
        return (SyncStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, arguments) -> {
                    if (storeFails.get() && method.getName().startsWith("save")) {
                        throw new IllegalStateException("duplicate key: " + NAME + " Street, " + AMOUNT);
                    }
                    try {
                        return method.invoke(rows, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void noMarkIsSeen() {
        RecordedLogs.clear();
        try (Firm firm = Firm.connected(store())) {
            Client client = Client.builder(LocalId.of("c-1"), NAME + " Client")
                    .companyName(NAME)
                    .emails(List.of(NAME + "@example.com"))
                    .address(Address.builder()
                            .lines(List.of(NAME + " Street"))
                            .city(NAME)
                            .build())
                    .build();
            firm.clients.put(Firm.TENANT, List.of(client));
            ServiceItem item = firm.linkedItem("s-1").toBuilder()
                    .name(NAME + " service")
                    .description(NAME)
                    .build();
            firm.items.put(Firm.TENANT, List.of(item));
            ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-1"), client.id(), Firm.DAY)
                    .memo(NAME)
                    .privateNote(NAME)
                    .lines(List.of(InvoiceLine.builder(Money.usd(AMOUNT))
                            .serviceItemId(item.id())
                            .description(NAME)
                            .build()))
                    .build();
            ClientPayment payment = ClientPayment.builder(LocalId.of("p-1"), client.id(), Firm.DAY, Money.usd(AMOUNT))
                    .reference(NAME)
                    .allocations(List.of(new PaymentAllocation(invoice.id(), Money.usd(AMOUNT))))
                    .build();
            travel(firm, client, item, invoice, payment);
            disagree(firm, client, invoice);
            throwOverRecords(firm, client);
            fail(firm, client, invoice);
            said.add(firm.company.tieOut().toString());
            said.add(firm.company.overview().toString());
            said.add(firm.company.problems().toString());
        }
        assertThat(RecordedLogs.lines()).as("the logs are recorded").hasSizeGreaterThan(20);
        assertThat(RecordedLogs.lines()).noneMatch(LogsTest::isMarked);
        assertThat(said).hasSizeGreaterThan(30).noneMatch(LogsTest::isMarked);
    }

    @Test
    void aLostAnswerSaysWhichRequestItWasAndWhy() {
        try (Firm firm = Firm.withDefaults()) {
            firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
            RecordedLogs.clear();

            firm.company.clients().sync(firm.client("c-1", "Client"));

            assertThat(RecordedLogs.lines())
                    .anyMatch(line -> line.matches(
                            "(?s).*entity=Customer operation=create attempt=1 request_id=[0-9a-f]{32} status=0"
                                    + " failure=[A-Z_]+ ms=\\d+ .*"))
                    .anyMatch(line -> line.matches(
                            "(?s).*entity=Customer operation=create attempt=2 request_id=[0-9a-f]{32} status=200"
                                    + " failure= ms=\\d+ .*"));
        }
    }

    private static boolean isMarked(String text) {
        return text.contains(NAME) || text.contains("98765");
    }

    /** Keeps what a result, or a failure of the library's own, says. */
    private void keep(Object result) {
        said.add(String.valueOf(result));
    }

    private void attempt(Runnable action) {
        Throwable thrown = catchThrowable(action::run);
        if (thrown instanceof TieoutException) {
            said.add(thrown.toString());
        }
    }

    private void travel(Firm firm, Client client, ServiceItem item, ClientInvoice invoice, ClientPayment payment) {
        keep(firm.company.setup().preview());
        keep(firm.company.clients().plan(client));
        keep(firm.company.clients().sync(client));
        keep(firm.company.serviceItems().sync(item));
        keep(firm.company.invoices().plan(invoice));
        keep(firm.company.invoices().sync(invoice));
        keep(firm.company.payments().sync(payment));
        keep(firm.company.invoices().voidNow(invoice.id()));
        keep(firm.company
                .clients()
                .createInQuickBooks(client.toBuilder().id(LocalId.of("c-2")).build()));
        keep(firm.company.clients().search(NAME));
        keep(firm.company.catalog().incomeAccounts());
    }

    private void disagree(Firm firm, Client client, ClientInvoice invoice) {
        String customer = firm.company.clients().status(client.id()).remoteId().value();
        String there = firm.company.invoices().status(invoice.id()).remoteId().value();
        firm.books.inQuickBooks().change("Customer", customer, Map.of("CompanyName", NAME + " by hand"));
        firm.books.inQuickBooks().change("Invoice", there, Map.of("PrivateNote", NAME + " by hand"));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        keep(firm.company.invoices().status(invoice.id()));
        keep(firm.company.invoices().status(invoice.id()).differences());
        keep(firm.company.clients().status(client.id()));
    }

    /** QuickBooks, the host's records and the host's store fail, each with marked words. */
    private void fail(Firm firm, Client client, ClientInvoice invoice) {
        for (String code : List.of("6240", "2500", "6000", "5030", "3200", "610")) {
            firm.fake.faults().add(FaultRule.any(), Fault.code(code, NAME + " " + AMOUNT));
            attempt(() -> keep(firm.company
                    .clients()
                    .sync(client.toBuilder().firstName("F" + code).build())));
            keep(firm.company.clients().status(client.id()).problem());
        }
        firm.fake.faults().add(FaultRule.any(), Fault.text(500, NAME));
        attempt(() -> firm.company.api().query(Query.of(Customer.TYPE)).toList());
        firm.company.invoices().stage(invoice.toBuilder().memo(NAME + " again").build());
        storeFails.set(true);
        attempt(firm::work);
        attempt(() -> firm.company.runDue(Duration.ofSeconds(1)));
        attempt(() -> firm.company.invoices().sync(invoice));
        storeFails.set(false);
        firm.clients.put(Firm.TENANT, List.of());
        firm.work();
        keep(firm.company.problems());
    }

    /** The host's own records throw when a change of QuickBooks' is handed to them. */
    private void throwOverRecords(Firm firm, Client client) {
        LocalRecords<Client> throwing = new LocalRecords<>() {
            @Override
            public Stream<Client> all(TenantId tenant) {
                return firm.clients.all(tenant);
            }

            @Override
            public Optional<LocalRecord<Client>> find(TenantId tenant, LocalId id) {
                return firm.clients.find(tenant, id);
            }

            @Override
            public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
                throw new IllegalArgumentException("no client called " + proposal.displayName());
            }

            @Override
            public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                throw new IllegalStateException("no address " + NAME, new IllegalArgumentException(NAME));
            }

            @Override
            public LocalOutcome deactivate(TenantId tenant, LocalId id) {
                throw new IllegalStateException(NAME);
            }
        };
        QuickBooks other = QuickBooks.builder()
                .environment(Environment.at(firm.fake.baseUrl()))
                .app(AppCredentials.of(
                        firm.fake.clientId(), firm.fake.clientSecret(), URI.create("https://app.example/callback")))
                .tokenStore(firm.tokens)
                .syncStore(firm.rows)
                .clients(throwing)
                .serviceItems(firm.items)
                .decisionListener((tenant, kind, id, json) -> {
                    throw new UnsupportedOperationException(json);
                })
                .callSettings(CallSettings.builder().clock(firm.fake.clock()).build())
                .build();
        String customer = firm.company.clients().status(client.id()).remoteId().value();
        firm.books.inQuickBooks().change("Customer", customer, Map.of("GivenName", NAME + " the third"));
        firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", NAME + " the newest"));
        firm.fake.clock().advance(Duration.ofHours(8));
        int before = RecordedLogs.lines().size();
        other.runDue();
        assertThat(RecordedLogs.lines().subList(before, RecordedLogs.lines().size()))
                .as("the host's exceptions are in the log, by their class")
                .anyMatch(line -> line.contains("IllegalStateException"))
                .anyMatch(line -> line.contains("UnsupportedOperationException"))
                .anyMatch(line -> line.contains("IllegalArgumentException"));
        keep(firm.company.clients().status(client.id()));
        keep(firm.company.clients().status(client.id()).problem());
    }
}
