// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.api.BatchItem;
import dev.tieout.qbo.api.BatchOutcome;
import dev.tieout.qbo.api.BatchResult;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.qbo.call.RetryRules;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.OutcomeUnknownException;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.ReauthorizeException;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What OkHttp does on its own, switched off and counted at the server (QuickBooks facts P2.9, P4.8). */
class TransportTest {
    private static final String CUSTOMER = "{\"Customer\":{\"Id\":\"5\",\"SyncToken\":\"0\"}}";
    private static final Customer BEA = Customer.builder().displayName("Bea").build();
    private Stub stub;

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private QboApi once() {
        return stub.connected(stub.settings().retries(RetryRules.none()).build())
                .api(Stub.FIRM);
    }

    private static MockResponse closed() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void aPostWhoseConnectionDiesAfterItWasReadIsSentOnce() {
        stub.api(request -> closed());
        QboApi api = once();
        assertThatThrownBy(() -> api.create(BEA)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(stub.count("/v3/")).isEqualTo(1);
    }

    @Test
    void aPostOnAKeptConnectionThatDiesIsSentOnce() {
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1 ? Stub.json(200, CUSTOMER) : closed());
        QboApi api = once();
        api.create(BEA);
        assertThatThrownBy(() -> api.create(BEA)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(stub.count("/v3/")).isEqualTo(2);
    }

    @Test
    void aPostIsNotRepeatedFor503WithRetryAfterZeroNorFor408() {
        for (int status : new int[] {503, 408}) {
            stub.api(request -> new MockResponse.Builder()
                    .code(status)
                    .addHeader("Retry-After", "0")
                    .build());
            QboApi api = once();
            assertThatThrownBy(() -> api.create(BEA)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(stub.count("/v3/")).as("status " + status).isEqualTo(1);
        }
    }

    @Test
    void aReadIsRepeatedByTheRetryRulesOnlyHoweverSoonTheServerAsksForIt() {
        for (String header : List.of("0", "00", "99999999999", "-1", "soon")) {
            for (int attempts = 1; attempts <= 3; attempts += 2) {
                stub.requests.clear();
                stub.api(request -> new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", header)
                        .build());
                List<CallInfo> seen = new ArrayList<>();
                CallSettings settings = stub.settings()
                        .retries(new RetryRules(attempts, Duration.ofMillis(10), Duration.ofMillis(20)))
                        .listener(apiCallsStarted(seen))
                        .build();
                QboApi api = stub.connected(settings).api(Stub.FIRM).withMaxWait(Duration.ofDays(1));
                seen.clear();
                assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5")))
                        .isInstanceOf(QboException.class);
                assertThat(stub.count("/v3/")).as(header).isEqualTo(attempts);
                assertThat(seen).as(header).hasSize(attempts);
            }
        }
    }

    @Test
    void whatA503AsksForIsStillKnown() {
        stub.api(request -> new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "7")
                .build());
        QboApi api = once();
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5")))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    private static CallListener apiCallsStarted(List<CallInfo> seen) {
        return new CallListener() {
            @Override
            public void started(CallInfo call) {
                if (!call.entity().equals("token")) { // a pause of the length that was asked for ages the tokens
                    seen.add(call);
                }
            }
        };
    }

    @Test
    void aRedirectIsNotFollowedAndTheTokenGoesNowhere() {
        stub.api(request -> new MockResponse.Builder()
                .code(307)
                .addHeader("Location", stub.base() + "v3/elsewhere")
                .build());
        QboApi api = once();
        assertThatThrownBy(() -> api.create(BEA))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.CONFIGURATION));
        assertThat(stub.count("/v3/elsewhere")).isZero();
    }

    @Test
    void aHostsOwnClientIsMadeHarmlessToo() {
        CallSettings settings = stub.settings()
                .retries(RetryRules.none())
                .httpClient(new OkHttpClient.Builder()
                        .retryOnConnectionFailure(true)
                        .authenticator((route, response) -> response.request()
                                .newBuilder()
                                .header("X", "again")
                                .build())
                        .build())
                .build();
        stub.api(request -> closed());
        QboApi api = stub.connected(settings).api(Stub.FIRM);
        assertThatThrownBy(() -> api.create(BEA)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(stub.count("/v3/")).isEqualTo(1);
    }

    @Test
    void socketsHaveNoDelay() throws Exception {
        try (Socket socket = new NoDelaySocketFactory(SocketFactory.getDefault()).createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void anUnreachableServerDidNothing() {
        OkHttpClient host = new OkHttpClient();
        QboApi api = stub.connected(stub.settings()
                        .retries(RetryRules.none())
                        .httpClient(host)
                        .build())
                .api(Stub.FIRM);
        stub.close();
        // A connection that is still open would leave it unknown what the server read.
        host.connectionPool().evictAll();
        assertThatThrownBy(() -> api.create(BEA))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.TRANSIENT));
    }

    @Test
    void anAnswerOverTheBoundIsNotReadFurther() {
        CallSettings settings = stub.settings().maxResponseBytes(2048).build();
        stub.api(request -> Stub.json(200, "{\"Customer\":{\"Notes\":\"" + "x".repeat(5_000) + "\"}}"));
        QboApi api = stub.connected(settings).api(Stub.FIRM);
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5")))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.BUG))
                .hasRootCauseMessage(
                        "the answer is larger than 2048 bytes; raise maxResponseBytes if that is meant to be");
    }

    @Test
    void aBodyThatIsTooDeepIsUnreadableAndNotAStackOverflow() {
        stub.api(request -> Stub.json(200, "{\"Customer\":{\"X\":" + "[".repeat(200_000)));
        QboApi api = once();
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5"))).isInstanceOf(QboException.class);
    }

    @Test
    void retryAfterIsHonouredAsSecondsAndAsDate() {
        for (String header : List.of("7", "Mon, 02 Nov 2026 08:00:07 GMT")) {
            stub.api(request -> new MockResponse.Builder()
                    .code(429)
                    .addHeader("Retry-After", header)
                    .build());
            QboApi api = once();
            assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5")))
                    .isInstanceOfSatisfying(
                            QboException.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
        }
    }

    @Test
    void aBatchThatOtherAppsCrowdedOutIsSentAgainAfterAMinute() {
        // All apps of a company share 120 batches a minute (QuickBooks fact P4.4), so ours may be refused within our
        // 40.
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1
                ? Stub.fault(429, "3001")
                : Stub.json(200, "{\"BatchItemResponse\":[{\"bId\":\"1\",\"Customer\":{\"Id\":\"5\"}}]}"));
        QboApi api = stub.connected(stub.settings().build()).api(Stub.FIRM).withMaxWait(Duration.ofMinutes(2));
        BatchResult result = api.batch(List.of(BatchItem.of(Write.create(BEA))), WriteOptions.standard());
        assertThat(calls).hasValue(2);
        assertThat(stub.sleeps).anyMatch(slept -> slept.compareTo(Duration.ofSeconds(60)) >= 0);
        assertThat(result.outcomes()).hasOnlyElementsOfType(BatchOutcome.Written.class);
    }

    @Test
    void backOffGrowsAndIsBounded() {
        stub.api(request -> Stub.json(503, ""));
        CallSettings settings = stub.settings()
                .retries(new RetryRules(8, Duration.ofMillis(100), Duration.ofSeconds(1)))
                .build();
        QboApi api = stub.connected(settings).api(Stub.FIRM);
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5"))).isInstanceOf(QboException.class);
        assertThat(stub.sleeps).hasSize(7).allMatch(d -> d.compareTo(Duration.ofSeconds(1)) <= 0);
        assertThat(stub.sleeps.get(0)).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void listenersSeeEachAttemptAndCannotBreakACall() {
        List<CallInfo> started = new ArrayList<>();
        List<CallResult> ended = new ArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void started(CallInfo call) {
                started.add(call);
            }

            @Override
            public void ended(CallInfo call, CallResult result) {
                ended.add(result);
                throw new IllegalStateException("listener");
            }
        };
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1 ? Stub.json(503, "") : Stub.json(200, CUSTOMER));
        ApiClient client = stub.connected(stub.settings().listener(listener).build());
        started.clear();
        ended.clear();
        client.api(Stub.FIRM).create(BEA);
        assertThat(started).extracting(CallInfo::attempt).containsExactly(1, 2);
        assertThat(started.get(0).operation()).isEqualTo("create");
        assertThat(started.get(0).entity()).isEqualTo("Customer");
        assertThat(started.get(0).requestId()).isPresent();
        assertThat(ended).extracting(CallResult::status).containsExactly(503, 200);
        assertThat(ended.get(0).failure()).contains(FaultKind.TRANSIENT);
        assertThat(ended.get(1).failure()).isEmpty();
        assertThat(ended.get(1).intuitTid()).isEqualTo(Optional.of("1-tid"));
    }

    @Test
    void neverMoreReadsInFlightThanAllowed() throws Exception {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        stub.api(request -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            Thread.yield();
            inFlight.decrementAndGet();
            return Stub.json(200, CUSTOMER);
        });
        CallSettings settings = stub.settings()
                .pace(new PaceLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 3, Integer.MAX_VALUE))
                .build();
        QboApi api = stub.connected(settings).api(Stub.FIRM).withMaxWait(Duration.ofMinutes(10));
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Customer>> tasks = IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<Customer>) () -> api.read(Customer.TYPE, new RemoteId("5")))
                    .toList();
            for (Future<Customer> future : pool.invokeAll(tasks)) {
                assertThat(future.get().id()).contains("5");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void removedAdministratorsAndLapsedSubscriptionsShowInTheConnectionAndPass() {
        stub.api(request -> Stub.fault(401, "120"));
        CallSettings settings = stub.settings().build();
        QboApi api = stub.connected(settings).api(Stub.FIRM);
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5"))).isInstanceOf(QboException.class);
        assertThat(stub.count("/oauth2")).as("a new token does not help").isZero();
        assertThat(stub.tokens.find(Stub.FIRM).orElseThrow().document()).contains("ADMIN_REMOVED");
        stub.api(request -> Stub.json(200, CUSTOMER));
        stub.advance(Duration.ofMinutes(4));
        api.read(Customer.TYPE, new RemoteId("5"));
        assertThat(stub.tokens.find(Stub.FIRM).orElseThrow().document()).doesNotContain("ADMIN_REMOVED");
        stub.api(request -> Stub.fault(400, "6190"));
        assertThatThrownBy(() -> api.create(BEA)).isInstanceOf(QboException.class);
        assertThat(stub.tokens.find(Stub.FIRM).orElseThrow().document()).contains("SUBSCRIPTION_LAPSED");
        stub.api(request -> Stub.json(200, CUSTOMER));
        api.read(Customer.TYPE, new RemoteId("5"));
        assertThat(stub.tokens.find(Stub.FIRM).orElseThrow().document()).contains("SUBSCRIPTION_LAPSED");
        stub.advance(Duration.ofMinutes(4));
        api.create(BEA);
        assertThat(stub.tokens.find(Stub.FIRM).orElseThrow().document()).doesNotContain("SUBSCRIPTION_LAPSED");
    }

    @Test
    void aTokenStoreThatFailsBesideACallDoesNotTakeItsResultAway() {
        CallSettings settings = stub.settings().build();
        stub.connected(settings);
        TokenStore failing = new TokenStore() {
            @Override
            public Optional<StoredTokens> find(TenantId tenant) {
                return stub.tokens.find(tenant);
            }

            @Override
            public Optional<TenantId> findTenant(RealmId realm) {
                return stub.tokens.findTenant(realm);
            }

            @Override
            public SaveResult save(StoredTokens tokens) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public void delete(TenantId tenant) {
                stub.tokens.delete(tenant);
            }
        };
        Connections connections = Connections.of(stub.environment(), Stub.credentials(), failing, settings);
        QboApi api = ApiClient.of(stub.environment(), connections, settings).api(Stub.FIRM);
        stub.api(request -> Stub.fault(401, "120"));
        assertThatThrownBy(() -> api.create(BEA)).isInstanceOf(ReauthorizeException.class);
    }

    @Test
    void retryAfterOfABusyServerIsWaitedForUnlessItIsTooLong() {
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1
                ? new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", "20")
                        .build()
                : Stub.json(200, CUSTOMER));
        QboApi api = stub.connected(stub.settings().build()).api(Stub.FIRM);
        api.read(Customer.TYPE, new RemoteId("5"));
        assertThat(stub.sleeps).containsExactly(Duration.ofSeconds(20));
        calls.set(0);
        assertThatThrownBy(() -> api.withMaxWait(Duration.ofSeconds(5)).read(Customer.TYPE, new RemoteId("5")))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(20)));
    }

    @Test
    void aThrottledCompanyDoesNotHoldUpAnother() {
        ApiClient client = stub.connected(stub.settings().build());
        TenantId other = TenantId.of("firm-2");
        stub.oauth(request -> Stub.tokens("canary-o1", "canary-p1"));
        stub.connections(stub.settings().build()).complete(other, "s", "code=c2&state=s&realmId=2");
        stub.api(request ->
                request.getTarget().contains("/company/2/") ? Stub.json(200, CUSTOMER) : Stub.fault(429, "3001"));
        assertThatThrownBy(() -> client.api(Stub.FIRM).read(Customer.TYPE, new RemoteId("5")))
                .isInstanceOf(QboException.class);
        assertThat(client.api(other).read(Customer.TYPE, new RemoteId("5")).id())
                .contains("5");
        assertThat(stub.sleeps).isEmpty();
    }

    @Test
    void callsGoThroughTheProxyThatIsSet() {
        CallSettings settings = stub.settings()
                .proxy(new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress("127.0.0.1", stub.base().getPort())))
                .build();
        stub.connected(settings);
        Environment elsewhere = Environment.at(URI.create("http://127.9.9.9:1/"));
        Connections connections = Connections.of(elsewhere, Stub.credentials(), stub.tokens, settings);
        QboApi api = ApiClient.of(elsewhere, connections, settings).api(Stub.FIRM);
        stub.oauth(request -> Stub.json(200, CUSTOMER));
        assertThat(api.read(Customer.TYPE, new RemoteId("5")).id()).contains("5");
        assertThat(stub.requests.get(0).getTarget()).startsWith("http://127.9.9.9:1/v3/company/");
    }
}
