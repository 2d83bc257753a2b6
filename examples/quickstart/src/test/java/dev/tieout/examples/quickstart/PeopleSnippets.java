package dev.tieout.examples.quickstart;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.ResumedPlan;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.setup.SetupUndo;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.CustomerPage;
import dev.tieout.qbo.sync.MatchPreview;
import dev.tieout.qbo.sync.SearchBy;
import java.util.List;

/** What docs/setup.md and docs/one-client.md show, compiled. */
final class PeopleSnippets {
    private PeopleSnippets() {}

    static SetupReport wizard(Company company, LocalId client, String user, String digest, SetupProgress bar) {
        // tag::wizard
        Setup setup = company.setup();
        setup.state(); // each step: open, in progress, running, done, skipped; by whom, when
        SetupPlan plan = setup.preview(); // reads both sides, writes nothing there
        plan.open(); // what somebody still has to decide about
        plan.decidedBefore(); // kept out, unmatched, not the same: who said so, when
        setup.keep(plan.keepOut(client), Applying.standard().by(user)); // put aside; nothing is carried out
        ResumedPlan<SetupPlan> later = setup.resume(); // a fresh plan with those decisions, and what went stale of them
        SetupReport report = setup.apply(
                later.plan(), Applying.standard().by(user).approved(digest).progress(bar));
        setup.skip(SetupStep.SERVICE_ITEMS, Applying.standard().by(user)); // switches items, invoices, credit memos off
        setup.complete(SetupStep.PAYMENTS, Applying.standard().by(user));
        // end::wizard
        return report;
    }

    static SetupUndo undo(Setup setup, SetupRun run, String user) {
        // tag::undo
        SetupUndo plan = setup.planUndo(run.id()); // reads both sides: what can be taken back, what not, and why
        SetupUndo done = setup.undo(plan, Applying.standard().by(user));
        // end::undo
        return done;
    }

    static List<Object> client(Company company, Client client, RemoteId customer, String user) {
        // tag::client
        ClientSync clients = company.clients();
        clients.status(client.id()); // the icon beside the client, on every client
        clients.isOn(client.id()); // its switch; of a new client what "Creating new clients" says
        clients.toggle(client, true); // at creation and later; off holds after every edit on both sides

        CustomerPage page = clients.search("fiona", SearchBy.NAME, 0, 20); // or EMAIL, or ALL; mistyped too
        MatchPreview preview = clients.previewMatch(client, customer).orElseThrow();
        preview.fields(); // each with both values: SAME, OVERWRITTEN, ADDED, KEPT
        preview.untouched(); // what else QuickBooks knows, and keeps
        clients.match(client, customer); // never moves a linked client: AlreadyMatched, Taken
        clients.move(client, customer); // moves it, because a person said so
        clients.unmatch(client.id(), user);
        clients.undoUnmatch(client.id()); // all is as it was, nothing is written

        CreateOutcome outcome =
                clients.createInQuickBooks(client); // Created, or NameTaken with who has it and free names
        clients.createInQuickBooks(client, "Fiona Ann Gallagher"); // under the name that the person chose
        // end::client
        return List.of(page, outcome);
    }
}
