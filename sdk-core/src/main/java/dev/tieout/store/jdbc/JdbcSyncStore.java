package dev.tieout.store.jdbc;

import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SyncStore} in a relational database. Ids keep their case and every character whatever collation the database has;
 * a compare-and-set that is lost is no error, so that a transaction of the host's goes on; transactions that meet are tried
 * again where they are the store's own.
 *
 * <p>Thread-safe unless its database is bound to one connection.
 */
public final class JdbcSyncStore implements SyncStore {
    private static final int MOST = 1_000;
    private static final String COLUMNS = "tenant, realm, kind, id, remote_id, state, due_at, version, document";

    private final JdbcDatabase database;
    private final String table;

    /**
     * A store in a database.
     *
     * @param database where the rows are; its tables must be there, see {@link JdbcDatabase#migrate()}
     */
    public JdbcSyncStore(JdbcDatabase database) {
        this.database = Given.value("database", database);
        this.table = database.table("sync");
    }

    @Override
    public Optional<SyncRow> find(RowKey key) {
        return rows("find a row", "tenant = ? and realm = ? and kind = ? and id = ?", "", key(key)).stream()
                .findFirst();
    }

    @Override
    public List<SyncRow> findAll(Collection<RowKey> keys) {
        bounded(keys);
        Map<RowKey, Set<String>> groups = new LinkedHashMap<>();
        for (RowKey key : new LinkedHashSet<>(keys)) {
            groups.computeIfAbsent(new RowKey(key.tenant(), key.realm(), key.kind(), "-"), k -> new LinkedHashSet<>())
                    .add(key.id());
        }
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        groups.forEach((group, ids) -> {
            conditions.add("(tenant = ? and realm = ? and kind = ? and id in (" + places(ids.size()) + "))");
            values.addAll(List.of(group.tenant().value(), group.realm(), group.kind()));
            values.addAll(padded(ids));
        });
        return conditions.isEmpty() ? List.of() : rows("find rows", String.join(" or ", conditions), "", values);
    }

    @Override
    public Optional<SyncRow> findByRemoteId(TenantId tenant, String realm, String kind, String remoteId) {
        return findByRemoteIds(tenant, realm, kind, List.of(remoteId)).stream().findFirst();
    }

    @Override
    public List<SyncRow> findByRemoteIds(TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
        bounded(remoteIds);
        Set<String> ids = new LinkedHashSet<>(remoteIds);
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(tenant.value(), realm, kind));
        values.addAll(padded(ids));
        return rows(
                "find rows by remote id",
                "tenant = ? and realm = ? and kind = ? and remote_id in (" + places(ids.size()) + ")",
                "",
                values);
    }

    @Override
    public SaveResult save(SyncRow row) {
        return database.once("save a row", connection -> new Saving(connection, table).one(row));
    }

    @Override
    public List<SaveResult> saveAll(List<SyncRow> rows) {
        bounded(rows);
        Set<RowKey> keys = new HashSet<>();
        for (SyncRow row : rows) {
            if (!keys.add(row.key())) {
                throw new IllegalArgumentException(
                        "two rows of one call have the same key: save them one after another");
            }
        }
        return switch (rows.size()) {
            case 0 -> List.of();
            case 1 -> List.of(save(rows.get(0)));
            default -> database.together("save rows", connection -> new Saving(connection, table).all(rows));
        };
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        String sql = "select distinct tenant from " + table + (after == null ? "" : " where tenant > ?")
                + " order by tenant limit " + limit;
        return names("name tenants", sql, after == null ? List.of() : List.of(after.value()));
    }

    @Override
    public List<TenantId> dueTenants(Instant now, int limit) {
        String sql = "select tenant from " + table
                + " where due_at <= ? group by tenant order by min(due_at), tenant limit " + limit;
        return names("name tenants that have work", sql, List.<Object>of(now.toEpochMilli()));
    }

    private List<TenantId> names(String what, String sql, List<?> values) {
        return database.query(what, sql, values, row -> TenantId.of(row.getString(1)));
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant) {
        String sql = "select min(due_at) from " + table + " where tenant = ? and due_at is not null";
        return database
                .query(
                        "find a tenant's next work",
                        sql,
                        List.of(tenant.value()),
                        row -> Optional.ofNullable(instant(row, 1)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public List<SyncRow> dueRows(TenantId tenant, Instant now, int limit) {
        return rows(
                "find due rows",
                "tenant = ? and due_at <= ?",
                " order by due_at, realm, kind, id limit " + limit,
                List.<Object>of(tenant.value(), now.toEpochMilli()));
    }

    @Override
    public List<SyncRow> list(
            TenantId tenant, String realm, String kind, @Nullable String state, @Nullable String afterId, int limit) {
        List<Object> values = new ArrayList<>(List.of(tenant.value(), realm, kind));
        String where = "tenant = ? and realm = ? and kind = ?";
        if (state != null) {
            where += " and state = ?";
            values.add(state);
        }
        if (afterId != null) {
            where += " and id > ?";
            values.add(afterId);
        }
        return rows("list rows", where, " order by id limit " + limit, values);
    }

    @Override
    public Map<String, Long> countByState(TenantId tenant, String realm, String kind) {
        String sql =
                "select state, count(*) from " + table + " where tenant = ? and realm = ? and kind = ? group by state";
        Map<String, Long> counts = new TreeMap<>();
        database.query(
                        "count rows",
                        sql,
                        List.of(tenant.value(), realm, kind),
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @Override
    public void deleteTenant(TenantId tenant) {
        database.change(
                "delete a tenant's rows", "delete from " + table + " where tenant = ?", List.of(tenant.value()));
    }

    private List<SyncRow> rows(String what, String where, String rest, List<?> values) {
        String sql = "select " + COLUMNS + " from " + table + " where " + where + rest;
        return database.query(what, sql, values, JdbcSyncStore::row);
    }

    private static SyncRow row(ResultSet found) throws SQLException {
        return new SyncRow(
                new RowKey(TenantId.of(found.getString(1)), found.getString(2), found.getString(3), found.getString(4)),
                found.getString(5),
                found.getString(6),
                instant(found, 7),
                found.getString(9),
                found.getLong(8));
    }

    private static @Nullable Instant instant(ResultSet found, int column) throws SQLException {
        long millis = found.getLong(column);
        return found.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static List<Object> key(RowKey key) {
        return List.of(key.tenant().value(), key.realm(), key.kind(), key.id());
    }

    /** A power of two of places: as few different statements as can be, for the database prepares each. */
    private static int room(int ids) {
        return ids <= 1 ? 1 : Integer.highestOneBit(ids - 1) * 2;
    }

    private static String places(int ids) {
        return "?" + ", ?".repeat(room(ids) - 1);
    }

    /** The last one again in the places that are left. */
    private static List<String> padded(Set<String> ids) {
        List<String> padded = new ArrayList<>(ids);
        while (padded.size() < room(ids.size())) {
            padded.add(padded.get(padded.size() - 1));
        }
        return padded;
    }

    private static void bounded(Collection<?> arguments) {
        if (arguments.size() > MOST) {
            throw new IllegalArgumentException(arguments.size() + " in one call, the limit is " + MOST + ": split it");
        }
    }
}
