package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.setup.internal.ClientTarget;
import dev.tieout.qbo.setup.internal.ItemTarget;
import dev.tieout.qbo.setup.internal.SetupFlow;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.internal.Background;
import dev.tieout.qbo.sync.internal.CatalogReads;
import dev.tieout.qbo.sync.internal.ChangeCursor;
import dev.tieout.qbo.sync.internal.ChangeFeed;
import dev.tieout.qbo.sync.internal.ClientFlows;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.CustomerDirectory;
import dev.tieout.qbo.sync.internal.EngineParts;
import dev.tieout.qbo.sync.internal.InvoiceFlows;
import dev.tieout.qbo.sync.internal.ItemFlows;
import dev.tieout.qbo.sync.internal.Outbound;
import dev.tieout.qbo.sync.internal.PaymentFlows;
import dev.tieout.qbo.sync.internal.ProblemGroups;
import dev.tieout.qbo.sync.internal.RecordSync;
import dev.tieout.qbo.sync.internal.Scopes;
import dev.tieout.qbo.sync.internal.SettingsRows;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.qbo.sync.internal.TieOutRun;
import dev.tieout.qbo.sync.internal.Waking;
import dev.tieout.qbo.sync.internal.client.ClientSlice;
import dev.tieout.qbo.sync.internal.invoice.InvoiceSlice;
import dev.tieout.qbo.sync.internal.item.ItemSlice;
import dev.tieout.qbo.sync.internal.payment.PaymentMethods;
import dev.tieout.qbo.sync.internal.payment.PaymentSlice;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The parts of one {@link QuickBooks}, put together once. Thread-safe. */
final class Wiring {
    private final ClientSlice clientSlice = new ClientSlice();
    private final ItemSlice itemSlice = new ItemSlice();
    private final InvoiceSlice invoiceSlice = new InvoiceSlice();
    private final PaymentSlice paymentSlice = new PaymentSlice(new PaymentMethods());

    private final QuickBooks.Builder options;
    private final Connections connections;
    private final SettingsRows settings;
    private final Scopes scopes;
    private final EngineParts parts;
    private final Outbound outbound;
    private final Background background;
    private final CustomerDirectory directory;

    Wiring(QuickBooks.Builder options) {
        this.options = options;
        this.connections = Connections.builder(
                        options.environment(), options.app(), options.tokenStore(), options.callSettings())
                .gracePeriod(options.gracePeriod())
                .listener(this::connectionChanged)
                .build();
        this.settings = new SettingsRows(options.syncStore());
        ApiClient api = ApiClient.of(options.environment(), connections, options.callSettings());
        this.scopes = new Scopes(connections, api, settings);
        this.parts = new EngineParts(
                options.syncStore(),
                options.callSettings().clock(),
                List.of(clientSlice, itemSlice, invoiceSlice, paymentSlice));
        this.outbound = new Outbound(parts);
        this.directory = new CustomerDirectory(parts.rows());
        ChangeFeed feed = new ChangeFeed(
                parts, options.pollEvery(), options.clients(), options.serviceItems(), clientSlice, itemSlice);
        this.background = new Background(parts, scopes, outbound, feed, options.nodeName());
    }

    Connections connections() {
        return connections;
    }

    SettingsRows settings() {
        return settings;
    }

    Background background() {
        return background;
    }

    CompanyScope scope(TenantId tenant) {
        return scopes.of(tenant);
    }

    Setup setup(TenantId tenant) {
        RecordSync<Client, Customer> clients = sync(tenant, clientSlice);
        RecordSync<ServiceItem, Item> items = sync(tenant, itemSlice);
        return new SetupFlow(
                parts,
                () -> scopes.of(tenant),
                new ClientTarget(new ClientFlows(clients, directory), clients, clientSlice, options.clients()),
                new ItemTarget(new ItemFlows(items), items, itemSlice, options.serviceItems()),
                options.locale(),
                options.pollEvery());
    }

    ClientSync clients(TenantId tenant) {
        return new ClientFlows(sync(tenant, clientSlice), directory);
    }

    ServiceItemSync serviceItems(TenantId tenant) {
        return new ItemFlows(sync(tenant, itemSlice));
    }

    InvoiceSync invoices(TenantId tenant) {
        return new InvoiceFlows(sync(tenant, invoiceSlice));
    }

    PaymentSync payments(TenantId tenant) {
        return new PaymentFlows(sync(tenant, paymentSlice));
    }

    Catalog catalog(TenantId tenant) {
        return new CatalogReads(() -> scopes.of(tenant));
    }

    SyncStatus status(TenantId tenant, RecordKind kind, LocalId id) {
        return RecordSync.status(parts, scopes.of(tenant), kind, id);
    }

    List<ProblemGroup> problems(TenantId tenant) {
        return ProblemGroups.of(parts, scopes.of(tenant));
    }

    int retryAll(TenantId tenant, ProblemCause cause) {
        return new Waking(parts).causeGone(scopes.of(tenant), Set.of(cause));
    }

    TieOut tieOut(TenantId tenant) {
        return new TieOutRun(parts, scopes.of(tenant)).run();
    }

    Optional<URI> linkTo(TenantId tenant, RecordKind kind, LocalId id) {
        return parts.rows().remoteId(scopes.of(tenant), kind, id).flatMap(remote -> switch (kind.word()) {
            case "client" -> page("app/customerdetail?nameId=" + remote);
            case "invoice" -> page("app/invoice?txnId=" + remote);
            case "payment" -> page("app/recvpayment?txnId=" + remote);
            default -> Optional.empty();
        });
    }

    /** A webhook rang: the company's feed is due. */
    boolean ring(TenantId tenant, Instant startAt) {
        Optional<CompanyScope> scope = scopes.find(tenant);
        scope.ifPresent(s ->
                new ChangeCursor(parts.store()).ring(s, startAt, parts.clock().instant()));
        return scope.isPresent();
    }

    /** A webhook says that a record was merged into another: the link moves in the background. */
    void merged(TenantId tenant, String entity, RemoteId gone, RemoteId survivor) {
        scopes.find(tenant).ifPresent(scope -> background.noteMerge(scope, entity, gone, survivor));
    }

    private Optional<URI> page(String path) {
        return Optional.of(options.environment().appBase().resolve(path));
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> RecordSync<L, E> sync(
            TenantId tenant, Slice<L, E> slice) {
        Supplier<CompanyScope> scope = () -> scopes.of(tenant);
        return new RecordSync<>(parts, outbound, scope, slice);
    }

    /** The connection works again: what rested goes on. */
    private void connectionChanged(Connection before, Connection after) {
        if (!before.usable() && after.usable()) {
            CompanyScope scope = scopes.of(after.tenant());
            new Waking(parts).connectionBack(scope);
            Instant now = parts.clock().instant();
            ChangeCursor cursor = new ChangeCursor(parts.store());
            cursor.start(scope, now, now.plus(options.pollEvery()));
            cursor.wake(scope, now);
        }
        options.connectionListener().changed(before, after);
    }
}
