package app;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectOutcome;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.sync.SyncStatus;
import java.util.List;

/** All that the app does with QuickBooks, in one place. One for the whole process; thread-safe. */
public final class Books implements AutoCloseable {
    private final QuickBooks quickBooks;

    public Books(QuickBooks quickBooks) {
        this.quickBooks = quickBooks;
    }

    /** Connect, first half: keep request.state() in the person's session and redirect the browser to request.url(). */
    public AuthorizationRequest connect(TenantId firm) {
        return quickBooks.connections().authorize(firm);
    }

    /** Connect, second half: Intuit sends the browser back. The state is null if the session has expired. */
    public String connected(TenantId firm, String stateOfTheSession, String query) {
        ConnectOutcome outcome = quickBooks.connections().complete(firm, stateOfTheSession, query);
        if (outcome instanceof ConnectOutcome.Connected) {
            return "Connected";
        } else if (outcome instanceof ConnectOutcome.Refused) {
            return "Not connected: consent was not given";
        } else if (outcome instanceof ConnectOutcome.OtherCompanyChosen) {
            return "Not connected: this is another company than before";
        } else if (outcome instanceof ConnectOutcome.CompanyTaken) {
            return "Not connected: another firm of this app is connected to that company";
        }
        return "Not connected: begin again"; // a state that does not match, a code or a company that was not accepted
    }

    /** Setup, first half: reads both sides, writes nothing. Show the plan to a person. */
    public SetupPlan preview(TenantId firm) {
        return quickBooks.company(firm).setup().preview();
    }

    /** Setup, second half: links the matches and does what the person decided. Safe to repeat. */
    public SetupReport apply(TenantId firm, SetupPlan decided) {
        return quickBooks.company(firm).setup().apply(decided);
    }

    /** What a person chooses the firm's default item from. */
    public List<Catalog.Entry> items(TenantId firm) {
        return quickBooks.company(firm).catalog().items();
    }

    /** A line of an invoice needs an item of QuickBooks: this one, where the line names no service item of the app. */
    public void defaultItem(TenantId firm, RemoteId item) {
        Company company = quickBooks.company(firm);
        company.settings(company.settings().withDefaultItem(item));
    }

    /** Hands an invoice over, new or changed; runDue sends it. No call goes out. */
    public void save(TenantId firm, ClientInvoice invoice) {
        quickBooks.company(firm).invoices().stage(invoice);
    }

    /** Where an invoice stands. No call goes out. */
    public SyncStatus invoice(TenantId firm, LocalId id) {
        return quickBooks.company(firm).status(RecordKind.INVOICE, id);
    }

    /** Intuit's POST, its bytes unchanged; answer with this status. No call goes out. */
    public int webhook(String intuitSignature, byte[] rawBody) {
        return quickBooks.webhooks().receive(intuitSignature, rawBody).httpStatus();
    }

    /** Does what is due for all firms. Call it every second or so, from any number of processes. */
    public void work() {
        while (quickBooks.runDue() > 0) {
            // a bounded piece each time, until nothing is due
        }
    }

    @Override
    public void close() {
        quickBooks.close();
    }
}
