package dev.tieout.examples.intuitsdk;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.intuit.oauth2.client.OAuth2PlatformClient;
import com.intuit.oauth2.config.OAuth2Config;
import com.intuit.oauth2.config.Scope;
import com.intuit.oauth2.data.BearerTokenResponse;
import com.intuit.oauth2.exception.OAuthException;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.junit.QuickBooksExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Intuit's own OAuth client connects, refreshes, looks up its user and disconnects at the fake. */
@ExtendWith(QuickBooksExtension.class)
class IntuitOauthTest {
    private static final String CALLBACK = "https://app.test/callback";

    private OAuth2Config config;
    private OAuth2PlatformClient client;

    @BeforeEach
    void discover(FakeQuickBooks qbo) {
        config = new OAuth2Config.OAuth2ConfigBuilder(qbo.clientId(), qbo.clientSecret())
                .callDiscoveryAPI(qbo.discoveryUrl().toString())
                .buildConfig();
        client = new OAuth2PlatformClient(config);
    }

    private BearerTokenResponse connect(FakeQuickBooks qbo) throws Exception {
        String request =
                config.prepareUrl(List.of(Scope.Accounting, Scope.OpenIdAll), CALLBACK, config.generateCSRFToken());
        String callback = qbo.approve(URI.create(request), DEFAULT_REALM).getRawQuery();
        String code = callback.replaceAll(".*code=([^&]+).*", "$1");
        return client.retrieveBearerTokens(code, CALLBACK);
    }

    @Test
    void discoveryNamesTheFakesEndpoints(FakeQuickBooks qbo) {
        assertThat(config.getIntuitBearerTokenEndpoint())
                .isEqualTo(qbo.tokenUrl().toString());
        assertThat(config.getUserProfileEndpoint()).isEqualTo(qbo.userInfoUrl().toString());
    }

    @Test
    void connectRefreshAndDisconnect(FakeQuickBooks qbo, TestClock clock) throws Exception {
        BearerTokenResponse tokens = connect(qbo);
        assertThat(tokens.getExpiresIn()).isEqualTo(3600);

        clock.advance(Duration.ofHours(25));
        BearerTokenResponse refreshed = client.refreshToken(tokens.getRefreshToken());
        assertThat(refreshed.getRefreshToken()).isNotEqualTo(tokens.getRefreshToken());
        assertThatThrownBy(() -> client.refreshToken(tokens.getRefreshToken())).isInstanceOf(OAuthException.class);

        assertThat(client.getUserInfo(refreshed.getAccessToken()).getEmail()).endsWith(".example");
        assertThat(client.revokeToken(refreshed.getRefreshToken()).getStatus()).isEqualTo("SUCCESS");
        assertThatThrownBy(() -> client.refreshToken(refreshed.getRefreshToken()))
                .isInstanceOf(OAuthException.class);
    }

    @Test
    void idTokenIsSignedWithAPublishedKey(FakeQuickBooks qbo, TestClock clock) throws Exception {
        // The client compares the expiry with the system's clock.
        clock.set(Instant.now());

        assertThat(client.validateIDToken(connect(qbo).getIdToken())).isTrue();
    }
}
