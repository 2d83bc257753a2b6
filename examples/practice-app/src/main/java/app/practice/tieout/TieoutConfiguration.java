package app.practice.tieout;

import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.SyncWorker;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.EncryptedTokenStore;
import dev.tieout.store.KeyRing;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import dev.tieout.store.jdbc.JdbcTokenStore;
import java.net.URI;
import java.util.Base64;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Everything that the library needs of a Spring Boot app; copy this package as it is. */
@Configuration(proxyBeanMethods = false)
class TieoutConfiguration {
    @Bean(destroyMethod = "close")
    QuickBooks quickBooks(
            TieoutProperties properties,
            DataSource dataSource,
            LocalRecords<Client> clients,
            LocalRecords<ServiceItem> serviceItems) {
        JdbcDatabase own = JdbcDatabase.of(dataSource);
        own.migrate();
        // Rows join the app's transactions; tokens never do, for Intuit takes no refresh back.
        JdbcDatabase joined = JdbcDatabase.joining(new TransactionAwareDataSourceProxy(dataSource));
        byte[] key = Base64.getDecoder().decode(properties.key());
        return QuickBooks.builder()
                .environment(environment(properties.url()))
                .app(AppCredentials.of(properties.clientId(), properties.clientSecret(), properties.redirectUri()))
                .webhookVerifierToken(properties.webhookToken())
                .syncStore(new JdbcSyncStore(joined))
                .tokenStore(new EncryptedTokenStore(new JdbcTokenStore(own), KeyRing.of("2026-11", key)))
                .clients(clients)
                .serviceItems(serviceItems)
                .build();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnBooleanProperty("tieout.worker")
    SyncWorker syncWorker(QuickBooks quickBooks) {
        return quickBooks.startWorker();
    }

    private static Environment environment(String url) {
        return switch (url) {
            case "production" -> Environment.PRODUCTION;
            case "sandbox" -> Environment.SANDBOX;
            default -> Environment.at(URI.create(url));
        };
    }
}
