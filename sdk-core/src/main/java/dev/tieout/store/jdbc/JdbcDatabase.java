package dev.tieout.store.jdbc;

import dev.tieout.internal.Given;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database in which {@link JdbcSyncStore} and {@link JdbcTokenStore} keep their rows: PostgreSQL, MariaDB, MySQL or H2,
 * which is found out by asking it. Says on which connections, in whose transactions, and in which tables.
 *
 * <p>Immutable; thread-safe unless it is bound to one connection.
 */
public final class JdbcDatabase {
    private static final Pattern PREFIX = Pattern.compile("([a-z][a-z0-9_]{0,20}\\.)?[a-z][a-z0-9_]{0,20}_");
    private static final int TRIES = 8;
    private static final long PAUSE = 4_000_000;

    private enum Mode {
        /** Each call has a connection and a transaction of its own. */
        OWN,
        /** As {@link #OWN}, unless the connection comes with a transaction under way. */
        JOINING,
        /** One connection, and the host's transaction. */
        BOUND
    }

    /** Reads the row at which a result stands. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final @Nullable DataSource source;
    private final @Nullable Connection bound;
    private final Mode mode;
    private final String prefix;

    private JdbcDatabase(@Nullable DataSource source, @Nullable Connection bound, Mode mode, String prefix) {
        this.source = source;
        this.bound = bound;
        this.mode = mode;
        this.prefix = prefix;
    }

    /**
     * A database whose every call has a connection and a transaction of its own.
     *
     * @param source a pool; each connection is given back as it was
     * @return the database
     */
    public static JdbcDatabase of(DataSource source) {
        return new JdbcDatabase(Given.value("source", source), null, Mode.OWN, "tieout_");
    }

    /**
     * A database whose calls join the host's transaction, if one is under way on the thread: {@code stage} is then saved
     * with what the host saves, or not at all. Give it a source whose connections take part in the host's transactions, such as
     * Spring's {@code TransactionAwareDataSourceProxy}. A connection that comes with auto-commit switched off counts as one
     * with a transaction under way, and is neither committed nor rolled back: never give it a bare pool that hands out such
     * connections.
     *
     * @param source a source that knows the host's transactions
     * @return the database
     */
    public static JdbcDatabase joining(DataSource source) {
        return new JdbcDatabase(Given.value("source", source), null, Mode.JOINING, "tieout_");
    }

    /**
     * A database of one connection, for the time of one transaction of the host: nothing is committed, rolled back or closed.
     * With auto-commit switched on, each statement is a transaction of its own.
     *
     * @param connection the host's connection; not used by two threads at once
     * @return the database; not thread-safe
     */
    public static JdbcDatabase of(Connection connection) {
        return new JdbcDatabase(null, Given.value("connection", connection), Mode.BOUND, "tieout_");
    }

    /**
     * The same with other names of the tables.
     *
     * @param tablePrefix what the tables' names begin with, such as {@code books_} or {@code sync.books_}: small letters,
     *     digits and underscores, with a schema before it if need be, and an underscore at the end; by default
     *     {@code tieout_}
     * @return the database
     * @throws IllegalArgumentException if it is no such prefix
     */
    public JdbcDatabase withTablePrefix(String tablePrefix) {
        if (!PREFIX.matcher(Given.value("tablePrefix", tablePrefix)).matches()) {
            throw new IllegalArgumentException(
                    "tablePrefix '" + tablePrefix
                            + "': give small letters, digits and underscores that end in an underscore, such as books_ or sync.books_");
        }
        return new JdbcDatabase(source, bound, mode, tablePrefix);
    }

    /**
     * Creates the tables if they are not there. Call it at the start of the application, or let the host's migrations run the
     * statements of {@link #ddl()} instead; any number of processes may call it at once.
     *
     * @throws JdbcStoreException if the tables are those of a newer version of the library, or the database refuses
     */
    public void migrate() {
        new Schema(this).migrate();
    }

    /**
     * Looks whether the tables are there and those of this version of the library.
     *
     * @throws JdbcStoreException if they are not: it says what to do
     */
    public void check() {
        new Schema(this).check();
    }

    /**
     * The statements that create the tables in this database, to be shown or run by the host's own migrations. They are on the
     * class path too, under {@code META-INF/tieout/sql/}<em>database</em>, in files named as Flyway wants them.
     *
     * @return the statements, in order, without semicolons
     */
    public List<String> ddl() {
        return new Schema(this).ddl();
    }

    String table(String name) {
        return prefix + name;
    }

    String prefix() {
        return prefix;
    }

    /** One statement. */
    <T> T once(String what, Work<T> work) {
        return run(what, false, work);
    }

    /** What one query finds. */
    <T> List<T> query(String what, String sql, List<?> values, Row<T> reader) {
        return once(what, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(reader.read(rows));
                    }
                    return all;
                }
            }
        });
    }

    /** One statement that changes rows. */
    void change(String what, String sql, List<?> values) {
        once(what, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, String.valueOf(values.get(i)));
            }
        }
    }

    /** Several statements, in one transaction. */
    <T> T together(String what, Work<T> work) {
        return run(what, true, work);
    }

    private <T> T run(String what, boolean several, Work<T> work) {
        if (bound != null) {
            try {
                return work.on(bound);
            } catch (SQLException e) {
                throw new JdbcStoreException(what, e);
            }
        }
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = Objects.requireNonNull(source).getConnection()) {
                if (mode == Mode.JOINING && !connection.getAutoCommit()) {
                    return work.on(connection);
                }
                try {
                    return inItsOwn(connection, several, work);
                } catch (SQLException e) {
                    if (attempt == TRIES || !Dialect.of(connection).hasMetAnother(e)) {
                        throw e;
                    }
                }
            } catch (SQLException e) {
                throw new JdbcStoreException(what, e);
            }
            // Transactions that met: those with more tries behind them wait longer.
            LockSupport.parkNanos(PAUSE * attempt * attempt);
        }
    }

    private static <T> T inItsOwn(Connection connection, boolean several, Work<T> work) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(!several);
        T result;
        try {
            result = work.on(connection);
            if (several) {
                connection.commit();
            }
        } catch (SQLException | RuntimeException e) {
            giveBack(connection, several, before, e);
            throw e;
        }
        connection.setAutoCommit(before);
        return result;
    }

    /** As the connection came, if it still can; what failed first is what is told. */
    private static void giveBack(Connection connection, boolean several, boolean autoCommit, Exception failure) {
        try {
            if (several) {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            failure.addSuppressed(new JdbcStoreException("roll back", e));
        }
    }

    /**
     * Does what may meet a duplicate. In a transaction, what it did before the duplicate is taken back, and the transaction
     * goes on.
     *
     * @return what it said; {@code null} if it met a duplicate
     */
    static <T> @Nullable T unlessDuplicate(Connection connection, Dialect dialect, boolean several, Work<T> work)
            throws SQLException {
        boolean guarded = !connection.getAutoCommit() && (several || dialect.errorEndsTransaction());
        @Nullable Savepoint savepoint = guarded ? connection.setSavepoint() : null;
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException e) {
            if (!dialect.isDuplicate(e)) {
                throw e;
            }
            if (savepoint != null) {
                connection.rollback(savepoint);
            }
            return null;
        }
        if (savepoint != null) {
            connection.releaseSavepoint(savepoint);
        }
        return result;
    }
}
