package dev.tieout.qbo.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.connect.ConnectOutcome.CodeRejected;
import dev.tieout.qbo.connect.ConnectOutcome.Connected;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.http.internal.Access;
import dev.tieout.spi.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several nodes over one connection: a dead one, one whose clock is wrong, and two with one callback. */
class TwoNodesConnectTest {
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

    private ConnectOutcome callback(Connections node) {
        return node.complete(FIRM, "st", "?code=code-1&state=st&realmId=" + Stub.REALM);
    }

    /** However long the claim of a dead node says it lasts, by its own clock. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT30S", "PT1M", "PT61M", "PT48H"})
    void aClaimIsWaitedForNoLongerThanAClaimLasts(String left) {
        assertThat(callback(connections)).isInstanceOf(Connected.class);
        Access old = connections.accessTokens().current(FIRM);
        claimed(Duration.parse(left));
        Instant before = stub.clock.instant();
        assertThat(connections.accessTokens().renewed(FIRM, old).token()).isEqualTo("canary-a2");
        assertThat(Duration.between(before, stub.clock.instant()))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(61));
    }

    private void claimed(Duration left) {
        StoredTokens row = stub.tokens.find(FIRM).orElseThrow();
        Instant until = stub.clock.instant().plus(left);
        String claimed = row.document().replace("}", ",\"claim\":\"dead\",\"claimUntil\":\"" + until + "\"}");
        stub.tokens.save(new StoredTokens(FIRM, REALM, claimed, row.version()));
    }

    /** Who says how long a call may wait is not held up longer by another node's refresh; the call was not made. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT5S", "PT20S"})
    void aCallWaitsForAClaimNoLongerThanItMay(String longest) {
        assertThat(callback(connections)).isInstanceOf(Connected.class);
        stub.advance(Duration.ofMinutes(61));
        claimed(Duration.ofMinutes(61));
        Duration maxWait = Duration.parse(longest);
        Instant before = stub.clock.instant();
        assertThatThrownBy(() -> connections.accessTokens().current(FIRM, maxWait))
                .isInstanceOfSatisfying(QboException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FaultKind.TRANSIENT);
                    assertThat(e.retryAfter()).contains(Duration.ofMinutes(1).minus(maxWait));
                });
        assertThat(Duration.between(before, stub.clock.instant())).isEqualTo(maxWait);
        assertThat(stub.requests)
                .filteredOn(each -> each.getTarget().contains("/v3/"))
                .isEmpty();
    }

    @Test
    void aTokenThatIsStillGoodServesWhileAnotherNodeRefreshes() {
        assertThat(callback(connections)).isInstanceOf(Connected.class);
        Access old = connections.accessTokens().current(FIRM);
        int calls = stub.requests.size();
        stub.advance(Duration.ofMinutes(56));
        claimed(Duration.ofMinutes(61));
        assertThat(connections.accessTokens().current(FIRM, Duration.ofSeconds(5)))
                .isEqualTo(old);
        assertThat(stub.requests).hasSize(calls);
    }

    @Test
    void oneCallbackOnTwoNodesAtOnceConnectsOnBoth() {
        Connections other = stub.connections(stub.settings().build());
        AtomicInteger exchanges = new AtomicInteger();
        stub.oauth(request -> {
            if (exchanges.incrementAndGet() == 1) {
                // The second node comes between, and is quicker: the code is spent by then.
                assertThat(callback(other)).isInstanceOf(Connected.class);
                return Stub.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token invalid\"}");
            }
            return Stub.tokens("canary-n1", "canary-m1");
        });
        assertThat(callback(connections)).isInstanceOf(Connected.class);
        assertThat(connections.connection(FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(connections.accessTokens().current(FIRM).token()).isEqualTo("canary-n1");
    }

    @Test
    void aSpentCodeOfAnotherCallbackIsStillRejected() {
        assertThat(callback(connections)).isInstanceOf(Connected.class);
        stub.oauth(request -> Stub.json(400, "{\"error\":\"invalid_grant\"}"));
        assertThat(connections.complete(FIRM, "st", "?code=code-2&state=st&realmId=" + Stub.REALM))
                .isInstanceOf(CodeRejected.class);
    }
}
