package dev.tieout.qbo.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.TenantId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.call.RetryRules;
import dev.tieout.qbo.connect.ConnectOutcome.StateMismatch;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.fault.QboException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host meets while it connects: an expired session, a server that cannot be reached, no company at all. */
class ConnectionEdgesTest {
    private Stub stub;
    private Connections connections;

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
        connections = stub.connections(stub.settings().build());
    }

    @AfterEach
    void stop() {
        connections.close();
        stub.close();
    }

    private static String callback() {
        return "code=canary-code&state=st&realmId=" + Stub.REALM;
    }

    /** Cause and host, and nothing of what was sent. */
    private void assertCauseAndHost(ThrowingCallable call, Class<? extends IOException> cause) {
        String host = "127.0.0.1:" + stub.base().getPort();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.host()).contains(host))
                .hasMessageContaining("host=" + host)
                .hasCauseInstanceOf(cause)
                .message()
                .doesNotContain("canary", "oauth2", "http");
    }

    @Test
    void aSessionThatExpiredIsAStateMismatch() {
        assertThat(connections.complete(Stub.FIRM, null, callback())).isInstanceOf(StateMismatch.class);
        assertThat(connections.complete(Stub.FIRM, "", callback())).isInstanceOf(StateMismatch.class);
        assertThat(stub.requests).isEmpty();
    }

    @Test
    void aCallbackWithoutAQueryIsAStateMismatch() {
        assertThat(connections.complete(Stub.FIRM, "st", null)).isInstanceOf(StateMismatch.class);
        assertThat(connections.complete(Stub.FIRM, null, null)).isInstanceOf(StateMismatch.class);
    }

    @Test
    void aTokenServerThatCannotBeReachedIsNamedWhileConnecting() {
        stub.server.close();
        assertCauseAndHost(() -> connections.complete(Stub.FIRM, "st", callback()), ConnectException.class);
    }

    @Test
    void aProxysPageInPlaceOfTokensNamesTheHost() {
        stub.oauth(request -> Stub.json(200, "<html>canary</html>"));
        assertCauseAndHost(() -> connections.complete(Stub.FIRM, "st", callback()), IOException.class);
    }

    @Test
    void aTokenServerThatCannotBeReachedIsNamedWhileRefreshing() {
        stub.connected(stub.settings().build());
        var held = connections.accessTokens().current(Stub.FIRM);
        stub.server.close();
        assertCauseAndHost(() -> connections.accessTokens().renewed(Stub.FIRM, held), ConnectException.class);
    }

    @Test
    void userInfoThatCannotBeReadNamesTheHost() {
        stub.connected(stub.settings().build());
        stub.oauth(request -> Stub.json(200, "canary"));
        assertCauseAndHost(() -> connections.userInfo(Stub.FIRM), IOException.class);
        stub.server.close();
        assertCauseAndHost(() -> connections.userInfo(Stub.FIRM), IOException.class);
    }

    @Test
    void aDiscoveryDocumentThatCannotBeReadNamesTheHost() {
        URI document = stub.base().resolve("/.well-known/openid_configuration");
        stub.oauth(request -> Stub.json(200, "canary"));
        assertCauseAndHost(
                () -> Discovery.read(
                        stub.environment(), document, stub.settings().build()),
                IOException.class);
        stub.server.close();
        assertCauseAndHost(
                () -> Discovery.read(
                        stub.environment(), document, stub.settings().build()),
                ConnectException.class);
    }

    @Test
    void anApiThatCannotBeReachedIsNamed() {
        ApiClient api =
                stub.connected(stub.settings().retries(RetryRules.none()).build());
        stub.server.close();
        // Over a connection that broke, or anew: either says why.
        assertCauseAndHost(() -> api.api(Stub.FIRM).companyInfo(), IOException.class);
    }

    @Test
    void aFirmThatWasNeverConnectedIsToldSoByType() {
        assertThatThrownBy(() -> connections.accessTokens().current(TenantId.of("stranger")))
                .isInstanceOfSatisfying(NotConnectedException.class, e -> {
                    assertThat(e.tenant()).isEqualTo(TenantId.of("stranger"));
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.remedy()).contains("connect");
                })
                .hasMessageContaining("connect one first");
    }

    @Test
    void aFirmThatWasDisconnectedIsToldSoByType() {
        stub.connected(stub.settings().build());
        connections.disconnect(Stub.FIRM);
        assertThatThrownBy(() -> connections.userInfo(Stub.FIRM)).isInstanceOf(NotConnectedException.class);
    }
}
