package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.sync.internal.row.SettingsRows;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Finds the company that a firm is connected to. Thread-safe. */
public final class Scopes {
    private final Connections connections;
    private final ApiClient api;
    private final SettingsRows settings;

    public Scopes(Connections connections, ApiClient api, SettingsRows settings) {
        this.connections = connections;
        this.api = api;
        this.settings = settings;
    }

    /**
     * The company of a firm, whatever the health of the connection: records may be staged while it is being repaired.
     *
     * @throws NotConnectedException if the firm was never connected
     */
    public CompanyScope of(TenantId tenant) {
        return find(tenant).orElseThrow(() -> new NotConnectedException(tenant));
    }

    public Optional<CompanyScope> find(TenantId tenant) {
        Connection connection = connections.connection(tenant);
        Optional<RealmId> realm = connection.realm();
        return realm.map(id -> CompanyScope.of(
                tenant,
                id,
                api.api(tenant, id),
                () -> settings.get(tenant),
                connection.usable(),
                connection.connectedAt().map(Instant::toString).orElse(""),
                new Link(connection.trouble(), Locale.ENGLISH, () -> connections.look(tenant))));
    }

    /** Applies deadlines and keeps an idle connection alive. */
    public ConnectionState check(TenantId tenant) {
        return connections.check(tenant).state();
    }

    /** Reads what the company calls itself, now and then. */
    public void refreshCompany(TenantId tenant) {
        connections.refreshCompany(tenant);
    }
}
