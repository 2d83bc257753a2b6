package app;

import dev.tieout.model.Client;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.EncryptedTokenStore;
import dev.tieout.store.KeyRing;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import dev.tieout.store.jdbc.JdbcTokenStore;
import javax.sql.DataSource;

/** The library as it runs in production: on the app's database, with the app's keys at Intuit. */
public final class Production {
    private Production() {}

    /** One for the whole process. The key is 32 bytes of the app's secrets; tokens are sealed with it. */
    public static QuickBooks quickBooks(
            AppCredentials keys,
            String verifierToken,
            DataSource dataSource,
            byte[] key,
            LocalRecords<Client> clients) {
        JdbcDatabase database = JdbcDatabase.of(dataSource);
        database.migrate();
        return QuickBooks.builder()
                .environment(Environment.PRODUCTION)
                .app(keys) // AppCredentials.of(clientId, clientSecret, redirectUri)
                .webhookVerifierToken(verifierToken)
                .tokenStore(new EncryptedTokenStore(new JdbcTokenStore(database), KeyRing.of("2026-11", key)))
                .syncStore(new JdbcSyncStore(database))
                .clients(clients)
                .build();
    }
}
