package dev.tieout.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** The tables: created, looked at, shown. */
final class Schema {
    /** The version of the tables that this version of the library works with. */
    static final int VERSION = 1;

    private static final String ANY = "tieout_";
    private static final int TRIES = 4;
    private static final long PAUSE = 100_000_000;

    private final JdbcDatabase database;

    Schema(JdbcDatabase database) {
        this.database = database;
    }

    List<String> ddl() {
        return database.once("name itself", connection -> ddl(Dialect.of(connection)));
    }

    private List<String> ddl(Dialect dialect) {
        List<String> statements = new ArrayList<>();
        for (int version = 1; version <= VERSION; version++) {
            statements.addAll(statements(dialect, version));
        }
        return statements;
    }

    private List<String> statements(Dialect dialect, int version) {
        String name = "/META-INF/tieout/sql/" + dialect.folder + "/V" + version + "__tieout.sql";
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> statements = new ArrayList<>();
            for (String statement : script.split(";", -1)) {
                if (!statement.isBlank()) {
                    statements.add(named(statement.strip()));
                }
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Tables stand in the host's schema; an index has the name of its table, and no schema before it. */
    private String named(String statement) {
        String prefix = database.prefix();
        String bare = prefix.substring(prefix.indexOf('.') + 1);
        return statement
                .replace(" on " + ANY, " on " + prefix)
                .replace("into " + ANY, "into " + prefix)
                .replace("create table if not exists " + ANY, "create table if not exists " + prefix)
                .replace("create index if not exists " + ANY, "create index if not exists " + bare)
                .replace("key " + ANY, "key " + bare);
    }

    void migrate() {
        int found = version();
        if (found > VERSION) {
            throw newer(found);
        }
        if (found == VERSION) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                create(found);
                return;
            } catch (JdbcStoreException e) {
                // Another process may be at it at the same time; the statements may be repeated.
                if (version() == VERSION) {
                    return;
                }
                if (attempt == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE * attempt);
            }
        }
    }

    private void create(int found) {
        database.together("create the tables", connection -> {
            Dialect dialect = Dialect.of(connection);
            try (Statement statement = connection.createStatement()) {
                for (int version = found + 1; version <= VERSION; version++) {
                    for (String each : statements(dialect, version)) {
                        statement.execute(each);
                    }
                }
            }
            return VERSION;
        });
    }

    void check() {
        int found = version();
        if (found > VERSION) {
            throw newer(found);
        }
        if (found < VERSION) {
            throw new JdbcStoreException("The tables " + database.table("…") + " are "
                    + (found == 0 ? "not there" : "of version " + found + ", this library needs " + VERSION)
                    + ": call JdbcDatabase.migrate() at the start, or run the statements of ddl()");
        }
    }

    private JdbcStoreException newer(int found) {
        return new JdbcStoreException(
                "The tables " + database.table("…") + " are of version " + found + ", this library knows " + VERSION
                        + ": another node runs a newer version; update the library on this node");
    }

    /** The version of the tables, 0 if there are none. */
    private int version() {
        return database.once("look for the tables", connection -> {
            Dialect dialect = Dialect.of(connection);
            if (dialect == Dialect.POSTGRESQL && !isThere(connection)) {
                return 0;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select max(version) from " + database.table("schema"))) {
                return rows.next() ? rows.getInt(1) : 0;
            } catch (SQLException e) {
                if (dialect != Dialect.POSTGRESQL
                        && String.valueOf(e.getSQLState()).startsWith("42S0")) {
                    return 0;
                }
                throw e;
            }
        });
    }

    /** Asked before, because an error would end a transaction of the host's. */
    private boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, database.table("schema"));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
