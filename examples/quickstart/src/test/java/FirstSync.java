import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import java.net.URI;
import java.util.List;

/** Connects a firm to a fake QuickBooks, creates its one client there, and proves that both sides agree. */
public final class FirstSync {
    private FirstSync() {}

    public static void main(String[] args) {
        TenantId firm = TenantId.of("firm-1");
        InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
        clients.put(
                firm,
                List.of(Client.builder(LocalId.of("c-1"), "Fiona Gallagher").build()));

        try (FakeQuickBooks fake = FakeQuickBooks.start();
                QuickBooks quickBooks = QuickBooks.builder()
                        .environment(Environment.at(fake.baseUrl())) // later Environment.SANDBOX, then PRODUCTION
                        .app(AppCredentials.of(
                                fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
                        .tokenStore(new InMemoryTokenStore())
                        .syncStore(new InMemorySyncStore())
                        .clients(clients)
                        .build()) {
            AuthorizationRequest request = quickBooks.connections().authorize(firm);
            URI callback = fake.approve(request.url(), FakeQuickBooks.DEFAULT_REALM); // the person says yes
            quickBooks.connections().complete(firm, request.state(), callback.getRawQuery());

            Company company = quickBooks.company(firm);
            SetupPlan plan = company.setup().preview();
            SetupReport report = company.setup().apply(plan.createUnmatchedInQuickBooks());

            System.out.println("Setup: " + report.counts());
            System.out.println("Both sides agree: " + company.tieOut().agrees());
        }
    }
}
