// Over 300 lines: the only file of the simulation that knows the library's API, kept in one place so that it can
// change.
package dev.tieout.qbo.simulation;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.connect.TroubleCause;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.RecordHandle;
import dev.tieout.qbo.sync.RecordPage;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.Voids;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.FakeQuickBooks;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** The library as one process of the host sees it. */
final class Engine {
    private static final TenantId TENANT = TenantId.of("firm-1");

    private final FakeQuickBooks fake;
    private final QuickBooks quickBooks;
    private final Company company;

    Engine(Node node, FakeQuickBooks fake, SyncStore rows, TokenStore tokens, OkHttpClient http, Host host) {
        this.fake = fake;
        this.quickBooks = QuickBooks.builder()
                .environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(
                        fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
                .webhookVerifierToken(fake.verifierToken())
                .tokenStore(tokens)
                .syncStore(rows)
                .clients(new Records<>(host, Kind.CLIENT, Engine::client, Engine::fields, Client::id))
                .serviceItems(new Records<>(host, Kind.ITEM, Engine::item, Engine::fields, ServiceItem::id))
                .nodeName(node.name)
                // Everything else, retries first of all, is as a host gets it.
                .callSettings(CallSettings.builder()
                        .clock(Clock.offset(fake.clock(), node.skew))
                        .sleeper(pause -> fake.clock().advance(pause))
                        .random(new Random(node.name.hashCode()))
                        .httpClient(http)
                        .build())
                .build();
        this.company = quickBooks.company(TENANT);
    }

    void connect() {
        AuthorizationRequest request = quickBooks.connections().authorize(TENANT);
        URI callback = fake.approve(request.url(), fake.company().realmId());
        quickBooks.connections().complete(TENANT, request.state(), callback.getRawQuery());
    }

    boolean usable() {
        return company.health().usable();
    }

    boolean adminRemoved() {
        return company.health()
                .trouble()
                .filter(trouble -> trouble.cause() == TroubleCause.ADMIN_REMOVED)
                .isPresent();
    }

    /** Who wins for clients and items, and for money. */
    void policies(Policy lists, Policy money) {
        KindSettings forLists = KindSettings.lists().withConflicts(policy(lists));
        KindSettings forMoney = KindSettings.money().withConflicts(policy(money));
        company.settings(company.settings()
                .withClients(forLists)
                .withServiceItems(forLists)
                .withInvoices(forMoney)
                .withPayments(forMoney));
    }

    private static ConflictPolicy policy(Policy policy) {
        return switch (policy) {
            case APP -> ConflictPolicy.APP_WINS;
            case QUICKBOOKS -> ConflictPolicy.QUICKBOOKS_WINS;
            case ASK -> ConflictPolicy.ASK;
        };
    }

    /** The policies in force: clients and items first. */
    List<Policy> policies() {
        return List.of(
                policy(company.settings().clients().conflicts()),
                policy(company.settings().invoices().conflicts()));
    }

    private static Policy policy(ConflictPolicy policy) {
        return switch (policy) {
            case APP_WINS -> Policy.APP;
            case QUICKBOOKS_WINS -> Policy.QUICKBOOKS;
            case ASK -> Policy.ASK;
        };
    }

    int runDue() {
        return quickBooks.runDue();
    }

    int webhook(Map<String, String> headers, byte[] body) {
        return quickBooks
                .webhooks()
                .receive(headers.get("intuit-signature"), body)
                .httpStatus();
    }

    /** Hands a wish over, to be done now or soon. */
    void hand(Wish wish, boolean now) {
        switch (wish.kind) {
            case CLIENT -> {
                Client client = client(wish);
                said(now ? company.clients().sync(client) : company.clients().stage(client));
            }
            case ITEM -> {
                ServiceItem item = item(wish);
                said(
                        now
                                ? company.serviceItems().sync(item)
                                : company.serviceItems().stage(item));
            }
            case INVOICE -> {
                ClientInvoice invoice = invoice(wish);
                said(now ? company.invoices().sync(invoice) : company.invoices().stage(invoice));
            }
            case PAYMENT -> {
                ClientPayment payment = payment(wish);
                said(now ? company.payments().sync(payment) : company.payments().stage(payment));
            }
        }
    }

    void end(Wish wish) {
        Voids voids = wish.kind == Kind.INVOICE ? company.invoices() : company.payments();
        said(voids.stageVoid(LocalId.of(wish.id)));
    }

    void unmatch(Wish wish) {
        said(handle(wish.kind).unmatch(LocalId.of(wish.id)));
    }

    boolean match(Wish wish, String remote) {
        MatchOutcome outcome = wish.kind == Kind.CLIENT
                ? company.clients().match(client(wish), new RemoteId(remote))
                : company.serviceItems().match(item(wish), new RemoteId(remote));
        return outcome instanceof MatchOutcome.Matched;
    }

    /** A person says which side is right; returns whether that was possible. */
    boolean resolve(Wish wish, boolean app) {
        handle(wish.kind).resolve(LocalId.of(wish.id), app ? Side.APP : Side.QUICKBOOKS);
        return true;
    }

    /** A person has it sent anew under a new id; returns whether that was possible. */
    boolean resend(Wish wish) {
        handle(wish.kind).resend(LocalId.of(wish.id));
        return true;
    }

    private RecordHandle<?> handle(Kind kind) {
        return switch (kind) {
            case CLIENT -> company.clients();
            case ITEM -> company.serviceItems();
            case INVOICE -> company.invoices();
            case PAYMENT -> company.payments();
        };
    }

    SyncStatus status(Kind kind, String id) {
        return company.status(kind(kind), LocalId.of(id));
    }

    Said said(Kind kind, String id) {
        return said(status(kind, id));
    }

    private static Said said(SyncStatus status) {
        return new Said(
                status.state().name(),
                status.remoteId() == null ? null : status.remoteId().value(),
                status.problem() == null ? null : status.problem().cause().name(),
                status.waitsFor() == null ? null : status.waitsFor().toString(),
                Names.accepted(status));
    }

    void retry(Kind kind, String id) {
        handle(kind).retry(LocalId.of(id));
    }

    void retryAll() {
        company.retryAll();
    }

    /** The ids of all records that stand in a list of what is stuck. */
    Set<String> listed() {
        Set<String> listed = new HashSet<>();
        for (Kind kind : Kind.values()) {
            for (SyncState state :
                    List.of(SyncState.NEEDS_ATTENTION, SyncState.CONFLICT, SyncState.UNCERTAIN, SyncState.GONE)) {
                LocalId after = null;
                do {
                    RecordPage page = company.records(kind(kind), state, after, 7);
                    page.records().forEach(status -> listed.add(status.localId().value()));
                    after = page.next().orElse(null);
                } while (after != null);
            }
        }
        return listed;
    }

    /** What the tie-out says: nothing if it agrees, else a line for each difference, or one for the totals. */
    List<String> tieOut() {
        TieOut tieOut = company.tieOut();
        if (tieOut.agrees()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        tieOut.differences().forEach(each -> lines.add(each.localId() + " " + each.fields()));
        tieOut.twins().forEach(each -> lines.add(each.localId() + " has a twin " + each.twinId()));
        return lines.isEmpty() ? List.of("totals differ") : lines;
    }

    private static RecordKind kind(Kind kind) {
        return switch (kind) {
            case CLIENT -> RecordKind.CLIENT;
            case ITEM -> RecordKind.SERVICE_ITEM;
            case INVOICE -> RecordKind.INVOICE;
            case PAYMENT -> RecordKind.PAYMENT;
        };
    }

    // The app's records in the library's types.

    private static Client client(Wish wish) {
        Address address = Address.builder()
                .lines(wish.get("line1") == null ? List.of() : List.of(wish.get("line1")))
                .city(wish.get("city"))
                .region(wish.get("region"))
                .postalCode(wish.get("postal"))
                .build();
        return Client.builder(LocalId.of(wish.id), wish.get("name"))
                .firstName(wish.get("first"))
                .middleName(wish.get("middle"))
                .lastName(wish.get("last"))
                .companyName(wish.get("company"))
                .emails(wish.get("email") == null ? List.of() : List.of(wish.get("email")))
                .phones(wish.get("phone") == null ? List.of() : List.of(wish.get("phone")))
                .address(address.equals(Address.builder().build()) ? null : address)
                .active(wish.active())
                .build();
    }

    private static Map<String, String> fields(Client client) {
        Wish to = new Wish(Kind.CLIENT, client.id().value());
        to.set("name", client.displayName());
        to.set("first", client.firstName());
        to.set("middle", client.middleName());
        to.set("last", client.lastName());
        to.set("company", client.companyName());
        to.set("email", client.email());
        to.set("phone", client.phones().isEmpty() ? null : client.phones().get(0));
        Address address = client.address() == null ? Address.builder().build() : client.address();
        to.set("line1", address.lines().isEmpty() ? null : address.lines().get(0));
        to.set("city", address.city());
        to.set("region", address.region());
        to.set("postal", address.postalCode());
        to.set("active", client.active() ? null : "false");
        return to.fields;
    }

    private static ServiceItem item(Wish wish) {
        return ServiceItem.builder(LocalId.of(wish.id), wish.get("name"))
                .code(wish.get("code"))
                .description(wish.get("description"))
                .rate(wish.get("rate") == null ? null : new BigDecimal(wish.get("rate")))
                .incomeAccount(wish.get("account") == null ? null : RemoteId.of(wish.get("account")))
                .active(wish.active())
                .build();
    }

    private static Map<String, String> fields(ServiceItem item) {
        Wish to = new Wish(Kind.ITEM, item.id().value());
        to.set("name", item.name());
        to.set("code", item.code());
        to.set("description", item.description());
        to.set("rate", item.rate() == null ? null : item.rate().toPlainString());
        to.set(
                "account",
                item.incomeAccount() == null ? null : item.incomeAccount().value());
        to.set("active", item.active() ? null : "false");
        return to.fields;
    }

    private static ClientInvoice invoice(Wish wish) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (Map<String, String> line : wish.lines) {
            InvoiceLine.Builder to = InvoiceLine.builder(money(wish, line.get("amount")))
                    .serviceItemId(LocalId.of(line.get("item")))
                    .description(line.get("description"))
                    .classId(line.get("class"));
            if (line.get("qty") != null) {
                to.quantity(new BigDecimal(line.get("qty")));
            }
            if (line.get("price") != null) {
                to.unitPrice(new BigDecimal(line.get("price")));
            }
            lines.add(to.build());
        }
        String due = wish.get("due");
        return ClientInvoice.builder(
                        LocalId.of(wish.id), LocalId.of(wish.get("client")), LocalDate.parse(wish.get("date")))
                .lines(lines)
                .number(wish.get("number"))
                .dueDate(due == null ? null : LocalDate.parse(due))
                .memo(wish.get("memo"))
                .privateNote(wish.get("note"))
                .billEmail(wish.get("email"))
                .classId(wish.get("class"))
                .locationId(wish.get("location"))
                .build();
    }

    private static ClientPayment payment(Wish wish) {
        List<PaymentAllocation> allocations = new ArrayList<>();
        wish.allocations.forEach(
                (invoice, amount) -> allocations.add(new PaymentAllocation(LocalId.of(invoice), money(wish, amount))));
        return ClientPayment.builder(
                        LocalId.of(wish.id),
                        LocalId.of(wish.get("client")),
                        LocalDate.parse(wish.get("date")),
                        money(wish, wish.get("amount")))
                .allocations(allocations)
                .method(wish.get("method"))
                .reference(wish.get("reference"))
                .privateNote(wish.get("note"))
                .build();
    }

    private static Money money(Wish wish, String amount) {
        return Money.of(amount, wish.get("currency") == null ? "USD" : wish.get("currency"));
    }

    /** The app's table of clients or service items, as the library is given it. */
    private record Records<T>(
            Host host,
            Kind kind,
            Function<Wish, T> type,
            Function<T, Map<String, String>> fields,
            Function<T, LocalId> id)
            implements LocalRecords<T> {
        @Override
        public Stream<T> all(TenantId tenant) {
            return host.all(kind).stream().map(type);
        }

        @Override
        public Optional<LocalRecord<T>> find(TenantId tenant, LocalId id) {
            return Optional.ofNullable(host.find(id.value()))
                    .map(wish -> new LocalRecord<>(type.apply(wish), version(wish)));
        }

        @Override
        public LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal) {
            return done(host.create(kind, idempotencyKey, fields.apply(proposal)));
        }

        @Override
        public LocalOutcome update(TenantId tenant, T record, String basedOn) {
            String local = id.apply(record).value();
            Wish wish = host.find(local);
            if (wish == null) {
                return new LocalOutcome.Missing();
            }
            if (!version(wish).equals(basedOn)) {
                return new LocalOutcome.Stale();
            }
            host.update(local, fields.apply(record));
            return done(local);
        }

        @Override
        public LocalOutcome deactivate(TenantId tenant, LocalId id) {
            if (host.find(id.value()) == null) {
                return new LocalOutcome.Missing();
            }
            host.deactivate(id.value());
            return done(id.value());
        }

        private LocalOutcome done(String local) {
            return new LocalOutcome.Done(LocalId.of(local), version(host.find(local)));
        }

        private static String version(Wish wish) {
            return UUID.nameUUIDFromBytes(wish.fields.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }
}
