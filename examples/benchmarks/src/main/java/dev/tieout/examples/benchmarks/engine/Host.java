package dev.tieout.examples.benchmarks.engine;

import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemoryTokenStore;
import java.io.IOException;
import java.net.URI;

/** An app with firms, all in memory. */
final class Host {
    /** What connects a firm: a person at QuickBooks' consent page. */
    interface Person {
        /** The query of the callback. */
        String approve(URI authorize) throws IOException;
    }

    static final String VERIFIER_TOKEN = "verifier";

    private final InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
    private final InMemoryLocalRecords<ServiceItem> items = InMemoryLocalRecords.serviceItems();
    private final QuickBooks quickBooks;

    Host(URI base, CallSettings settings, SyncStore store) {
        this.quickBooks = QuickBooks.builder()
                .environment(Environment.at(base))
                .app(AppCredentials.of("benchmark", "secret", URI.create("https://app.example/callback")))
                .webhookVerifierToken(VERIFIER_TOKEN)
                .tokenStore(new InMemoryTokenStore())
                .syncStore(store)
                .clients(clients)
                .serviceItems(items)
                .callSettings(settings)
                .build();
    }

    QuickBooks quickBooks() {
        return quickBooks;
    }

    Firm connect(String name, Practice practice, Person person) throws IOException {
        TenantId tenant = TenantId.of(name);
        AuthorizationRequest request = quickBooks.connections().authorize(tenant);
        quickBooks.connections().complete(tenant, request.state(), person.approve(request.url()));
        return new Firm(quickBooks, tenant, clients, items, practice);
    }
}
