package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.connect.Connection;
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
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.qbo.sync.PayoutSync;
import dev.tieout.qbo.sync.RefundSync;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.handle.CatalogReads;
import dev.tieout.qbo.sync.internal.kind.Kinds;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Scopes;
import dev.tieout.qbo.sync.internal.row.SettingsRows;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

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
    private volatile boolean closed;

    Wiring(Options options) {
        this.options = options;
        this.connections = Connections.builder(
                        options.environment(), options.app(), options.tokenStore(), options.callSettings())
                .scopes(options.scopes().toArray(Scope[]::new))
                .gracePeriod(options.gracePeriod())
                .listener(this::connectionChanged)
                .build();
        SettingsRows settings = new SettingsRows(options.syncStore());
        ApiClient api = ApiClient.of(options.environment(), connections, options.callSettings());
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
                options.nodeName());
        this.directory = new CustomerDirectory(
                engine.parts().rows(), options.callSettings().clock());
    }

    Connections connections() {
        requireOpen();
        return connections;
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

    CompanyScope scope(TenantId tenant) {
        requireOpen();
        return scopes.of(tenant);
    }

    /** What is under way ends as if the network were gone; what is called later is refused. */
    void close() {
        closed = true;
        connections.close();
    }

    void requireOpen() {
        if (closed) {
            throw closed();
        }
    }

    static IllegalStateException closed() {
        return new IllegalStateException(
                "This QuickBooks is closed: build one for the whole process, and close it when the process ends");
    }

    Setup setup(TenantId tenant) {
        return new SetupFlow(
                engine,
                scopes(tenant),
                new ClientTarget(engine.handle(tenant, clientKind), clientKind, directory),
                new ItemTarget(engine.handle(tenant, itemKind), itemKind),
                options.locale());
    }

    ClientSync clients(TenantId tenant) {
        return new ClientHandle(engine.parts(), engine.locks(), scopes(tenant), clientKind, directory);
    }

    ServiceItemSync serviceItems(TenantId tenant) {
        return new ItemHandle(engine.parts(), engine.locks(), scopes(tenant), itemKind);
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
        return engine(tenant)
                .page(tenant, kind, id)
                .map(path -> options.environment().appBase().resolve(path));
    }

    Catalog catalog(TenantId tenant) {
        return new CatalogReads(scopes(tenant));
    }

    private Supplier<CompanyScope> scopes(TenantId tenant) {
        return () -> scope(tenant);
    }

    /** The connection works again: what rested goes on. */
    private void connectionChanged(Connection before, Connection after) {
        if (after.usable() && (!before.usable() || before.trouble().isPresent())) {
            engine.connectionBack(after.tenant());
        }
        options.connectionListener().changed(before, after);
    }
}
