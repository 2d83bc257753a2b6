package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import dev.tieout.store.jdbc.JdbcTokenStore;
import dev.tieout.sync.SyncSettings;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Disconnecting keeps what purging removes. */
class PurgeTest {
    private static final TenantId FIRM = TenantId.of("firm-1");
    private static final TenantId OTHER = TenantId.of("firm-2");
    private static final List<String> REALMS = List.of("9130000000000001", "9130000000000002");

    private final FakeQuickBooks fake = FakeQuickBooks.builder()
            .company(FakeCompany.builder().realmId(REALMS.get(0)))
            .company(FakeCompany.builder().realmId(REALMS.get(1)))
            .start();

    @AfterEach
    void close() {
        fake.close();
    }

    private QuickBooks host(TokenStore tokens, SyncStore rows) {
        return builder(tokens, rows).build();
    }

    private QuickBooks.Builder builder(TokenStore tokens, SyncStore rows) {
        return QuickBooks.builder()
                .environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(
                        fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
                .tokenStore(tokens)
                .syncStore(rows)
                .callSettings(CallSettings.builder()
                        .clock(fake.clock())
                        .sleeper(fake.clock()::advance)
                        .build());
    }

    private void connect(QuickBooks host, TenantId tenant, String realm) {
        AuthorizationRequest request = host.connections().authorize(tenant);
        URI callback = fake.approve(request.url(), realm);
        host.connections().complete(tenant, request.state(), callback.getRawQuery());
    }

    private static Client client(String id) {
        return Client.builder(LocalId.of(id), "Client " + id).build();
    }

    private void used(QuickBooks host) {
        int i = 0;
        for (TenantId tenant : List.of(FIRM, OTHER)) {
            connect(host, tenant, REALMS.get(i++));
            Company company = host.company(tenant);
            company.settings(SyncSettings.defaults());
            company.clients().sync(client("c-1-" + tenant));
            company.clients().stage(client("c-2-" + tenant));
        }
        host.runDue();
    }

    @Test
    void disconnectingKeepsLinksAndGoesOnWhenConnectedAgain() {
        QuickBooks host = host(new InMemoryTokenStore(), new InMemorySyncStore());
        used(host);
        Company company = host.company(FIRM);
        assertThat(company.disconnect().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(company.health().companyName()).isPresent();
        assertThat(company.clients().status(client("c-1-firm-1").id()).remoteId())
                .isNotNull();

        connect(host, FIRM, REALMS.get(0));
        assertThat(company.clients().sync(client("c-1-firm-1")).synced()).isTrue();
    }

    @Test
    void purgingLeavesNothingOfTheFirmAndAllOfTheOthersInMemory() {
        InMemoryTokenStore tokens = new InMemoryTokenStore();
        InMemorySyncStore rows = new InMemorySyncStore();
        QuickBooks host = host(tokens, rows);
        used(host);

        host.company(FIRM).purge();

        assertThat(tokens.find(FIRM)).isEmpty();
        assertThat(rows.tenants(null, 10)).containsExactly(OTHER);
        assertThat(host.company(FIRM).health().state()).isEqualTo(ConnectionState.NEVER_CONNECTED);
        assertThat(host.company(OTHER)
                        .clients()
                        .status(client("c-1-firm-2").id())
                        .synced())
                .isTrue();
        assertThat(host.runDue()).isZero();
        host.company(FIRM).purge();
    }

    /** What this node and another had counted and not stored yet must not bring the firm back. */
    @Test
    void whatIsCountedIsNotStoredAfterwards() {
        InMemoryTokenStore tokens = new InMemoryTokenStore();
        InMemorySyncStore rows = new InMemorySyncStore();
        QuickBooks host = host(tokens, rows);
        used(host);
        QuickBooks other = builder(tokens, rows).nodeName("node-2").build();
        other.company(FIRM).api().companyInfo();
        host.company(FIRM).api().companyInfo();

        host.company(FIRM).purge();

        host.close();
        other.close();
        assertThat(rows.tenants(null, 10)).containsExactly(OTHER);
    }

    @Test
    void purgingLeavesNothingOfTheFirmInADatabase() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:purge;DB_CLOSE_DELAY=-1");
        JdbcDatabase database = JdbcDatabase.of(source);
        database.migrate();
        QuickBooks host = host(new JdbcTokenStore(database), new JdbcSyncStore(database));
        used(host);
        assertThat(count(source, "tieout_sync", FIRM)).isGreaterThan(3);
        assertThat(count(source, "tieout_tokens", FIRM)).isEqualTo(1);

        host.company(FIRM).purge();

        assertThat(count(source, "tieout_sync", FIRM)).isZero();
        assertThat(count(source, "tieout_tokens", FIRM)).isZero();
        assertThat(count(source, "tieout_sync", OTHER)).isGreaterThan(3);
        assertThat(count(source, "tieout_tokens", OTHER)).isEqualTo(1);
    }

    private static int count(JdbcDataSource source, String table, TenantId tenant) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from " + table + " where tenant = '" + tenant.value() + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void aFirmThatANodeIsAtWorkForIsNotPurgedUnderItsHands() {
        InMemoryTokenStore tokens = new InMemoryTokenStore();
        InMemorySyncStore rows = new InMemorySyncStore();
        QuickBooks other = host(tokens, rows);
        List<Throwable> refusals = new ArrayList<>();
        AtomicReference<QuickBooks> itself = new AtomicReference<>();
        QuickBooks host = builder(tokens, rows)
                .syncListener((tenant, before, after) -> {
                    if (after.synced()) {
                        refusals.add(catchThrowable(() -> other.company(FIRM).purge()));
                        refusals.add(
                                catchThrowable(() -> itself.get().company(FIRM).purge()));
                    }
                })
                .build();
        itself.set(host);
        connect(host, FIRM, REALMS.get(0));
        host.company(FIRM).clients().stage(client("c-1"));
        host.runDue();

        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("in the background"));
        other.company(FIRM).purge();
        assertThat(rows.tenants(null, 10)).isEmpty();
    }
}
