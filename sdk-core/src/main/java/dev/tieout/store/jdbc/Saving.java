package dev.tieout.store.jdbc;

import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Saves rows on one connection, each by a compare-and-set of its own. */
final class Saving {
    private final Connection connection;
    private final Dialect dialect;
    private final String table;

    Saving(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(connection);
        this.table = table;
    }

    SaveResult one(SyncRow row) throws SQLException {
        return each(List.of(row), row.version() == 0).get(0);
    }

    /** All, in as few requests as can be: those that are new, and those that are not, as they follow one another. */
    List<SaveResult> all(List<SyncRow> rows) throws SQLException {
        int[] order = order(rows);
        SaveResult[] results = new SaveResult[rows.size()];
        for (int from = 0; from < order.length; ) {
            boolean fresh = rows.get(order[from]).version() == 0;
            int to = from;
            List<SyncRow> run = new ArrayList<>();
            while (to < order.length && (rows.get(order[to]).version() == 0) == fresh) {
                run.add(rows.get(order[to++]));
            }
            List<SaveResult> saved = each(run, fresh);
            for (int i = 0; i < run.size(); i++) {
                results[order[from + i]] = saved.get(i);
            }
            from = to;
        }
        return List.of(results);
    }

    /**
     * By key, so that calls that share rows do not wait for each other in a circle; in the order given where a remote id is
     * claimed, which a row before may have given up.
     */
    private static int[] order(List<SyncRow> rows) {
        IntStream order = IntStream.range(0, rows.size());
        return rows.stream().anyMatch(row -> row.remoteId() != null)
                ? order.toArray()
                : order.boxed()
                        .sorted(Comparator.comparing((Integer i) -> rows.get(i).key()))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private List<SaveResult> each(List<SyncRow> rows, boolean fresh) throws SQLException {
        boolean several = rows.size() > 1;
        int @Nullable [] counts =
                JdbcDatabase.unlessDuplicate(connection, dialect, several, c -> fresh ? insert(rows) : update(rows));
        if (counts != null && Arrays.stream(counts).allMatch(count -> count == 1)) {
            return Collections.nCopies(rows.size(), SaveResult.SAVED);
        }
        List<SaveResult> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SyncRow row = rows.get(i);
            if (counts == null) {
                results.add(several ? one(row) : why(row));
            } else if (counts[i] == 1) {
                results.add(SaveResult.SAVED);
            } else {
                results.add(fresh ? why(row) : SaveResult.STALE);
            }
        }
        return results;
    }

    private int[] insert(List<SyncRow> rows) throws SQLException {
        String sql = "insert into " + table
                + " (remote_id, state, due_at, document, tenant, realm, kind, id, version) values (?, ?, ?, ?, ?, ?, ?, ?, ? + 1)"
                + dialect.onConflict;
        return write(sql, rows);
    }

    private int[] update(List<SyncRow> rows) throws SQLException {
        String sql =
                "update " + table + " set remote_id = ?, state = ?, due_at = ?, document = ?, version = version + 1"
                        + " where tenant = ? and realm = ? and kind = ? and id = ? and version = ?";
        return write(sql, rows);
    }

    private int[] write(String sql, List<SyncRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (SyncRow row : rows) {
                bind(statement, row);
                if (rows.size() == 1) {
                    return new int[] {statement.executeUpdate()};
                }
                statement.addBatch();
            }
            return counted(statement.executeBatch(), rows.get(0).version() == 0);
        }
    }

    /** A driver that sends all as one does not count; without an error an insert was done, but not an update. */
    private static int[] counted(int[] counts, boolean fresh) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == Statement.SUCCESS_NO_INFO) {
                if (!fresh) {
                    throw new JdbcStoreException(
                            "The database's driver does not say which rows of a batch it has changed,"
                                    + " and nothing was saved: switch its bulk statements off (MariaDB: useBulkStmts=false)");
                }
                counts[i] = 1;
            }
        }
        return counts;
    }

    private static void bind(PreparedStatement statement, SyncRow row) throws SQLException {
        RowKey key = row.key();
        statement.setString(1, row.remoteId());
        statement.setString(2, row.state());
        if (row.dueAt() == null) {
            statement.setNull(3, Types.BIGINT);
        } else {
            statement.setLong(3, row.dueAt().toEpochMilli());
        }
        statement.setString(4, row.document());
        statement.setString(5, key.tenant().value());
        statement.setString(6, key.realm());
        statement.setString(7, key.kind());
        statement.setString(8, key.id());
        statement.setLong(9, row.version());
    }

    /** Why nothing was saved: another version is there, or another row has the remote id. */
    private SaveResult why(SyncRow row) throws SQLException {
        String sql =
                "select version from " + table + " where tenant = ? and realm = ? and kind = ? and id = ? for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            RowKey key = row.key();
            statement.setString(1, key.tenant().value());
            statement.setString(2, key.realm());
            statement.setString(3, key.kind());
            statement.setString(4, key.id());
            try (ResultSet found = statement.executeQuery()) {
                long version = found.next() ? found.getLong(1) : 0;
                return version == row.version() ? SaveResult.TAKEN : SaveResult.STALE;
            }
        }
    }
}
