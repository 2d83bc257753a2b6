package dev.tieout.examples.quickstart;

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

/** The README's quickstart; a test compares the two. */
final class FirstSync {
    private FirstSync() {}

    static SetupReport run() {
        // tag::first-sync
        TenantId tenant = TenantId.of("firm-1");
        InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
        clients.put(
                tenant,
                List.of(Client.builder(LocalId.of("c-1"), "Fiona Gallagher").build()));

        try (FakeQuickBooks fake = FakeQuickBooks.start()) {
            QuickBooks quickBooks = QuickBooks.builder()
                    .environment(Environment.at(fake.baseUrl()))
                    .app(AppCredentials.of(
                            fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
                    .tokenStore(new InMemoryTokenStore())
                    .syncStore(new InMemorySyncStore())
                    .clients(clients)
                    .build();

            AuthorizationRequest request = quickBooks.connections().authorize(tenant);
            URI callback = fake.approve(request.url(), FakeQuickBooks.DEFAULT_REALM); // the person says yes
            quickBooks.connections().complete(tenant, request.state(), callback.getRawQuery());

            Company company = quickBooks.company(tenant);
            SetupPlan plan = company.setup().preview();
            return company.setup().apply(plan.createUnmatchedInQuickBooks());
        }
        // end::first-sync
    }
}
