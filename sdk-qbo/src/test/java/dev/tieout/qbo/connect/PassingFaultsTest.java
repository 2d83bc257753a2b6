package dev.tieout.qbo.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.RealmId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.RetryRules;
import dev.tieout.qbo.connect.ConnectOutcome.Connected;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** QuickBooks' bad hours look like dead tokens; a connection that is well must get through them by itself. */
class PassingFaultsTest {
    private static final String COMPANY =
            "{\"CompanyInfo\":{\"Id\":\"1\",\"CompanyName\":\"C\"},\"time\":\"2026-11-02T00:00:00.000-08:00\"}";

    private Stub stub;
    private Connections connections;
    private ApiClient api;

    /** What the API answers to good tokens. */
    enum Rejection {
        FAULT_3200(Stub.fault(401, "3200")),
        HTML(html(401)),
        BARE(Stub.json(401, ""));

        private final MockResponse answer;

        Rejection(MockResponse answer) {
            this.answer = answer;
        }
    }

    /** What the token endpoint answers to a good refresh token, other than {@code invalid_grant}. */
    enum FailedRefresh {
        BARE_400(Stub.json(400, "")),
        HTML_400(html(400)),
        FAULT_400(Stub.fault(400, "4000")),
        HTML_403(html(403)),
        HTML_404(html(404)),
        HTML_413(html(413)),
        FAULT_3200(Stub.fault(401, "3200")),
        HTML_401(html(401)),
        HTML_500(html(500)),
        NOTHING_500(Stub.json(500, "")),
        LOST(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        private final MockResponse answer;

        FailedRefresh(MockResponse answer) {
            this.answer = answer;
        }
    }

    private static MockResponse html(int status) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html")
                .body("<html><body>" + status + "</body></html>")
                .build();
    }

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
        node();
        stub.oauth(request -> Stub.tokens("canary-a1", "canary-r1"));
        assertThat(connections.complete(Stub.FIRM, "s", "code=c&state=s&realmId=" + Stub.REALM))
                .isInstanceOf(Connected.class);
        stub.api(request -> Stub.json(200, COMPANY));
        stub.requests.clear();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private void node() {
        CallSettings settings = stub.settings().retries(RetryRules.none()).build();
        connections = stub.connections(settings);
        api = ApiClient.of(stub.environment(), connections, settings);
    }

    private void refreshesGiveNewTokens() {
        AtomicInteger count = new AtomicInteger();
        stub.oauth(request -> Stub.tokens("canary-n" + count.incrementAndGet(), "canary-m" + count.get()));
    }

    private QboException failedCall() {
        return catchThrowableOfType(
                QboException.class,
                () -> api.api(Stub.FIRM, RealmId.of(Stub.REALM)).companyInfo());
    }

    private Connection now() {
        return connections.connection(Stub.FIRM);
    }

