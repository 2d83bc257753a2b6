package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several firms of one host: each gets its turn, on one thread or on many. */
class FirmsTakeTurnsTest {
    private static final int FIRMS = 4;

    private final List<String> realms = IntStream.range(0, FIRMS)
            .mapToObj(firm -> String.valueOf(9_000_000_000L + firm))
            .toList();
    private final FakeQuickBooks fake = start();
    private final InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
    private final QuickBooks quickBooks = QuickBooks.builder()
            .environment(Environment.at(fake.baseUrl()))
            .app(AppCredentials.of(fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
            .tokenStore(new InMemoryTokenStore())
            .syncStore(new InMemorySyncStore())
            .clients(clients)
            .serviceItems(InMemoryLocalRecords.serviceItems())
            .callSettings(CallSettings.builder()
                    .clock(fake.clock())
                    .sleeper(pause -> fake.clock().advance(pause))
                    .build())
            .build();

    private FakeQuickBooks start() {
        FakeQuickBooks.Builder builder = FakeQuickBooks.builder();
        realms.forEach(realm -> builder.company(FakeCompany.builder().realmId(realm)));
        return builder.start();
    }

    FirmsTakeTurnsTest() {
        for (int firm = 0; firm < FIRMS; firm++) {
            AuthorizationRequest request = quickBooks.connections().authorize(tenant(firm));
            URI callback = fake.approve(request.url(), realms.get(firm));
            quickBooks.connections().complete(tenant(firm), request.state(), callback.getRawQuery());
        }
    }

    @AfterEach
    void close() {
        quickBooks.close();
        fake.close();
    }

    private static TenantId tenant(int firm) {
        return TenantId.of("firm-" + firm);
    }

    private void stage(int firm, int many) {
        List<Client> all = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            all.add(Client.builder(LocalId.of("c-" + n), "Client " + n).build());
        }
        clients.put(tenant(firm), all);
        all.forEach(quickBooks.company(tenant(firm)).clients()::stage);
    }

    private long waiting(int firm) {
        return quickBooks.company(tenant(firm)).overview().count(SyncState.WAITING);
    }

    private long waiting() {
        return IntStream.range(0, FIRMS).mapToLong(this::waiting).sum();
    }

    private LongStream customers() {
        return realms.stream()
                .mapToLong(realm -> fake.company(realm).all("Customer").stream()
                        .filter(customer ->
                                String.valueOf(customer.get("DisplayName")).startsWith("Client "))
                        .count());
    }

    /** One firm with far more to do than a turn holds must not keep the others waiting. */
    @Test
    void oneThatFloodsDoesNotKeepTheOthersWaiting() {
        stage(0, 700);
        for (int firm = 1; firm < FIRMS; firm++) {
            stage(firm, 3);
        }
        quickBooks.runDue();
        assertThat(waiting(0)).as("the flooding firm after one turn").isBetween(1L, 699L);
        for (int firm = 1; firm < FIRMS; firm++) {
            assertThat(waiting(firm)).as("firm %s", firm).isZero();
        }
    }

    @Test
    void severalThreadsWorkOnSeveralFirmsAndEachRecordIsMadeOnce() throws Exception {
        for (int firm = 0; firm < FIRMS; firm++) {
            stage(firm, 40);
        }
        SyncWorker worker = quickBooks.startWorker(3);
        try (worker;
                SyncWorker other = quickBooks.startWorker(2, task -> new Thread(task, "the host's"))) {
            assertThat(worker.figures().threads()).isEqualTo(3);
            assertThat(other.figures().threads()).isEqualTo(2);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (waiting() > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        assertThat(waiting()).isZero();
        assertThat(customers().boxed()).containsOnly(40L);
        assertThat(worker.figures().working()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .doesNotContain("the host's", "tieout-sync", "tieout-sync-firm");
    }
}
