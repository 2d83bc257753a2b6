package dev.tieout.store.jdbc;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenStore} in a relational database. The documents are secret: wrap it in an
 * {@link dev.tieout.store.EncryptedTokenStore}, so that who reads the database, or a backup of it, cannot use them.
 *
 * <p>Thread-safe unless its database is bound to one connection. Never bind it to a transaction of the host's: tokens are used
 * as soon as they are saved, and Intuit does not take a refresh back.
 */
public final class JdbcTokenStore implements TokenStore {
    private final JdbcDatabase database;
    private final String table;

    /**
     * A store in a database.
     *
     * @param database where the rows are; its tables must be there, see {@link JdbcDatabase#migrate()}
     */
    public JdbcTokenStore(JdbcDatabase database) {
        this.database = Given.value("database", database);
        this.table = database.table("tokens");
    }

    @Override
    public Optional<StoredTokens> find(TenantId tenant) {
        String sql = "select realm, document, version from " + table + " where tenant = ?";
        return database
                .query(
                        "find tokens",
                        sql,
                        List.of(tenant.value()),
                        row -> new StoredTokens(tenant, RealmId.of(row.getString(1)), row.getString(2), row.getLong(3)))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<TenantId> findTenant(RealmId realm) {
        String sql = "select tenant from " + table + " where realm = ?";
        return database
                .query("find a company's tenant", sql, List.of(realm.value()), row -> TenantId.of(row.getString(1)))
                .stream()
                .findFirst();
    }

    @Override
    public SaveResult save(StoredTokens tokens) {
        return database.once("save tokens", connection -> {
            Dialect dialect = Dialect.of(connection);
            @Nullable
            Integer count = JdbcDatabase.unlessDuplicate(
                    connection,
                    dialect,
                    false,
                    c -> tokens.version() == 0 ? insert(c, dialect, tokens) : update(c, tokens));
            if (count != null && count == 1) {
                return SaveResult.SAVED;
            }
            return count != null && tokens.version() > 0 ? SaveResult.STALE : why(connection, tokens);
        });
    }

    private int insert(Connection connection, Dialect dialect, StoredTokens tokens) throws SQLException {
        String sql = "insert into " + table + " (realm, document, tenant, version) values (?, ?, ?, ? + 1)"
                + dialect.onConflict;
        return write(connection, sql, tokens);
    }

    private int update(Connection connection, StoredTokens tokens) throws SQLException {
        String sql = "update " + table
                + " set realm = ?, document = ?, version = version + 1 where tenant = ? and version = ?";
        return write(connection, sql, tokens);
    }

    private static int write(Connection connection, String sql, StoredTokens tokens) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tokens.realm().value());
            statement.setString(2, tokens.document());
            statement.setString(3, tokens.tenant().value());
            statement.setLong(4, tokens.version());
            return statement.executeUpdate();
        }
    }

    /** Why nothing was saved: another version is there, or another tenant has the realm. */
    private SaveResult why(Connection connection, StoredTokens tokens) throws SQLException {
        String sql = "select version from " + table + " where tenant = ? for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tokens.tenant().value());
            try (ResultSet row = statement.executeQuery()) {
                long version = row.next() ? row.getLong(1) : 0;
                return version == tokens.version() ? SaveResult.TAKEN : SaveResult.STALE;
            }
        }
    }

    @Override
    public void delete(TenantId tenant) {
        database.change("delete tokens", "delete from " + table + " where tenant = ?", List.of(tenant.value()));
    }
}
