package dev.tieout.examples.benchmarks;

import com.intuit.ipp.core.Context;
import com.intuit.ipp.core.ServiceType;
import com.intuit.ipp.exception.FMSException;
import com.intuit.ipp.security.OAuth2Authorizer;
import com.intuit.ipp.services.DataService;
import com.intuit.ipp.util.Config;
import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.InMemoryTokenStore;
import java.net.URI;
import java.time.Duration;

/** Both SDKs, connected to a server. */
final class Connected {
    private static final RealmId REALM = RealmId.of("9130350000000001");
    private static final TenantId FIRM = TenantId.of("firm-1");

    private Connected() {}

    /** Signs in at the server. */
    static QboApi tieout(URI server, PaceLimits pace) {
        return tieout(server, pace, signIn(server));
    }

    /** Has signed in before, and finds its tokens in the store. */
    static QboApi tieout(URI server, PaceLimits pace, TokenStore tokens) {
        CallSettings settings = CallSettings.builder().pace(pace).build();
        return ApiClient.of(Environment.at(server), connections(server, settings, tokens), settings)
                .api(FIRM)
                .withMaxWait(Duration.ofMinutes(10));
    }

    /** Signs in at a server; the store then holds the tokens. */
    static TokenStore signIn(URI server) {
        TokenStore tokens = new InMemoryTokenStore();
        connections(server, CallSettings.standard(), tokens)
                .complete(FIRM, "s", "code=c&state=s&realmId=" + REALM.value());
        return tokens;
    }

    /** What a store holds of the one firm there is. */
    static StoredTokens stored(TokenStore tokens) {
        return tokens.find(FIRM).orElseThrow();
    }

    /** A store that holds a document another process wrote. */
    static TokenStore tokens(String document) {
        TokenStore tokens = new InMemoryTokenStore();
        tokens.save(new StoredTokens(FIRM, REALM, document, 0));
        return tokens;
    }

    private static Connections connections(URI server, CallSettings settings, TokenStore tokens) {
        AppCredentials app = AppCredentials.of("id", "secret", "https://app.example.org/callback");
        return Connections.of(Environment.at(server), app, tokens, settings);
    }

    /** Intuit's client ignores the port of an address, so that it is sent to the server as if that were a proxy. */
    static DataService intuit(URI server) throws FMSException {
        Config.setProperty(Config.BASE_URL_QBO, server.getScheme() + "://127.0.0.1/v3/company");
        Config.setProperty(Config.PROXY_HOST, server.getHost());
        Config.setProperty(Config.PROXY_PORT, String.valueOf(server.getPort()));
        return new DataService(new Context(new OAuth2Authorizer("a"), ServiceType.QBO, REALM.value()));
    }
}
