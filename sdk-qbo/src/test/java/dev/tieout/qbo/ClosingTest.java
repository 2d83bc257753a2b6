package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.sync.SyncState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A {@link QuickBooks} can be closed: its threads and connections end, and later use says so. */
class ClosingTest {
    private final Firm w = Firm.connected();

    @AfterEach
    void stop() {
        w.close();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tieout-sync") && thread.isAlive())
                .toList();
    }

    @Test
    void workersEndWithIt() {
        QuickBooks process = w.process("node-2");
        SyncWorker first = process.startWorker();
        SyncWorker second = process.startWorker();
        assertThat(workers()).hasSize(2);
        first.close();
        assertThat(workers()).hasSize(1);
        process.close();
        assertThat(workers()).isEmpty();
        second.close();
    }

    @Test
    void closingTwiceIsFine() {
        w.quickBooks.close();
        w.quickBooks.close();
        assertThatThrownBy(w.quickBooks::runDue).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whateverIsCalledLaterSaysThatItIsClosed() {
        Client client = w.client("c-1", "Fiona Gallagher");
        ClientSync clients = w.company.clients();
        Connections connections = w.quickBooks.connections();
        WebhookInbox inbox = w.quickBooks.webhooks();
        w.quickBooks.close();
        Map<String, ThrowingCallable> uses = Map.ofEntries(
                Map.entry("runDue", w.quickBooks::runDue),
                Map.entry("startWorker", w.quickBooks::startWorker),
                Map.entry("company", () -> w.quickBooks.company(Firm.TENANT)),
                Map.entry("connections", w.quickBooks::connections),
                Map.entry("webhooks", w.quickBooks::webhooks),
                Map.entry("sync", () -> clients.sync(client)),
                Map.entry("authorize", () -> connections.authorize(Firm.TENANT)),
                Map.entry("complete", () -> connections.complete(Firm.TENANT, "s", "?state=s")),
                Map.entry("receive", () -> inbox.receive("", new byte[0])),
                Map.entry("health", w.company::health),
                Map.entry("status", () -> w.company.status(RecordKind.CLIENT, client.id())),
                Map.entry("catalog", () -> w.company.catalog().incomeAccounts()),
                Map.entry("preview", () -> w.company.setup().preview()),
                Map.entry("tieOut", w.company::tieOut),
                Map.entry("overview", w.company::overview),
                Map.entry("settings", w.company::settings));
        uses.forEach((use, call) -> assertThatThrownBy(call)
                .as(use)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(".*(is|are) closed: .*"));
    }

    @Test
    void whatIsUnderWayKeepsItsStateAndIsDoneByTheNextProcess() {
        Client client = w.client("c-1", "Fiona Gallagher");
        AtomicReference<QuickBooks> process = new AtomicReference<>();
        CallListener closing = new CallListener() {
            @Override
            public void started(CallInfo call) {
                process.get().close();
            }
        };
        process.set(w.host("node-2")
                .callSettings(CallSettings.builder()
                        .clock(w.fake.clock())
                        .sleeper(pause -> w.fake.clock().advance(pause))
                        .listener(closing)
                        .build())
                .build());
        process.get().company(Firm.TENANT).clients().stage(client);
        process.get().runDue();
        assertThat(w.count("Customer", "DisplayName", "Fiona Gallagher")).isZero();
        assertThat(w.company.status(RecordKind.CLIENT, client.id()).state()).isEqualTo(SyncState.WAITING);
        w.fake.clock().advance(Duration.ofHours(1));
        w.work();
        assertThat(w.count("Customer", "DisplayName", "Fiona Gallagher")).isOne();
        assertThat(w.company.status(RecordKind.CLIENT, client.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aHandleOnTheApiThatOutlivesItSaysWhyNothingIsSent() {
        QboApi api = w.company.api();
        w.quickBooks.close();
        int before = w.fake.history().all().size();
        assertThatThrownBy(api::companyInfo)
                .isInstanceOf(QboException.class)
                .hasRootCauseMessage("not sent, because the QuickBooks or Connections object was closed");
        assertThat(w.fake.history().all()).hasSize(before);
    }

    @Test
    void aHostsOwnHttpClientIsLeftAlone() throws Exception {
        try (Stub stub = new Stub()) {
            OkHttpClient host = new OkHttpClient();
            ConnectionPool pool = host.connectionPool();
            Connections connections =
                    stub.connections(stub.settings().httpClient(host).build());
            connections.complete(Stub.FIRM, "s", "code=c&state=s&realmId=" + Stub.REALM);
            assertThat(pool.connectionCount()).isOne();
            connections.close();
            assertThat(pool.connectionCount()).isOne();
            assertThat(host.dispatcher().executorService().isShutdown()).isFalse();
            host.dispatcher().executorService().shutdown();
            pool.evictAll();
        }
    }
}
