package dev.tieout.qbo.api;

import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.qbo.call.Sleeper;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.ConnectionListener;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.store.InMemoryTokenStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers what a test says, for what the fake QuickBooks never does; and a connected firm. */
public final class Stub implements AutoCloseable {
    public static final TenantId FIRM = TenantId.of("firm-1");
    public static final String REALM = "9130350000000001";
    public static final String SECRET = "canary-client-secret";

    public final MockWebServer server = new MockWebServer();
    public final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    public final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    public final InMemoryTokenStore tokens = new InMemoryTokenStore();
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T08:00:00Z"));
    private volatile Function<RecordedRequest, MockResponse> api = request -> json(404, "{}");
    private volatile Function<RecordedRequest, MockResponse> oauth = request -> tokens("canary-a2", "canary-r2");

    public final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    public final Sleeper sleeper = duration -> {
        sleeps.add(duration);
        advance(duration);
    };

    public Stub() throws IOException {
        server.setServerSocketFactory(new NoDelayServer());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getTarget().contains("/companyinfo/") && connecting.getAndSet(false)) {
                    // Whether new tokens open their company: CompanyCheckTest is about that, on the fake.
                    return json(200, "{\"CompanyInfo\":{\"Id\":\"1\"}}");
                }
                requests.add(request);
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                if (body.contains("authorization_code")) {
                    connecting.set(true);
                }
                return request.getTarget().startsWith("/v3/") ? api.apply(request) : oauth.apply(request);
            }
        });
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    public Stub api(Function<RecordedRequest, MockResponse> answers) {
        api = answers;
        return this;
    }

    public Stub oauth(Function<RecordedRequest, MockResponse> answers) {
        oauth = answers;
        return this;
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/");
    }

    public Environment environment() {
        return Environment.at(base());
    }

    public CallSettings.Builder settings() {
        return CallSettings.builder()
                .clock(clock)
                .sleeper(sleeper)
                .random(new Random(7))
                .pace(PaceLimits.unlimited())
                .readTimeout(Duration.ofSeconds(5));
    }

    public Connections connections(CallSettings settings) {
        return Connections.of(environment(), credentials(), tokens, settings);
    }

    public Connections connections(CallSettings settings, ConnectionListener listener) {
        return Connections.builder(environment(), credentials(), tokens, settings)
                .listener(listener)
                .build();
    }

    public static AppCredentials credentials() {
        return AppCredentials.of("client-1", SECRET, "https://app.example.com/callback");
    }

    /** A firm that is connected with tokens canary-a1 and canary-r1. */
    public ApiClient connected(CallSettings settings) {
        Connections connections = connections(settings);
        Function<RecordedRequest, MockResponse> after = oauth;
        oauth = request -> tokens("canary-a1", "canary-r1");
        connections.complete(FIRM, "s", "code=c-" + REALM + "&state=s&realmId=" + REALM);
        oauth = after;
        requests.clear();
        return ApiClient.of(environment(), connections, settings);
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .addHeader("intuit_tid", "1-tid")
                .body(body)
                .build();
    }

    public static MockResponse fault(int status, String code) {
        return json(
                status,
                "{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"Detail\":\"canary-detail\",\"code\":\"" + code
                        + "\"}],\"type\":\"ValidationFault\"},\"time\":\"2026-11-02T00:00:00.000-08:00\"}");
    }

    public static MockResponse tokens(String access, String refresh) {
        return json(
                200,
                "{\"token_type\":\"bearer\",\"access_token\":\"" + access
                        + "\",\"expires_in\":3600,\"refresh_token\":\"" + refresh
                        + "\",\"x_refresh_token_expires_in\":8726400}");
    }

    public long count(String pathStart) {
        return requests.stream()
                .filter(request -> request.getTarget().startsWith(pathStart))
                .count();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Without it every kept-alive answer costs 44 ms. */
    private static final class NoDelayServer extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
