package dev.tieout.examples.quickstart;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.MatchPolicy;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectOutcome;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.SetupClient;
import dev.tieout.qbo.setup.SetupCustomer;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.spi.LocalRecord;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The job, step by step; each step prints what it found. */
final class Demo {
    static final TenantId TENANT = TenantId.of("firm-1");

    private final FakeQuickBooks fake;
    private final FakeCompany books;
    private final PrintStream out;
    private final InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
    private final InMemoryLocalRecords<ServiceItem> items = InMemoryLocalRecords.serviceItems();
    private final QuickBooks quickBooks;
    private final Company company;

    Demo(FakeQuickBooks fake, FakeCompany books, List<Client> clients, PrintStream out) {
        this.fake = fake;
        this.books = books;
        this.out = out;
        this.clients.put(TENANT, clients);
        this.quickBooks = QuickBooks.builder()
                .environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(
                        fake.clientId(), fake.clientSecret(), URI.create("https://app.example/quickbooks/callback")))
                .webhookVerifierToken(fake.verifierToken())
                .tokenStore(new InMemoryTokenStore())
                .syncStore(new InMemorySyncStore())
                .clients(this.clients)
                .serviceItems(items)
                .callSettings(CallSettings.builder()
                        .clock(fake.clock())
                        .sleeper(pause -> fake.clock().advance(pause))
                        .build())
                .build();
        this.company = quickBooks.company(TENANT);
    }

    boolean run() {
        connect();
        SetupPlan plan = preview();
        SetupReport report = apply(plan);
        new Services(company, items, out).setUp();
        Billing billing = new Billing(fake, books, company, clients, out);
        billing.syncInvoicesAndPayments(report);
        changeInQuickBooks(report);
        new Collision(company, report, clients, out).show();
        billing.showFailedInvoice(report);
        billing.showDifference();
        return tieOut();
    }

    private void connect() {
        heading("1. Connect");
        AuthorizationRequest request = quickBooks.connections().authorize(TENANT);
        URI callback = fake.approve(request.url(), books.realmId());
        ConnectOutcome outcome = quickBooks.connections().complete(TENANT, request.state(), callback.getRawQuery());
        if (!(outcome instanceof ConnectOutcome.Connected)) {
            throw new IllegalStateException("the fake refused the connection: " + outcome);
        }
        out.println(
                "  connected to " + company.api().companyInfo().companyName().orElse("the company") + ", realm "
                        + company.api().realm());
    }

    private SetupPlan preview() {
        heading("2. Preview: what belongs together (nothing is written)");
        SetupPlan plan = company.setup().preview(MatchPolicy.balanced(), progress());
        out.println();
        out.println("  Matches: " + plan.matches().size());
        Table matches = new Table("client", "name", "customer", "why");
        plan.matches().forEach(c -> matches.row(c.id(), c.displayName(), String.valueOf(c.customer()), c.why()));
        matches.print(out);
        out.println();
        out.println("  Duplicates, for a person to decide: " + plan.duplicates().size());
        options(plan.duplicates()).print(out);
        out.println();
        out.println("  Unmatched clients: " + plan.unmatched().size());
        options(plan.unmatched()).print(out);
        out.println();
        out.println("  New clients, only in QuickBooks: " + plan.newClients().size());
        Table news = new Table("customer", "name");
        for (SetupCustomer customer : plan.newClients()) {
            news.row(customer.id(), customer.displayName());
        }
        news.print(out);
        return plan;
    }

    private static Table options(List<SetupClient> clients) {
        Table table = new Table("client", "name", "could be", "why");
        for (SetupClient client : clients) {
            if (client.candidates().isEmpty()) {
                table.row(client.id(), client.displayName(), "-", client.why());
            }
            for (SetupClient.Option option : client.candidates()) {
                table.row(
                        client.id(),
                        client.displayName(),
                        option.customer() + " " + option.displayName(),
                        option.why());
            }
        }
        return table;
    }

    private SetupReport apply(SetupPlan plan) {
        heading("3. Apply: link the matches, create the unmatched in QuickBooks");
        SetupReport report = company.setup()
                .apply(plan.createUnmatchedInQuickBooks(), Applying.standard().progress(progress()));
        out.println();
        Table table = new Table("result", "decisions");
        report.counts().forEach((result, count) -> table.row(result, count));
        table.print(out);
        return report;
    }

    private void changeInQuickBooks(SetupReport report) {
        heading("6. A change in QuickBooks arrives in the app");
        SetupReport.Entry linked = report.entries().stream()
                .filter(e -> e.result() == SetupReport.Result.LINKED)
                .findFirst()
                .orElse(null);
        if (linked == null) {
            out.println("  no client was linked, so there is none to change");
            return;
        }
        LocalId client = Objects.requireNonNull(linked.local());
        RemoteId customer = Objects.requireNonNull(linked.remote());
        fake.webhooks()
                .subscribe((headers, body) -> quickBooks
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
        fake.clock().advance(Duration.ofMinutes(1));
        String before = phones(client);
        books.inQuickBooks()
                .change("Customer", customer.value(), Map.of("PrimaryPhone", Map.of("FreeFormNumber", "555-0142")));
        int posts = fake.webhooks().deliver();
        int worked = work();
        new Table("client", "phone before", "phone now", "webhooks", "pieces of work")
                .row(client, before, phones(client), posts, worked)
                .print(out);
    }

    private String phones(LocalId client) {
        List<String> phones = clients.find(TENANT, client)
                .map(LocalRecord::record)
                .orElseThrow()
                .phones();
        return phones.isEmpty() ? "(none)" : String.join(", ", phones);
    }

    private int work() {
        int worked = 0;
        int step;
        do {
            step = quickBooks.runDue();
            worked += step;
        } while (step > 0);
        return worked;
    }

    private boolean tieOut() {
        heading("10. Tie-out: both sides, record by record, to the cent");
        work();
        TieOut tieOut = company.tieOut();
        Table table = new Table(
                "records",
                "equal",
                "accepted",
                "different",
                "only app",
                "kept out",
                "only QuickBooks",
                "app total",
                "QuickBooks total");
        for (TieOut.Line line : tieOut.lines()) {
            boolean money = line.currency() != null;
            table.row(
                    line.kind(),
                    line.equal(),
                    line.accepted(),
                    line.different(),
                    line.onlyInApp(),
                    line.keptOut(),
                    line.onlyInQuickBooks(),
                    money ? line.appTotal().setScale(2, RoundingMode.UNNECESSARY) : "",
                    money ? line.quickBooksTotal().setScale(2, RoundingMode.UNNECESSARY) : "");
        }
        table.print(out);
        out.println();
        for (TieOut.Difference difference : tieOut.differences()) {
            out.println("  differs: " + difference.kind() + " " + difference.localId() + " / " + difference.remoteId()
                    + " in " + difference.fields().stream().sorted().collect(Collectors.joining(", ")));
        }
        out.println(tieOut.agrees() ? "  Both sides agree." : "  The sides do NOT agree.");
        return tieOut.agrees();
    }

    private SetupProgress progress() {
        return (step, done) -> {
            if (done % 500 == 0 || !step.equals("applying")) {
                out.println("  ... " + step + ": " + done);
            }
        };
    }

    private void heading(String text) {
        heading(out, text);
    }

    static void heading(PrintStream out, String text) {
        out.println();
        out.println(text);
        out.println();
    }
}
