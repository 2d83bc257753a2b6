package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.connect.ConnectionListener;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.connect.Scope;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.kinds.internal.client.ClientHandle;
import dev.tieout.qbo.kinds.internal.client.ClientKind;
import dev.tieout.qbo.kinds.internal.client.CustomerDirectory;
import dev.tieout.qbo.kinds.internal.credit.CreditMemoHandle;
import dev.tieout.qbo.kinds.internal.credit.CreditMemoKind;
import dev.tieout.qbo.kinds.internal.invoice.InvoiceHandle;
import dev.tieout.qbo.kinds.internal.invoice.InvoiceKind;
import dev.tieout.qbo.kinds.internal.item.ItemDirectory;
import dev.tieout.qbo.kinds.internal.item.ItemHandle;
import dev.tieout.qbo.kinds.internal.item.ItemKind;
import dev.tieout.qbo.kinds.internal.payment.PaymentHandle;
import dev.tieout.qbo.kinds.internal.payment.PaymentKind;
import dev.tieout.qbo.kinds.internal.payout.PayoutHandle;
import dev.tieout.qbo.kinds.internal.payout.PayoutKind;
import dev.tieout.qbo.kinds.internal.refund.RefundHandle;
import dev.tieout.qbo.kinds.internal.refund.RefundKind;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.setup.internal.ClientTarget;
import dev.tieout.qbo.setup.internal.ItemTarget;
import dev.tieout.qbo.setup.internal.SetupFlow;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreditMemoSync;
import dev.tieout.qbo.sync.Examination;
import dev.tieout.qbo.sync.FindingCause;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.qbo.sync.PayoutSync;
import dev.tieout.qbo.sync.RefundSync;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.background.Meter;
import dev.tieout.qbo.sync.internal.handle.Doctor;
import dev.tieout.qbo.sync.internal.kind.Kinds;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Scopes;
import dev.tieout.qbo.sync.internal.row.SettingsRows;
import dev.tieout.sync.Blame;
import dev.tieout.sync.SyncStatus;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of one {@link QuickBooks}, put together once. Thread-safe. */
final class Wiring {
    private final ClientKind clientKind;
    private final ItemKind itemKind;
    private final InvoiceKind invoiceKind = new InvoiceKind();
    private final PaymentKind paymentKind = new PaymentKind();
    private final CreditMemoKind creditMemoKind = new CreditMemoKind();
    private final RefundKind refundKind = new RefundKind();
    private final PayoutKind payoutKind = new PayoutKind();

    private final Options options;
    private final Connections connections;
    private final Scopes scopes;
    private final Engine engine;
    private final CustomerDirectory directory;
    private final ItemDirectory itemDirectory;
    private final Links links;
    private final Locale locale;
    private final Meter meter;
    private final AtomicBoolean closed;

    /** The same parts, for a reader of another language. */
    private Wiring(Wiring other, Locale locale) {
        this.clientKind = other.clientKind;
        this.itemKind = other.itemKind;
        this.options = other.options;
        this.connections = other.connections;
        this.scopes = other.scopes;
        this.engine = other.engine;
        this.directory = other.directory;
        this.itemDirectory = other.itemDirectory;
        this.links = other.links;
        this.meter = other.meter;
        this.locale = locale;
        this.closed = other.closed;
    }

    Wiring(Options options) {
        this.options = options;
        this.meter = new Meter(
                options.syncStore(),
                options.callSettings().clock(),
                options.readBudget(),
                tenant -> options.tokenStore().find(tenant).isPresent());
        CallSettings calls = options.callSettings().alsoTelling(meter);
        this.connections = Connections.builder(options.environment(), options.app(), options.tokenStore(), calls)
                .scopes(options.scopes().toArray(Scope[]::new))
                .gracePeriod(options.gracePeriod())
                .listener(new Listening())
                .build();
        SettingsRows settings = new SettingsRows(options.syncStore());
        ApiClient api = ApiClient.of(options.environment(), connections, calls);
        clientKind = new ClientKind(options.clients());
        itemKind = new ItemKind(options.serviceItems());
        this.scopes = new Scopes(connections, api, settings);
        this.engine = new Engine(
                options.syncStore(),
                options.callSettings().clock(),
                new Kinds(List.of(
                        clientKind, itemKind, invoiceKind, paymentKind, creditMemoKind, refundKind, payoutKind)),
                () -> UUID.randomUUID().toString().replace("-", ""),
                scopes,
                settings,
                options.syncListener(),
                options.decisionListener(),
                options.polling(),
                meter,
                options.nodeName());
        this.directory = new CustomerDirectory(
                engine.parts().rows(), options.callSettings().clock());
        this.itemDirectory =
                new ItemDirectory(engine.parts().rows(), options.callSettings().clock());
        this.links = new Links(options.environment().appBase());
        this.locale = options.locale();
        this.closed = new AtomicBoolean();
    }

