package dev.tieout.examples.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import dev.tieout.store.jdbc.JdbcTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import java.net.URI;
import java.time.Duration;

/** What every process of the app has: the database, and the library on it. */
final class Host implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    final HikariDataSource database;
    final AppClients clients;
    final QuickBooks quickBooks;

    Host(String jdbc, URI fake, String node, FastClock clock) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(jdbc);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setInitializationFailTimeout(Duration.ofSeconds(60).toMillis());
        database = new HikariDataSource(pool);
        clients = new AppClients(database);
        JdbcDatabase tables = JdbcDatabase.of(database);
        quickBooks = QuickBooks.builder()
                .environment(Environment.at(fake))
                .app(AppCredentials.of(
                        FakeQuickBooks.CLIENT_ID,
                        FakeQuickBooks.CLIENT_SECRET,
                        URI.create("https://app.example/callback")))
                .syncStore(new JdbcSyncStore(tables))
                .tokenStore(new JdbcTokenStore(tables))
                .clients(clients)
                .serviceItems(InMemoryLocalRecords.serviceItems())
                .pollEvery(Duration.ofMinutes(10))
                .nodeName(node)
                .callSettings(CallSettings.builder()
                        .clock(clock)
                        .sleeper(clock::sleep)
                        .build())
                .build();
    }

    void createTables() {
        JdbcDatabase.of(database).migrate();
        clients.createTable();
    }

    @Override
    public void close() {
        quickBooks.close();
        database.close();
    }
}
