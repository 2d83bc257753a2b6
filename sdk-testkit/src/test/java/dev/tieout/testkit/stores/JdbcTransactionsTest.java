package dev.tieout.testkit.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A store in the host's transactions: what is staged comes with what the host saves or not at all, and nothing lost ends it. */
class JdbcTransactionsTest {
    private final TenantId tenant = TenantId.of("firm-" + UUID.randomUUID());

    private RowKey key(String id) {
        return new RowKey(tenant, "9130", "client", id);
    }

    private SyncRow row(String id, String remoteId, long version) {
        return new SyncRow(key(id), remoteId, "WAITING", null, "{}", version);
    }

    private static SyncStore own(DataSource source) {
        JdbcDatabase database = JdbcDatabase.of(source);
        database.migrate();
        return new JdbcSyncStore(database);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsLostDoesNotEndTheTransactionOfAConnection(Databases kind) throws SQLException {
        DataSource source = kind.open();
        SyncStore outside = own(source);
        outside.saveAll(List.of(row("stale", null, 0), row("holder", "58", 0), row("other", "59", 0)));

        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            SyncStore inside = new JdbcSyncStore(JdbcDatabase.of(connection));
            assertThat(inside.save(row("before", null, 0))).isEqualTo(SaveResult.SAVED);
            assertThat(inside.save(row("stale", null, 0))).isEqualTo(SaveResult.STALE);
            assertThat(inside.save(row("stale", null, 7))).isEqualTo(SaveResult.STALE);
            assertThat(inside.save(row("taker", "58", 0))).isEqualTo(SaveResult.TAKEN);
            assertThat(inside.save(row("other", "58", 1))).isEqualTo(SaveResult.TAKEN);
            assertThat(inside.saveAll(List.of(row("one", "60", 0), row("stale", null, 0), row("two", "58", 0))))
                    .containsExactly(SaveResult.SAVED, SaveResult.STALE, SaveResult.TAKEN);
            assertThat(inside.saveAll(List.of(row("stale", "58", 1), row("other", "61", 1))))
                    .containsExactly(SaveResult.TAKEN, SaveResult.SAVED);
            assertThat(inside.save(row("after", null, 0))).isEqualTo(SaveResult.SAVED);
            assertThat(outside.find(key("before"))).as("not committed yet").isEmpty();
            connection.commit();
        }

        assertThat(outside.findAll(List.of(key("before"), key("one"), key("after"), key("taker"), key("two"))))
                .extracting(saved -> saved.key().id())
                .containsExactlyInAnyOrder("before", "one", "after");
        assertThat(outside.findByRemoteId(tenant, "9130", "client", "61")).isPresent();
        outside.deleteTenant(tenant);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void inSpringsTransactionItIsSavedWithWhatTheHostSavesOrNotAtAll(Databases kind) {
        DataSource source = kind.open();
        SyncStore outside = own(source);
        SyncStore store = new JdbcSyncStore(JdbcDatabase.joining(new TransactionAwareDataSourceProxy(source)));
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        JdbcTemplate host = new JdbcTemplate(source);
        String invoices = "invoices_" + UUID.randomUUID().toString().replace("-", "");
        host.execute("create table " + invoices + " (id varchar(20) primary key)");

        transaction.executeWithoutResult(status -> {
            host.update("insert into " + invoices + " values ('i-1')");
            assertThat(store.saveAll(List.of(row("i-1", null, 0), row("c-1", "58", 0))))
                    .containsOnly(SaveResult.SAVED);
            assertThat(store.save(row("c-2", "58", 0))).isEqualTo(SaveResult.TAKEN);
            host.update("insert into " + invoices + " values ('i-2')");
        });
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(store.save(row("i-3", null, 0))).isEqualTo(SaveResult.SAVED);
                    throw new IllegalStateException("the host changes its mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.save(row("i-4", null, 0)))
                .as("outside of a transaction")
                .isEqualTo(SaveResult.SAVED);

        assertThat(host.queryForObject("select count(*) from " + invoices, Integer.class))
                .isEqualTo(2);
        assertThat(outside.find(key("i-1"))).isPresent();
        assertThat(outside.find(key("i-3")))
                .as("rolled back with the host's transaction")
                .isEmpty();
        assertThat(outside.find(key("i-4"))).isPresent();
        outside.deleteTenant(tenant);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void transactionsThatMeetAreTriedAgain(Databases kind) throws Exception {
        DataSource source = kind.open();
        SyncStore store = own(source);
        store.saveAll(List.of(row("a", "1", 0), row("b", "2", 0)));
        Thread[] writers = new Thread[4];
        for (int i = 0; i < writers.length; i++) {
            // Claims of remote ids are saved in the order given, so these wait for each other in a circle.
            List<String> order = i % 2 == 0 ? List.of("a", "b") : List.of("b", "a");
            writers[i] = new Thread(() -> {
                for (int round = 0; round < 10; round++) {
                    store.saveAll(store.findAll(order.stream().map(this::key).toList()).stream()
                            .sorted((x, y) -> Integer.compare(
                                    order.indexOf(x.key().id()),
                                    order.indexOf(y.key().id())))
                            .toList());
                }
            });
        }
        Throwable[] failure = new Throwable[1];
        for (Thread writer : writers) {
            writer.setUncaughtExceptionHandler((thread, e) -> failure[0] = e);
            writer.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failure[0]).isNull();
        store.deleteTenant(tenant);
    }
}