    Connections connections() {
        requireOpen();
        return connections;
    }

    void purge(TenantId tenant) {
        requireOpen();
        connections.disconnect(tenant);
        engine.purge(tenant);
        connections.forget(tenant);
    }

    Engine engine() {
        requireOpen();
        return engine;
    }

    /** The engine, for a firm that has a company. */
    Engine engine(TenantId tenant) {
        requireOpen();
        if (connections.connection(tenant).realm().isEmpty()) {
            throw new NotConnectedException(tenant);
        }
        return engine;
    }

    Meter meter() {
        requireOpen();
        return meter;
    }

    CompanyScope scope(TenantId tenant) {
        requireOpen();
        return scopes.of(tenant).in(locale);
    }

    Wiring in(Locale other) {
        return new Wiring(this, other);
    }

    /** A status as it is said to the reader. */
    SyncStatus said(TenantId tenant, SyncStatus status) {
        return scope(tenant).beside(status);
    }

    /** What is under way ends as if the network were gone; what is called later is refused. */
    void close() {
        closed.set(true);
        meter.store();
        connections.close();
    }

    void requireOpen() {
        if (closed.get()) {
            throw closed();
        }
    }

    static IllegalStateException closed() {
        return new IllegalStateException(
                "This QuickBooks is closed: build one for the whole process, and close it when the process ends");
    }

    Setup setup(TenantId tenant) {
        return SetupFlow.of(
                engine,
                scopes(tenant),
                new ClientTarget(engine.handle(tenant, clientKind), clientKind, directory),
                new ItemTarget(engine.handle(tenant, itemKind), itemKind, itemDirectory),
                locale);
    }

    ClientSync clients(TenantId tenant) {
        return new ClientHandle(engine.parts(), engine.locks(), scopes(tenant), clientKind, directory);
    }

    ServiceItemSync serviceItems(TenantId tenant) {
        return new ItemHandle(engine.parts(), engine.locks(), scopes(tenant), itemKind, itemDirectory);
    }

    InvoiceSync invoices(TenantId tenant) {
        return new InvoiceHandle(engine.parts(), engine.locks(), scopes(tenant), invoiceKind);
    }

    PaymentSync payments(TenantId tenant) {
        return new PaymentHandle(engine.parts(), engine.locks(), scopes(tenant), paymentKind);
    }

    CreditMemoSync creditMemos(TenantId tenant) {
        return new CreditMemoHandle(engine.parts(), engine.locks(), scopes(tenant), creditMemoKind);
    }

    RefundSync refunds(TenantId tenant) {
        return new RefundHandle(engine.parts(), engine.locks(), scopes(tenant), refundKind);
    }

    PayoutSync payouts(TenantId tenant) {
        return new PayoutHandle(engine.parts(), engine.locks(), scopes(tenant), payoutKind);
    }

    Optional<URI> linkTo(TenantId tenant, RecordKind kind, LocalId id) {
        return engine(tenant).remote(tenant, kind, id).flatMap(remote -> linkTo(tenant, kind, remote));
    }

    Optional<URI> linkTo(TenantId tenant, RecordKind kind, RemoteId remote) {
        CompanyScope scope = scope(tenant);
        return engine.page(kind, remote)
                .or(() -> Links.list(engine.entity(kind)))
                .map(page -> links.to(scope.realm(), page));
    }

    Optional<URI> linkTo(TenantId tenant, Blame blame) {
        CompanyScope scope = scope(tenant);
        @Nullable RemoteId remote = blame.remoteId();
        Optional<String> page = remote == null
                ? Optional.empty()
                : engine.kind(blame.entity()).flatMap(kind -> engine.page(kind, remote));
        return page.or(() -> Links.list(blame.entity())).map(known -> links.to(scope.realm(), known));
    }

    Examination examine(TenantId tenant) {
        return new Doctor(engine.parts(), locale).examine(scope(tenant));
    }

    Examination fix(TenantId tenant, FindingCause cause) {
        return new Doctor(engine.parts(), locale).fix(scope(tenant), cause);
    }

    Catalog catalog(TenantId tenant) {
        return engine.catalog(scopes(tenant));
    }

    private Supplier<CompanyScope> scopes(TenantId tenant) {
        return () -> scope(tenant);
    }

    private final class Listening implements ConnectionListener {
        /** The connection works again: what rested goes on. */
        @Override
        public void changed(Connection before, Connection after) {
            if (after.usable() && (!before.usable() || before.trouble().isPresent())) {
                engine.connectionBack(after.tenant());
            }
            options.connectionListener().changed(before, after);
        }

        @Override
        public void stillTroubled(Connection connection) {
            options.connectionListener().stillTroubled(connection);
        }
    }
}
