package host;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** What every host does on its first day: connects a firm, previews, applies. */
public final class FirstSync {
    public static final TenantId FIRM = TenantId.of("firm-1");

    private FirstSync() {}

    /** An app with one client of one firm. */
    public static LocalRecords<Client> clients() {
        InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
        clients.put(
                FIRM,
                List.of(Client.builder(LocalId.of("c-1"), "Fiona Gallagher").build()));
        return clients;
    }

    public static QuickBooks quickBooks(URI baseUrl, String clientId, String clientSecret) {
        return QuickBooks.builder()
                .environment(Environment.at(baseUrl))
                .app(AppCredentials.of(clientId, clientSecret, URI.create("https://app.example/callback")))
                .tokenStore(new InMemoryTokenStore())
                .syncStore(new InMemorySyncStore())
                .clients(clients())
                .build();
    }

    /**
     * Connects and brings the client to QuickBooks.
     *
     * @param browser sends a person to Intuit's consent page and gives the callback
     */
    public static SetupReport run(QuickBooks quickBooks, UnaryOperator<URI> browser) {
        AuthorizationRequest request = quickBooks.connections().authorize(FIRM);
        URI callback = browser.apply(request.url());
        quickBooks.connections().complete(FIRM, request.state(), callback.getRawQuery());
        Company company = quickBooks.company(FIRM);
        return company.setup().apply(company.setup().preview().createUnmatchedInQuickBooks());
    }
}
