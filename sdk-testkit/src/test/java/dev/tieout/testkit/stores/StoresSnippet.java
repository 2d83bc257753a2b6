package dev.tieout.testkit.stores;

import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.EncryptedTokenStore;
import dev.tieout.store.KeyRing;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import dev.tieout.store.jdbc.JdbcTokenStore;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What the documentation shows of the stores. */
final class StoresSnippet {
    record Stores(SyncStore rows, TokenStore tokens) {}

    private StoresSnippet() {}

    static Stores wired(DataSource dataSource, byte[] key) {
        // tag::stores
        JdbcDatabase database = JdbcDatabase.of(dataSource);
        database.migrate(); // or let Flyway or Liquibase run database.ddl()
        SyncStore syncStore = new JdbcSyncStore(database);
        TokenStore tokenStore = new EncryptedTokenStore(new JdbcTokenStore(database), KeyRing.of("2026-11", key));
        // end::stores
        return new Stores(syncStore, tokenStore);
    }

    static SyncStore inSpringsTransactions(DataSource dataSource) {
        // tag::spring
        DataSource joined = new TransactionAwareDataSourceProxy(dataSource);
        SyncStore syncStore = new JdbcSyncStore(JdbcDatabase.joining(joined));
        // end::spring
        return syncStore;
    }

    static KeyRing rotated(byte[] newKey, byte[] oldKey) {
        // tag::rotated
        KeyRing keys = KeyRing.of("2027-11", newKey).with("2026-11", oldKey);
        // end::rotated
        return keys;
    }
}
