package dev.tieout.testkit.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcStoreException;
import dev.tieout.store.jdbc.JdbcSyncStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSchemaTest {
    private final SyncRow row =
            new SyncRow(new RowKey(TenantId.of("f-1"), "9130", "client", "c-1"), null, "WAITING", null, "{}", 0);

    private static String prefix() {
        return "t" + UUID.randomUUID().toString().substring(0, 8) + "_";
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void missingTablesAreToldAndCreated(Databases kind) {
        JdbcDatabase database = JdbcDatabase.of(kind.open()).withTablePrefix(prefix());

        assertThatExceptionOfType(JdbcStoreException.class)
                .isThrownBy(database::check)
                .withMessageContaining("are not there")
                .withMessageContaining("migrate()");
        assertThatExceptionOfType(JdbcStoreException.class)
                .isThrownBy(() -> new JdbcSyncStore(database).find(row.key()))
                .withMessageContaining("SQL state 42");
        IntStream.range(0, 4).parallel().forEach(i -> database.migrate());
        database.migrate();
        database.check();
        assertThat(new JdbcSyncStore(database).save(row)).isEqualTo(SaveResult.SAVED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theHostMayRunTheStatementsItself(Databases kind) throws SQLException {
        DataSource source = kind.open();
        JdbcDatabase database = JdbcDatabase.of(source).withTablePrefix(prefix());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String ddl : database.ddl()) {
                statement.execute(ddl);
            }
        }

        database.check();
        assertThat(new JdbcSyncStore(database).save(row)).isEqualTo(SaveResult.SAVED);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tablesOfANewerVersionAreLeftAlone(Databases kind) throws SQLException {
        DataSource source = kind.open();
        String prefix = prefix();
        JdbcDatabase database = JdbcDatabase.of(source).withTablePrefix(prefix);
        database.migrate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update " + prefix + "schema set version = 99");
        }

        assertThatExceptionOfType(JdbcStoreException.class)
                .isThrownBy(database::check)
                .withMessageContaining("of version 99")
                .withMessageContaining("update the library");
        assertThatExceptionOfType(JdbcStoreException.class).isThrownBy(database::migrate);
    }

    @Test
    void tablesMayStandInASchemaOfTheirOwn() throws SQLException {
        DataSource source = Databases.POSTGRESQL.open();
        String schema = "s" + UUID.randomUUID().toString().substring(0, 8);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        JdbcDatabase database = JdbcDatabase.of(source).withTablePrefix(schema + ".books_");

        database.migrate();

        assertThat(new JdbcSyncStore(database).save(row)).isEqualTo(SaveResult.SAVED);
        assertThat(JdbcDatabase.of(source).withTablePrefix("books_").ddl())
                .anyMatch(ddl -> ddl.contains("create table if not exists books_sync"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Books_", "books", "x; drop table y_", "a.b.c_", "_"})
    void aPrefixThatIsNoneIsRefused(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcDatabase.of(new JdbcDataSource()).withTablePrefix(prefix))
                .withMessageContaining("tablePrefix");
    }

    @Test
    void anErrorQuotesNoRow() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcDatabase database = JdbcDatabase.of(source);
        database.migrate();
        narrow(source);

        assertThatExceptionOfType(JdbcStoreException.class)
                .isThrownBy(() -> new JdbcSyncStore(database)
                        .save(new SyncRow(row.key(), null, "WAITING", null, "{\"name\":\"Fiona Gallagher\"}", 0)))
                .withMessageContaining("failed to save a row (SQL state 22")
                .satisfies(e -> assertThat(e).hasStackTraceContaining("JdbcSyncStore"))
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("Fiona"));
    }

    @Test
    void aDatabaseThatIsAwayIsWorthAnotherTry() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:tcp://127.0.0.1:1/books");

        assertThatExceptionOfType(JdbcStoreException.class)
                .isThrownBy(() -> JdbcDatabase.of(source).check())
                .matches(JdbcStoreException::retryable)
                .withMessageContaining("look for the tables");
    }

    private static void narrow(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table tieout_sync alter column document varchar(10)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
