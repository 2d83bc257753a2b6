package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A firm's QuickBooks company: a handle, made without I/O, and the place where all work on it starts. Immutable,
 * thread-safe; make one whenever you need it.
 *
 * <p>Calls on a firm that was never connected throw a {@link dev.tieout.TieoutException} that says so.
 */
public final class Company {
    private final TenantId tenant;
    private final Wiring wiring;

    Company(TenantId tenant, Wiring wiring) {
        this.tenant = tenant;
        this.wiring = wiring;
    }

    /**
     * Names the firm.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * The setup wizard.
     *
     * @return the setup of this firm
     */
    public Setup setup() {
        return wiring.setup(tenant);
    }

    /**
     * Clients and customers, one at a time.
     *
     * @return the clients of this firm
     */
    public ClientSync clients() {
        return wiring.clients(tenant);
    }

    /**
     * Service items and items, one at a time.
     *
     * @return the service items of this firm
     */
    public ServiceItemSync serviceItems() {
        return wiring.serviceItems(tenant);
    }

    /**
     * Invoices, to QuickBooks.
     *
     * @return the invoices of this firm
     */
    public InvoiceSync invoices() {
        return wiring.invoices(tenant);
    }

    /**
     * Payments, to QuickBooks.
     *
     * @return the payments of this firm
     */
    public PaymentSync payments() {
        return wiring.payments(tenant);
    }

    /**
     * Classes, locations, categories, accounts, tax codes and payment methods to choose from.
     *
     * @return the catalog of this company
     */
    public Catalog catalog() {
        return wiring.catalog(tenant);
    }

    /**
     * The whole typed QuickBooks API, with tokens, pace, retry and faults taken care of.
     *
     * @return the API of this company
     */
    public QboApi api() {
        return wiring.scope(tenant).api();
    }

    /**
     * Looks up how the connection is. No call goes out.
     *
     * @return the connection, its trouble and its deadline if it has any
     */
    public Connection health() {
        return wiring.connections().connection(tenant);
    }

    /**
     * Looks up where a record stands. No call goes out.
     *
     * @param kind its kind
     * @param id its id in the app
     * @return its status; {@code NOT_SYNCED} if the library never heard of it
     */
    public SyncStatus status(RecordKind kind, LocalId id) {
        return wiring.status(tenant, kind, id);
    }

    /**
     * Lists what is stuck, grouped by cause. No call goes out.
     *
     * @return the groups, the largest first
     */
    public List<ProblemGroup> problems() {
        return wiring.problems(tenant);
    }

    /**
     * Makes everything due again that is stuck for one cause: the inactive account is active again, the books are open.
     * No call goes out; {@link QuickBooks#runDue} sends it.
     *
     * @param cause the cause that is gone
     * @return how many records go on
     */
    public int retryAll(ProblemCause cause) {
        return wiring.retryAll(tenant, cause);
    }

    /**
     * Makes a link that opens a record in QuickBooks. The addresses are not documented by Intuit and may change
     * (QuickBooks fact P10.1).
     *
     * @param kind its kind
     * @param id its id in the app
     * @return the link, or empty if the record is not in QuickBooks, or QuickBooks has no page for its kind
     */
    public Optional<URI> linkTo(RecordKind kind, LocalId id) {
        return wiring.linkTo(tenant, kind, id);
    }

    /**
     * Reads every linked record back from QuickBooks and compares it, to the cent, with what the app handed over.
     *
     * @return the proof that both sides agree, or where they do not
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    public TieOut tieOut() {
        return wiring.tieOut(tenant);
    }

    /**
     * Looks up what the firm wants kept in step.
     *
     * @return the settings, the defaults if it set none
     */
    public SyncSettings settings() {
        return wiring.settings().get(tenant);
    }

    /**
     * Changes what the firm wants kept in step.
     *
     * @param settings the new settings, whole
     */
    public void settings(SyncSettings settings) {
        wiring.settings().set(tenant, settings);
    }

    @Override
    public String toString() {
        return "Company[tenant=" + tenant + "]";
    }
}
