package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.RetryRules;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.sync.DecisionListener;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A firm with a connected company of the fake, for tests of what hosts do. */
public final class Firm implements AutoCloseable {
    public static final TenantId TENANT = TenantId.of("firm-1");
    public static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    public final FakeQuickBooks fake;
    public final FakeCompany books;
    public final InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
    public final InMemoryLocalRecords<ServiceItem> items = InMemoryLocalRecords.serviceItems();
    public final InMemoryTokenStore tokens = new InMemoryTokenStore();
    public final SyncStore rows;
    public final QuickBooks quickBooks;
    public final Company company;

    private final RetryRules retries;
    private final DecisionListener recorder;

    private Firm(FakeQuickBooks fake, SyncStore rows, RetryRules retries, DecisionListener recorder) {
        this.fake = fake;
        this.retries = retries;
        this.recorder = recorder;
        this.books = fake.company();
        this.rows = rows;
        this.quickBooks = process("node-1");
        AuthorizationRequest request = quickBooks.connections().authorize(TENANT);
        URI callback = fake.approve(request.url(), books.realmId());
        quickBooks.connections().complete(TENANT, request.state(), callback.getRawQuery());
        this.company = quickBooks.company(TENANT);
    }

    public static Firm connected() {
        return connected(new InMemorySyncStore());
    }

    public static Firm connected(SyncStore rows) {
        // One attempt a call: what the engine does about failures is what most tests are about.
        return connected(rows, RetryRules.none());
    }

    /** As hosts get it: the product's own defaults, retries included. */
    public static Firm withDefaults() {
        return withDefaults(new InMemorySyncStore());
    }

    public static Firm withDefaults(SyncStore rows) {
        return connected(rows, CallSettings.standard().retries());
    }

    /** As hosts get it, in a company of one's own. */
    public static Firm in(FakeCompany.Builder company) {
        return new Firm(
                FakeQuickBooks.builder()
                        .company(company.realmId(FakeQuickBooks.DEFAULT_REALM))
                        .start(),
                new InMemorySyncStore(),
                CallSettings.standard().retries(),
                null);
    }

    /** The same, every decision recorded. */
    public static Firm recorded(DecisionListener recorder) {
        return connected(new InMemorySyncStore(), CallSettings.standard().retries(), recorder);
    }

    private static Firm connected(SyncStore rows, RetryRules retries) {
        return connected(rows, retries, null);
    }

    private static Firm connected(SyncStore rows, RetryRules retries, DecisionListener recorder) {
        FakeCompany.Builder invented = FakeCompany.builder().realmId(FakeQuickBooks.DEFAULT_REALM);
        return new Firm(FakeQuickBooks.builder().company(invented).start(), rows, retries, recorder);
    }

    /** Another process of the same host: it shares the stores and nothing else. */
    public QuickBooks process(String name) {
        return host(name).build();
    }

    /** The same, before it is built. */
    public QuickBooks.Builder host(String name) {
        QuickBooks.Builder builder = QuickBooks.builder();
        if (recorder != null) {
            builder.decisionListener(recorder);
        }
        return builder.environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(
                        fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
                .webhookVerifierToken(fake.verifierToken())
                .tokenStore(tokens)
                .syncStore(rows)
                .clients(clients)
                .serviceItems(items)
                .nodeName(name)
                .callSettings(CallSettings.builder()
                        .clock(fake.clock())
                        .sleeper(pause -> fake.clock().advance(pause))
                        .retries(retries)
                        .build());
    }

    public Client client(String id, String name) {
        Client client = Client.builder(LocalId.of(id), name).build();
        clients.put(TENANT, List.of(client));
        return client;
    }

    public ServiceItem linkedItem(String id) {
        ServiceItem item = ServiceItem.builder(LocalId.of(id), "Test service " + id)
                .rate(new BigDecimal("100"))
                .incomeAccount(company.catalog().incomeAccounts().get(0).id())
                .build();
        items.put(TENANT, List.of(item));
        company.serviceItems().sync(item);
        return item;
    }

    public static ClientInvoice invoice(String id, Client client, ServiceItem item, String amount) {
        return ClientInvoice.builder(LocalId.of(id), client.id(), DAY)
                // What tells this invoice from others of the same client, day and amount.
                .privateNote("Invoice " + id)
                .lines(List.of(InvoiceLine.builder(Money.usd(amount))
                        .serviceItemId(item.id())
                        .build()))
                .build();
    }

    public static ClientCreditMemo creditMemo(String id, Client client, ServiceItem item, String amount) {
        return ClientCreditMemo.builder(LocalId.of(id), client.id(), DAY)
                .privateNote("Credit memo " + id)
                .lines(List.of(InvoiceLine.builder(Money.usd(amount))
                        .serviceItemId(item.id())
                        .build()))
                .build();
    }

    public static ClientPayment payment(String id, ClientInvoice invoice, String amount) {
        return ClientPayment.builder(LocalId.of(id), invoice.clientId(), DAY, Money.usd(amount))
                .reference(id)
                .allocations(List.of(new PaymentAllocation(invoice.id(), Money.usd(amount))))
                .build();
    }

    /** Every kind of record that the library knows: what is true of all must be true of the next one too. */
    public static List<RecordKind> kinds() {
        return Stream.of(RecordKind.class.getFields())
                .filter(field -> field.getType().equals(RecordKind.class))
                .map(field -> {
                    try {
                        return (RecordKind) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** Counts records of QuickBooks by a top-level member. */
    public long count(String entity, String member, Object value) {
        return books.all(entity).stream()
                .filter(record -> value.equals(record.get(member)))
                .count();
    }

    public Object inQuickBooks(String entity, RemoteId id, String member) {
        return books.find(entity, id.value()).orElseThrow().get(member);
    }

    /** Runs the background until nothing is due. */
    public void work() {
        while (quickBooks.runDue() > 0) {
            // each run is bounded; go on until the last found nothing
        }
    }

    @Override
    public void close() {
        fake.close();
    }
}
