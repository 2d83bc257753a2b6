// Over 300 lines: the Javadoc of one short method after another.
package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreditMemoSync;
import dev.tieout.qbo.sync.DifferencePlan;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.Overview;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.qbo.sync.PayoutSync;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.sync.Progress;
import dev.tieout.qbo.sync.RecordPage;
import dev.tieout.qbo.sync.RefundSync;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOutCertificate;
import dev.tieout.qbo.sync.TieOutDrift;
import dev.tieout.qbo.sync.TieOutRange;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// Longer than others: nearly all of it is Javadoc.
/**
 * A firm's QuickBooks company: a handle, made without I/O, and the place where all work on it starts. Immutable,
 * thread-safe; make one whenever you need it.
 *
 * <p>Calls on a firm that was never connected throw a {@link NotConnectedException}.
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
     * Credit memos, to QuickBooks.
     *
     * @return the credit memos of this firm
     */
    public CreditMemoSync creditMemos() {
        return wiring.creditMemos(tenant);
    }

    /**
     * Refunds, to QuickBooks.
     *
     * @return the refunds of this firm
     */
    public RefundSync refunds() {
        return wiring.refunds(tenant);
    }

    /**
     * Payouts of payment processors, to QuickBooks: one bank deposit each.
     *
     * @return the payouts of this firm
     */
    public PayoutSync payouts() {
        return wiring.payouts(tenant);
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
        return wiring.engine(tenant).status(tenant, kind, id);
    }

    /**
     * Lists what is stuck, grouped by cause. No call goes out.
     *
     * @return the groups, the largest first
     */
    public List<ProblemGroup> problems() {
        return wiring.engine().lists().problems(wiring.scope(tenant));
    }

    /**
     * Makes everything due again that is stuck for one cause: the inactive account is active again, the books are open.
     * No call goes out; {@link QuickBooks#runDue} sends it.
     *
     * @param cause the cause that is gone
     * @return how many records go on
     */
    public int retryAll(ProblemCause cause) {
        return wiring.engine().lists().retryAll(wiring.scope(tenant), Given.value("cause", cause));
    }

    /**
     * Makes everything due again that is stuck for one reason, and nothing else: the invoices of the one item that is active
     * again. No call goes out.
     *
     * @param group a group of {@link #problems()}; what joined it since is set going too
     * @return how many records go on
     */
    public int retryAll(ProblemGroup group) {
        return wiring.engine().lists().retryGroup(wiring.scope(tenant), Given.value("group", group));
    }

    /**
     * Makes everything due again that is stuck or waits, whatever the cause. Nothing that may have arrived is sent again:
     * an uncertain record is searched for once more.
     *
     * @return how many records go on
     */
    public int retryAll() {
        return wiring.engine().lists().retryAll(wiring.scope(tenant), null);
    }

    /**
     * Decides anew about one record that is stuck, whatever its kind, and does what is to be done.
     *
     * @param kind its kind
     * @param id its id in the app
     * @return what became of it
     */
    public SyncStatus retry(RecordKind kind, LocalId id) {
        return wiring.engine(tenant).retry(tenant, kind, id);
    }

    /**
     * Looks up where many records of one kind stand, in one go. No call goes out.
     *
     * @param kind their kind
     * @param ids their ids in the app
     * @return a status for each id
     */
    public Map<LocalId, SyncStatus> statuses(RecordKind kind, Collection<LocalId> ids) {
        Given.value("kind", kind);
        return wiring.engine().lists().statuses(wiring.scope(tenant), kind, Given.value("ids", ids));
    }

    /**
     * Counts the records by kind and state. No call goes out.
     *
     * @return the counts, and when work is due next
     */
    public Overview overview() {
        return wiring.engine().lists().overview(wiring.scope(tenant));
    }

    /**
     * Lists the records of one kind in one state, a page at a time. No call goes out.
     *
     * @param kind their kind
     * @param state their state
     * @param after where the page begins, as the page before said; {@code null} for the first
     * @param limit the most records, at least 1
     * @return the page
     */
    public RecordPage records(RecordKind kind, SyncState state, @Nullable LocalId after, int limit) {
        Given.value("kind", kind);
        Given.value("state", state);
        return wiring.engine().lists().records(wiring.scope(tenant), kind, state, after, limit);
    }

    /**
     * Does one bounded step of this firm's background work, for hosts that drive it with an engine of their own.
     *
     * @param budget how long it may take; the piece under way is finished
     * @return what was done, and when the firm wants to run next
     */
    public Progress runDue(Duration budget) {
        return wiring.engine().runDue(tenant, Given.value("budget", budget));
    }

    /**
     * Reads a record that differs from QuickBooks again, and does by the firm's policy what is to be done about it. What
     * only a person can decide is answered with {@link dev.tieout.qbo.sync.RecordHandle#resolve}.
     *
     * @param difference a difference of a tie-out
     * @return what became of the record
     */
    public SyncStatus repair(TieOut.Difference difference) {
        Given.value("difference", difference);
        return wiring.engine(tenant).repair(tenant, difference.kind(), difference.localId());
    }

    /**
     * Lists the differences of one kind that were told and not settled. No call goes out.
     *
     * @param kind the kind
     * @return them all, with both values, and what the firm's policy would make of them
     */
    public DifferencePlan differences(RecordKind kind) {
        return wiring.engine().lists().differences(wiring.scope(tenant), Given.value("kind", kind));
    }

    /**
     * Settles differences together: one side's values stand. Goes through the records one by one, each with a call of its
     * own where something is written; a record that differs otherwise than the plan shows is left as it is.
     *
     * @param plan what was looked at
     * @param side whose values are to stand
     * @return what became of each record, in the plan's order
     */
    public List<SyncStatus> settle(DifferencePlan plan, Side side) {
        return wiring.engine(tenant).settle(tenant, Given.value("plan", plan), Given.value("side", side));
    }

    /**
     * Makes a link that opens a record in QuickBooks. The addresses are not documented by Intuit and may change.
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
        return tieOut(TieOutRange.all(), entry -> {});
    }

    /**
     * As {@link #tieOut()}, of some days, and with every record as it comes: a page at a time, so that a million records need
     * no more memory than a thousand. What differs and what may be there twice is kept.
     *
     * @param range the days; a record counts if either side has it on one of them
     * @param each is given every record of the app, in whatever state, and every record of QuickBooks that is for one of the
     *     app's clients and not linked; in no order, on this thread. A {@link dev.tieout.qbo.sync.TieOutCsv} writes a file
     * @return the proof that both sides agree, or where they do not, with a certificate to keep
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    public TieOut tieOut(TieOutRange range, Consumer<TieOut.Entry> each) {
        return wiring.engine(tenant).tieOut(tenant, Given.value("range", range), Given.value("each", each));
    }

    /**
     * Checks a certificate that was kept: ties the same days out again and says what moved on either side since.
     *
     * @param certificate what a tie-out of this company certified
     * @return what moved, by kind and month; the certificate of now is in it
     * @throws IllegalArgumentException if it is of another company
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    public TieOutDrift check(TieOutCertificate certificate) {
        Given.value("certificate", certificate);
        return certificate.driftTo(tieOut(certificate.range(), entry -> {}).certificate());
    }

    /**
     * Looks up what the firm wants kept in step.
     *
     * @return the settings, the defaults if it set none
     */
    public SyncSettings settings() {
        return wiring.engine().settings(tenant);
    }

    /**
     * Changes what the firm wants kept in step.
     *
     * @param settings the new settings, whole
     */
    public void settings(SyncSettings settings) {
        wiring.engine().settings(tenant, Given.value("settings", settings));
    }

    @Override
    public String toString() {
        return "Company[tenant=" + tenant + "]";
    }
}
