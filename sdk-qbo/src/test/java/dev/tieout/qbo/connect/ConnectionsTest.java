// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.call.Sleeper;
import dev.tieout.qbo.connect.ConnectOutcome.CodeRejected;
import dev.tieout.qbo.connect.ConnectOutcome.CompanyTaken;
import dev.tieout.qbo.connect.ConnectOutcome.Connected;
import dev.tieout.qbo.connect.ConnectOutcome.OtherCompanyChosen;
import dev.tieout.qbo.connect.ConnectOutcome.Refused;
import dev.tieout.qbo.connect.ConnectOutcome.StateMismatch;
import dev.tieout.qbo.fault.ConfigurationException;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.ReauthorizeException;
import dev.tieout.qbo.http.internal.Access;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final TenantId FIRM = Stub.FIRM;
    private static final RealmId REALM = RealmId.of(Stub.REALM);

    private Stub stub;
    private Connections connections;

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
        connections = stub.connections(stub.settings().build());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private ConnectOutcome callback(TenantId tenant, String code, String realm) {
        return connections.complete(tenant, "st", "?code=" + code + "&state=st&realmId=" + realm);
    }

    private void connected() {
        assertThat(callback(FIRM, "code-1", Stub.REALM)).isInstanceOf(Connected.class);
        stub.requests.clear();
    }

    private static MockResponse refused(String error, String text) {
        return Stub.json(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + text + "\"}");
    }

    private Connection now() {
        return connections.connection(FIRM);
    }

    @Test
    void theConsentAddressHasEverythingThatIntuitWants() {
        AuthorizationRequest request = connections.authorize(FIRM);
        HttpUrl url = HttpUrl.get(request.url().toString());
        assertThat(url.encodedPath()).isEqualTo("/connect/oauth2");
        assertThat(url.queryParameter("client_id")).isEqualTo("client-1");
        assertThat(url.queryParameter("response_type")).isEqualTo("code");
        assertThat(url.queryParameter("scope")).isEqualTo("com.intuit.quickbooks.accounting");
        assertThat(url.queryParameter("redirect_uri")).isEqualTo("https://app.example.com/callback");
        assertThat(url.queryParameter("state")).isEqualTo(request.state()).hasSize(43);
        assertThat(connections.authorize(FIRM).state()).isNotEqualTo(request.state());
        assertThat(request.toString()).doesNotContain(request.state());
    }

    @Test
    void aGoodCallbackConnects() {
        ConnectOutcome outcome = callback(FIRM, "a%2Fb", Stub.REALM);
        assertThat(outcome).isInstanceOfSatisfying(Connected.class, c -> {
            assertThat(c.connection().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(c.connection().realm()).contains(REALM);
            assertThat(c.connection().refreshExpiresAt())
                    .contains(stub.clock.instant().plusSeconds(8_726_400));
        });
        RecordedRequest exchange = stub.requests.get(0);
        assertThat(exchange.getHeaders().get("Authorization")).startsWith("Basic ");
        assertThat(exchange.getHeaders().get("x-include-refresh-token-hard-expires-in"))
                .isEqualTo("true");
        assertThat(exchange.getBody().utf8()).contains("grant_type=authorization_code", "code=a%2Fb", "redirect_uri=");
    }

    @Test
    void anotherStateConnectsNothing() {
        assertThat(connections.complete(FIRM, "st", "code=c&state=other&realmId=1"))
                .isInstanceOf(StateMismatch.class);
        assertThat(connections.complete(FIRM, "st", "code=c&realmId=1")).isInstanceOf(StateMismatch.class);
        assertThat(connections.complete(FIRM, "st", "state=x&state=st&code=c&realmId=1"))
                .isInstanceOf(StateMismatch.class);
        assertThat(stub.requests).isEmpty();
    }

    @Test
    void aRefusalIsTold() {
        assertThat(connections.complete(FIRM, "st", "error=access_denied&state=st"))
                .isEqualTo(new Refused("access_denied"));
        assertThat(connections.complete(FIRM, "st", "code=c&state=st")).isEqualTo(new Refused("no_company"));
    }

    @Test
    void aReloadedCallbackIsExchangedOnce() {
        callback(FIRM, "code-1", Stub.REALM);
        assertThat(callback(FIRM, "code-1", Stub.REALM)).isInstanceOf(Connected.class);
        // Another node has nothing in memory; the store knows the code.
        connections = stub.connections(stub.settings().build());
        assertThat(callback(FIRM, "code-1", Stub.REALM)).isInstanceOf(Connected.class);
        assertThat(stub.requests).hasSize(1);
    }

    @Test
    void aUsedCodeIsRejected() {
        stub.oauth(request -> refused("invalid_grant", "Token invalid"));
        assertThat(callback(FIRM, "code-1", Stub.REALM)).isInstanceOf(CodeRejected.class);
        assertThat(now().state()).isEqualTo(ConnectionState.NEVER_CONNECTED);
    }

    @Test
    void anotherCompanyIsRefusedUntilTheUserChooses() {
        connected();
        assertThat(callback(FIRM, "code-2", "77")).isEqualTo(new OtherCompanyChosen(REALM, RealmId.of("77")));
        assertThat(stub.requests).isEmpty();
        assertThat(connections.complete(FIRM, "st", "code=code-2&state=st&realmId=77", OtherCompany.SWITCH))
                .isInstanceOf(Connected.class);
        assertThat(now().realm()).contains(RealmId.of("77"));
    }

    @Test
    void aCompanyOfAnotherFirmIsTakenUntilThatFirmDisconnects() {
        connected();
        TenantId other = TenantId.of("firm-2");
        assertThat(callback(other, "code-2", Stub.REALM)).isEqualTo(new CompanyTaken(REALM, FIRM));
        stub.oauth(request ->
                request.getTarget().contains("revoke") ? Stub.json(200, "") : Stub.tokens("canary-b1", "canary-s1"));
        assertThat(connections.disconnect(FIRM).state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(callback(other, "code-3", Stub.REALM)).isInstanceOf(Connected.class);
    }

    @Test
    void aTokenIsReplacedBeforeItExpiresAndStoredBeforeItIsUsed() {
        connected();
        stub.advance(Duration.ofMinutes(56));
        stub.oauth(request -> Stub.tokens("canary-a9", "canary-r9"));
        assertThat(connections.accessTokens().current(FIRM).token()).isEqualTo("canary-a9");
        assertThat(stub.requests.get(0).getBody().utf8()).isEqualTo("grant_type=refresh_token&refresh_token=canary-r2");
        assertThat(stub.tokens.find(FIRM).orElseThrow().document()).contains("canary-a9", "canary-r9");
        assertThat(stub.tokens.find(FIRM).orElseThrow().document()).startsWith("{\"format\":1,");
    }

    @Test
    void aStampedeRefreshesOnce() throws Exception {
        connected();
        AtomicInteger refreshes = new AtomicInteger();
        stub.oauth(request -> Stub.tokens("canary-n" + refreshes.incrementAndGet(), "canary-m" + refreshes.get()));
        Access rejected = connections.accessTokens().current(FIRM);
        int threads = 64;
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<String>> tasks = IntStream.range(0, threads)
                    .mapToObj(i -> (Callable<String>) () -> {
                        ready.countDown();
                        ready.await();
                        return connections
                                .accessTokens()
                                .renewed(FIRM, rejected)
                                .token();
                    })
                    .toList();
            Set<String> seen = ConcurrentHashMap.newKeySet();
            for (Future<String> future : pool.invokeAll(tasks)) {
                seen.add(future.get());
            }
            assertThat(seen).containsExactly("canary-n1");
            assertThat(refreshes).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void twoNodesRefreshOnceBetweenThem() throws Exception {
        connected();
        AtomicInteger refreshes = new AtomicInteger();
        stub.oauth(request -> Stub.tokens("canary-n" + refreshes.incrementAndGet(), "canary-m" + refreshes.get()));
        List<Connections> nodes = List.of(
                stub.connections(stub.settings().sleeper(spinning()).build()),
                stub.connections(stub.settings().sleeper(spinning()).build()));
        Access rejected = connections.accessTokens().current(FIRM);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> tasks = nodes.stream()
                    .map(node -> (Callable<String>)
                            () -> node.accessTokens().renewed(FIRM, rejected).token())
                    .toList();
            for (Future<String> future : pool.invokeAll(tasks)) {
                assertThat(future.get()).isEqualTo("canary-n1");
            }
            assertThat(refreshes).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Sleeper spinning() {
        return duration -> Thread.onSpinWait();
    }

    @Test
    void theWinnersTokensAreUsedWhenAnotherNodeWasQuicker() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        Connections other = stub.connections(stub.settings().build());
        stub.oauth(request -> Stub.tokens("canary-w1", "canary-w2"));
        other.accessTokens().renewed(FIRM, old);
        stub.oauth(request -> refused("invalid_grant", "Incorrect or invalid refresh token"));
        assertThat(connections.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-w1");
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aClaimOfANodeThatDiedIsTakenOver() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        StoredTokens row = stub.tokens.find(FIRM).orElseThrow();
        String claimed = row.document()
                .replace(
                        "}",
                        ",\"claim\":\"dead\",\"claimUntil\":\""
                                + stub.clock.instant().plusSeconds(60) + "\"}");
        stub.tokens.save(new StoredTokens(FIRM, REALM, claimed, row.version()));
        assertThat(connections.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-a2");
        assertThat(stub.sleeps).isNotEmpty();
    }

    @Test
    void oneInvalidGrantMayBeAnOutage() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        stub.oauth(request -> refused("invalid_grant", "Token invalid"));
        assertThatThrownBy(() -> connections.accessTokens().renewed(FIRM, old))
                .isInstanceOfSatisfying(QboException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FaultKind.TRANSIENT);
                    assertThat(e.retryAfter()).contains(Duration.ofMinutes(3));
                });
        assertThat(now().trouble().orElseThrow().cause()).isEqualTo(TroubleCause.SUSPECTED);
        stub.oauth(request -> Stub.tokens("canary-b1", "canary-s1"));
        assertThatThrownBy(() -> connections.accessTokens().renewed(FIRM, old)).isInstanceOf(QboException.class);
        stub.advance(Duration.ofMinutes(4));
        assertThat(connections.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-b1");
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aConfirmedInvalidGrantAsksForReauthorizationAndEndsAfterTheGracePeriod() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        stub.oauth(request -> refused("invalid_grant", "Token invalid"));
        assertThatThrownBy(() -> connections.accessTokens().renewed(FIRM, old)).isInstanceOf(QboException.class);
        stub.advance(Duration.ofMinutes(4));
        assertThatThrownBy(() -> connections.accessTokens().renewed(FIRM, old))
                .isInstanceOf(ReauthorizeException.class);
        assertThat(now().state()).isEqualTo(ConnectionState.REAUTHORIZE);
        assertThat(now().trouble().orElseThrow().cause()).isEqualTo(TroubleCause.REVOKED);
        stub.requests.clear();
        assertThatThrownBy(() -> connections.accessTokens().current(FIRM)).isInstanceOf(ReauthorizeException.class);
        assertThat(stub.requests).isEmpty();
        stub.advance(Duration.ofDays(13));
        assertThat(connections.check(FIRM).state()).isEqualTo(ConnectionState.REAUTHORIZE);
        stub.advance(Duration.ofDays(2));
        assertThat(connections.check(FIRM).trouble().orElseThrow().cause()).isEqualTo(TroubleCause.GRACE_PERIOD_OVER);
        stub.oauth(request -> Stub.tokens("canary-c1", "canary-t1"));
        assertThat(callback(FIRM, "code-9", Stub.REALM)).isInstanceOf(Connected.class);
        assertThat(connections.accessTokens().current(FIRM).token()).isEqualTo("canary-c1");
    }

    /** A gateway's 401 says nothing about the tokens; only a structured invalid_grant does. Found by the simulation. */
    @Test
    void aRefusalThatIsNoInvalidGrantNeverEndsAConnection() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        for (MockResponse answer : List.of(
                Stub.json(
                        401,
                        "{\"Fault\":{\"Error\":[{\"Message\":\"x\",\"code\":\"3200\"}],\"type\":\"AUTHENTICATION\"}}"),
                Stub.json(401, ""),
                Stub.json(401, "{\"error\":\"invalid_token\"}"))) {
            stub.oauth(request -> answer);
            assertThatThrownBy(() -> connections.accessTokens().renewed(FIRM, old))
                    .isInstanceOfSatisfying(
                            QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.TRANSIENT));
            stub.advance(Duration.ofMinutes(4));
        }
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
        stub.oauth(request -> Stub.tokens("canary-b1", "canary-s1"));
        assertThat(connections.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-b1");
    }

    @Test
    void wrongKeysNeverHurtAConnection() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        for (MockResponse answer : List.of(
                refused("invalid_grant", "Incorrect Token type or clientID"),
                Stub.json(401, "{\"error\":\"invalid_client\"}"))) {
            stub.oauth(request -> answer);
            assertThatThrownBy(() -> connections.accessTokens().renewed(FIRM, old))
                    .isInstanceOf(ConfigurationException.class);
            assertThat(now().usable()).isTrue();
            assertThat(now().trouble().orElseThrow().cause()).isEqualTo(TroubleCause.APP_KEYS_REFUSED);
            assertThat(now().trouble().orElseThrow().deadline()).isEmpty();
            stub.advance(Duration.ofMinutes(7));
        }
        stub.oauth(request -> Stub.tokens("canary-b1", "canary-s1"));
        assertThat(connections.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-b1");
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void anOutageWhileATokenIsStillGoodIsNotNoticed() {
        connected();
        stub.advance(Duration.ofMinutes(57));
        stub.oauth(request -> Stub.json(503, "<html>"));
        assertThat(connections.accessTokens().current(FIRM).token()).isEqualTo("canary-a2");
        stub.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> connections.accessTokens().current(FIRM))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.TRANSIENT));
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aLostAnswerIsAskedForOnceMoreWithTheSameToken() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        AtomicInteger calls = new AtomicInteger();
        stub.oauth(request -> calls.incrementAndGet() == 1
                ? new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build()
                : Stub.tokens("canary-b1", "canary-s1"));
        assertThat(connections.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-b1");
        assertThat(calls).hasValue(2);
    }

    @Test
    void aRedirectedTokenCallIsNotFollowed() {
        connected();
        Access old = connections.accessTokens().current(FIRM);
        stub.oauth(request -> new MockResponse.Builder()
                .code(302)
                .addHeader("Location", stub.base() + "elsewhere")
                .build());
        assertThatThrownBy(() -> connections.accessTokens().renewed(FIRM, old))
                .isInstanceOf(ConfigurationException.class);
        assertThat(stub.count("/elsewhere")).isZero();
    }

    @Test
    void anIdleConnectionIsKeptAlive() {
        connected();
        stub.advance(Duration.ofDays(59));
        connections.check(FIRM);
        assertThat(stub.requests).isEmpty();
        stub.advance(Duration.ofDays(2));
        connections.check(FIRM);
        assertThat(stub.requests).hasSize(1);
        assertThat(now().refreshedAt()).contains(stub.clock.instant());
    }

    @Test
    void theFiveYearLimitIsAnnounced() {
        stub.oauth(request -> Stub.json(
                200,
                "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"r\",\"x_refresh_token_expires_in\":8726400,"
                        + "\"x_refresh_token_hard_expires_in\":5000000,\"unknown\":[1]}"));
        assertThat(callback(FIRM, "code-1", Stub.REALM)).isInstanceOf(Connected.class);
        assertThat(now().trouble().orElseThrow().cause()).isEqualTo(TroubleCause.FIVE_YEAR_LIMIT_NEAR);
        assertThat(now().trouble().orElseThrow().deadline()).isEqualTo(now().hardExpiresAt());
        assertThat(now().usable()).isTrue();
    }

    @Test
    void theFiveYearsAreCountedDownByOneOfSeveralNodes() {
        List<Long> daysLeft = new ArrayList<>();
        ConnectionListener listener = new ConnectionListener() {
            @Override
            public void changed(Connection before, Connection after) {
                if (after.trouble().isPresent()) {
                    stillTroubled(after);
                }
            }

            @Override
            public void stillTroubled(Connection connection) {
                Trouble trouble = connection.trouble().orElseThrow();
                daysLeft.add(
                        trouble.timeLeft(stub.clock.instant()).orElseThrow().toDays());
            }
        };
        Connections one = stub.connections(stub.settings().build(), listener);
        Connections two = stub.connections(stub.settings().build(), listener);
        Instant end = stub.clock.instant().plus(Duration.ofDays(70)).plusSeconds(1);
        stub.oauth(request -> Stub.json(
                200,
                "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"r\",\"x_refresh_token_expires_in\":8726400,"
                        + "\"x_refresh_token_hard_expires_in\":"
                        + Duration.between(stub.clock.instant(), end).toSeconds() + "}"));
        connected();
        for (int hour = 0; hour < 70 * 24 - 6; hour += 6) {
            stub.advance(Duration.ofHours(6));
            one.check(FIRM);
            two.check(FIRM);
        }
        assertThat(daysLeft).containsExactly(59L, 29L, 13L, 6L, 2L, 1L, 0L);
    }

    @Test
    void disconnectRevokesAndForgets() {
        connected();
        stub.oauth(request -> Stub.json(400, ""));
        assertThat(connections.disconnect(FIRM).trouble().orElseThrow().cause()).isEqualTo(TroubleCause.BY_HOST);
        assertThat(stub.requests.get(0).getTarget()).isEqualTo("/v2/oauth2/tokens/revoke");
        assertThat(stub.requests.get(0).getBody().utf8()).isEqualTo("{\"token\":\"canary-r2\"}");
        assertThat(stub.tokens.find(FIRM).orElseThrow().document()).doesNotContain("canary");
        assertThatThrownBy(() -> connections.accessTokens().current(FIRM)).isInstanceOf(ReauthorizeException.class);
    }

    @Test
    void aVisitOfTheDisconnectAddressIsCheckedWithIntuit() {
        connected();
        assertThat(connections.disconnectedInQuickBooks(REALM).orElseThrow().state())
                .isEqualTo(ConnectionState.CONNECTED);
        stub.oauth(request -> refused("invalid_grant", "Token invalid"));
        assertThat(connections
                        .disconnectedInQuickBooks(REALM)
                        .orElseThrow()
                        .trouble()
                        .orElseThrow()
                        .cause())
                .isEqualTo(TroubleCause.IN_QUICKBOOKS);
        assertThat(connections.disconnectedInQuickBooks(RealmId.of("5"))).isEmpty();
    }

    @Test
    void userInfoIsRead() {
        connected();
        stub.oauth(
                request -> Stub.json(
                        200,
                        "{\"sub\":\"u-1\",\"email\":\"canary@x.test\",\"emailVerified\":true,\"givenName\":\"A\",\"address\":{\"region\":\"x\"}}"));
        UserInfo info = connections.userInfo(FIRM);
        assertThat(info.subject()).isEqualTo("u-1");
        assertThat(info.email()).contains("canary@x.test");
        assertThat(info.emailVerified()).isTrue();
        assertThat(info.toString()).doesNotContain("canary");
    }

    @Test
    void aDamagedDocumentIsToldWithoutItsText() {
        stub.tokens.save(new StoredTokens(FIRM, REALM, "{\"format\":1,\"canary", 0));
        assertThatThrownBy(() -> now())
                .hasMessageContaining("cannot be read")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"));
        stub.tokens.save(new StoredTokens(FIRM, REALM, "{\"format\":2}", 1));
        assertThatThrownBy(() -> now()).hasMessageContaining("format 2");
    }

    @Test
    void tokensThatTheStoreRefusedToTakeAreStoredAtTheNextCall() {
        connected();
        AtomicInteger failures = new AtomicInteger();
        TokenStore flaky = new TokenStore() {
            @Override
            public Optional<StoredTokens> find(TenantId tenant) {
                return stub.tokens.find(tenant);
            }

            @Override
            public Optional<TenantId> findTenant(RealmId realm) {
                return stub.tokens.findTenant(realm);
            }

            @Override
            public SaveResult save(StoredTokens row) {
                if (row.document().contains("canary-n1") && failures.incrementAndGet() == 1) {
                    throw new IllegalStateException("disk full");
                }
                return stub.tokens.save(row);
            }

            @Override
            public void delete(TenantId tenant) {
                stub.tokens.delete(tenant);
            }
        };
        Connections node = Connections.of(
                stub.environment(), Stub.credentials(), flaky, stub.settings().build());
        Access old = node.accessTokens().current(FIRM);
        stub.oauth(request -> Stub.tokens("canary-n1", "canary-m1"));
        assertThatThrownBy(() -> node.accessTokens().renewed(FIRM, old)).hasMessage("disk full");
        stub.oauth(request -> refused("invalid_grant", "the old token is dead by now"));
        assertThat(node.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-n1");
        assertThat(stub.tokens.find(FIRM).orElseThrow().document()).contains("canary-m1");
    }
}
