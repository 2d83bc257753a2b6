// Over 300 lines: the Javadoc of one short method after another.
package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.call.Usage;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreditMemoSync;
import dev.tieout.qbo.sync.DifferencePlan;
import dev.tieout.qbo.sync.Examination;
import dev.tieout.qbo.sync.FindingCause;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.Overview;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.sync.ProblemPage;
import dev.tieout.qbo.sync.Progress;
import dev.tieout.qbo.sync.RecordPage;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
     * The same company for a reader of another language than the builder's: problems, remedies, findings and evidence are in
     * that language. English and Spanish; others read English.
     *
     * @param locale the reader's language
     * @return another handle
     */
    public Company in(Locale locale) {
        return new Company(tenant, wiring.in(Given.value("locale", locale)));
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
     * Looks the company over before the first write: its connection, the preferences that matter to what the firm wants, and
     * the items, accounts and tax codes that the firm's settings name. Two requests; nothing is written.
     *
     * @return what was found, the most severe first, each with its remedy and the place in QuickBooks
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    public Examination doctor() {
        return wiring.examine(tenant);
    }

    /**
     * Changes one preference of the company in QuickBooks, because a person asked for it; the library never does it by
     * itself. QuickBooks may keep the preference as it was: then it is still among the findings.
     *
     * @param cause what is to be put right; one that is {@linkplain FindingCause#fixable() fixable}
     * @return a new examination
     * @throws IllegalArgumentException if QuickBooks' API does not offer to change it
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks refused, or could not be asked
     */
    public Examination fix(FindingCause cause) {
        return wiring.fix(tenant, Given.value("cause", cause));
    }

    /**
     * Asks QuickBooks now whether the connection's trouble is over, for a person who has just put it right. The library
     * looks by itself too, ever more rarely; what waits goes on by itself once it is over.
     *
     * @return the connection as it is then
     */
    public Connection lookAgain() {
        return wiring.connections().look(tenant);
    }

    /**
     * Ends the connection: the tokens are revoked at Intuit and forgotten. The company is remembered, and so are the links of
     * the records and what waits to be sent: connecting the same company again goes on where it ended.
     *
     * @return how it is then
     */
    public Connection disconnect() {
        return wiring.connections().disconnect(tenant);
    }

    /**
     * Forgets everything about the firm: ends the connection, then removes its tokens, the links of all its records in all
     * companies it was ever connected to, its settings and people's decisions. Cannot be undone. Nothing in QuickBooks or in
     * the app changes. What is thrown away stays away unless the app hands something over anew.
     *
     * @throws IllegalStateException if background work goes on for the firm: nothing but the connection has ended then; try
     *     again some minutes later
     */
    public void purge() {
        wiring.purge(tenant);
    }

    /**
     * Looks up where a record stands. No call goes out.
     *
     * @param kind its kind
     * @param id its id in the app
     * @return its status; {@code NOT_SYNCED} if the library never heard of it
     */
    public SyncStatus status(RecordKind kind, LocalId id) {
        return wiring.said(tenant, wiring.engine(tenant).status(tenant, kind, id));
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
     * Lists the records of one problem, a page at a time. No call goes out.
     *
     * @param group a group of {@link #problems()}; what joined it since is listed too
     * @param after where the page begins, as the page before said; {@code null} for the first
     * @param limit the most records, at least 1
     * @return the page
     */
    public ProblemPage records(ProblemGroup group, @Nullable RecordRef after, int limit) {
        Given.value("group", group);
        return wiring.engine().lists().records(wiring.scope(tenant), group, after, limit);
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
        return wiring.said(tenant, wiring.engine(tenant).retry(tenant, kind, id));
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
     * Sums up what was asked of this firm's company in a month. No call goes out.
     *
     * @param month the month, in UTC
     * @return the counts by purpose; zeros for a month before the first
     */
    public Usage usage(YearMonth month) {
        return wiring.meter().of(tenant, Given.value("month", month));
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
        return wiring.said(tenant, wiring.engine(tenant).repair(tenant, difference.kind(), difference.localId()));
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
        return wiring.engine(tenant).settle(tenant, Given.value("plan", plan), Given.value("side", side)).stream()
                .map(status -> wiring.said(tenant, status))
                .toList();
    }

    /**
     * Makes a link that opens a record in QuickBooks, in this company whatever company the browser is in. The addresses are
     * not documented by Intuit and may change.
     *
     * @param kind its kind
     * @param id its id in the app
     * @return the link; to the list where QuickBooks has no page for one entry; empty if the record is not in QuickBooks, or
     *     QuickBooks has no page for its kind
     */
    public Optional<URI> linkTo(RecordKind kind, LocalId id) {
        return wiring.linkTo(tenant, kind, id);
    }

    /**
     * Makes a link that opens a record of QuickBooks: a candidate or a hit of a search ({@code CLIENT}), an item of the
     * catalog ({@code SERVICE_ITEM}).
     *
     * @param kind the kind of record that it is or would be
     * @param remote its id in QuickBooks
     * @return the link, as of {@link #linkTo(RecordKind, LocalId)}
     */
    public Optional<URI> linkTo(RecordKind kind, RemoteId remote) {
        Given.value("kind", kind);
        return wiring.linkTo(tenant, kind, Given.value("remote", remote));
    }

    /**
     * Makes a link to the record of QuickBooks that is to blame for a problem.
     *
     * @param blame of a problem
     * @return the link, or empty if QuickBooks has no page for it
     */
    public Optional<URI> linkTo(Blame blame) {
        return wiring.linkTo(tenant, Given.value("blame", blame));
    }

    /**
     * Reads every linked record back from QuickBooks and compares it, to the cent, with what the app handed over.
     *
     * @return the proof that both sides agree, or where they do not
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    public TieOut tieOut() {
        return wiring.engine(tenant).tieOut(tenant);
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