    @ParameterizedTest
    @EnumSource
    void oneRejectionIsCuredByFreshTokens(Rejection rejection) {
        refreshesGiveNewTokens();
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1 ? rejection.answer : Stub.json(200, COMPANY));
        api.api(Stub.FIRM).companyInfo();
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource
    void freshTokensThatAreRejectedTooLeaveAConnectionThatIsTriedAgain(Rejection rejection) {
        refreshesGiveNewTokens();
        stub.api(request -> rejection.answer);
        assertThat(failedCall().kind()).isEqualTo(FaultKind.REAUTHORIZE);
        assertThat(now().state()).isEqualTo(ConnectionState.DEGRADED);
        assertThat(now().trouble().orElseThrow().cause()).isEqualTo(TroubleCause.REJECTED);
        stub.api(request -> Stub.json(200, COMPANY));
        stub.advance(Duration.ofMinutes(4));
        assertThat(connections.check(Stub.FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void theNextCallFindsOutTooThatTheBadHourIsOver() {
        refreshesGiveNewTokens();
        stub.api(request -> Stub.fault(401, "3200"));
        failedCall();
        stub.api(request -> Stub.json(200, COMPANY));
        stub.advance(Duration.ofMinutes(4));
        node(); // another node, which has seen nothing of it
        api.api(Stub.FIRM).companyInfo();
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aBadDayCostsFewCallsHoweverManyAreWaiting() {
        refreshesGiveNewTokens();
        stub.api(request -> Stub.fault(401, "3200"));
        for (int minute = 0; minute < 24 * 60; minute++) {
            failedCall();
            connections.check(Stub.FIRM);
            stub.advance(Duration.ofMinutes(1));
        }
        // 0, 3, 6, 12, 24 minutes ... then every six hours, each of them twice, because tokens are refreshed once.
        assertThat(stub.count("/v3/")).isBetween(10L, 26L);
        assertThat(failedCall().retryAfter()).isPresent();
        stub.api(request -> Stub.json(200, COMPANY));
        stub.advance(Duration.ofHours(6));
        assertThat(connections.check(Stub.FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource
    void aRefreshThatFailsInPassingChangesNothing(FailedRefresh refresh) {
        stub.oauth(request -> refresh.answer);
        stub.advance(Duration.ofMinutes(61));
        for (int i = 0; i < 3; i++) {
            assertThat(failedCall().kind()).isEqualTo(FaultKind.TRANSIENT);
            stub.advance(Duration.ofMinutes(4));
        }
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
        refreshesGiveNewTokens();
        api.api(Stub.FIRM).companyInfo();
        assertThat(stub.requests.get(stub.requests.size() - 2).getBody().utf8()).contains("canary-r1");
    }

    @ParameterizedTest
    @EnumSource
    void aRefreshThatFailsInPassingAfterARejectionChangesNothing(FailedRefresh refresh) {
        stub.api(request -> Stub.fault(401, "3200"));
        stub.oauth(request -> refresh.answer);
        assertThat(failedCall().kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    /** The second try gets what the first granted and lost, as QuickBooks does within a day (QuickBooks fact P1.23). */
    @Test
    void aLostRefreshWhoseOldTokenIsStillGoodIsMadeUpFor() {
        stub.advance(Duration.ofMinutes(61));
        AtomicInteger calls = new AtomicInteger();
        stub.oauth(request -> calls.incrementAndGet() < 4
                ? FailedRefresh.LOST.answer
                : HttpUrl.get("http://x/?" + request.getBody().utf8())
                                .queryParameter("refresh_token")
                                .equals("canary-r1")
                        ? Stub.tokens("canary-a2", "canary-r1")
                        : Stub.json(400, "{\"error\":\"invalid_grant\"}"));
        assertThat(failedCall().kind()).isEqualTo(FaultKind.TRANSIENT);
        api.api(Stub.FIRM).companyInfo();
        assertThat(calls).hasValue(4);
        assertThat(now().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void goodTokensThatWereRefusedForADayComeBackByThemselves() {
        stub.advance(Duration.ofMinutes(61));
        stub.oauth(request -> Stub.json(400, "{\"error\":\"invalid_grant\"}"));
        for (int hour = 0; hour < 24; hour++) {
            failedCall();
            connections.check(Stub.FIRM);
            stub.advance(Duration.ofHours(1));
        }
        assertThat(now().trouble().orElseThrow().cause()).isEqualTo(TroubleCause.REVOKED);
        assertThat(now().state()).isEqualTo(ConnectionState.REAUTHORIZE);
        assertThat(stub.count("/oauth2")).isLessThan(12);
        refreshesGiveNewTokens();
        stub.advance(Duration.ofHours(6));
        assertThat(connections.check(Stub.FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
        api.api(Stub.FIRM).companyInfo();
    }

    @Test
    void anAdministratorWhoIsBackIsNoticed() {
        refreshesGiveNewTokens();
        stub.api(request -> Stub.fault(403, "120"));
        failedCall();
        assertThat(now().state()).isEqualTo(ConnectionState.REAUTHORIZE);
        stub.api(request -> Stub.json(200, COMPANY));
        stub.advance(Duration.ofMinutes(4));
        assertThat(connections.check(Stub.FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void nobodyWhoIsWellIsDisconnectedAtTheDeadline() {
        refreshesGiveNewTokens();
        stub.api(request -> Stub.fault(401, "3200"));
        failedCall();
        stub.api(request -> Stub.json(200, COMPANY));
        stub.advance(Duration.ofDays(15));
        assertThat(connections.check(Stub.FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void whatIsStillRejectedAtTheDeadlineIsEnded() {
        refreshesGiveNewTokens();
        stub.api(request -> Stub.fault(401, "3200"));
        failedCall();
        stub.advance(Duration.ofDays(15));
        assertThat(connections.check(Stub.FIRM).trouble().orElseThrow().cause())
                .isEqualTo(TroubleCause.GRACE_PERIOD_OVER);
    }
}
