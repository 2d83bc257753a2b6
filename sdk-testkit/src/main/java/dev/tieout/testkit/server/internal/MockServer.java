package dev.tieout.testkit.server.internal;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.fault.Outcome;
import dev.tieout.testkit.gateway.internal.ContentCoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttp;
import okio.Buffer;

/** Carries the fake over HTTP by MockWebServer, which can cut a connection at any moment of an exchange. */
public final class MockServer implements Listening {
    /** Held, since the logging framework forgets the level of a logger that nobody holds. */
    private static final Logger QUIET = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final NoDelay sockets = new NoDelay();
    private final Thread drain;

    private MockServer(Function<FakeRequest, Outcome> fake) {
        QUIET.setLevel(Level.OFF);
        server.setServerSocketFactory(sockets);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                FakeRequest asked = toFake(request);
                return toMock(asked, fake.apply(asked), request.getConnectionIndex());
            }
        });
        drain = new Thread(this::drain, "fake-quickbooks-drain");
        drain.setDaemon(true);
    }

    /**
     * Starts to listen.
     *
     * @param address the interface
     * @param port the port; 0: any free one
     * @param fake what answers
     * @return the server, listening
     * @throws UncheckedIOException if the port is taken
     * @throws IllegalStateException if another OkHttp than ours comes first on the class path
     */
    public static MockServer start(InetAddress address, int port, Function<FakeRequest, Outcome> fake) {
        try {
            MockServer server = new MockServer(fake);
            server.server.start(address, port);
            server.drain.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the fake cannot listen on port " + port + ": choose another or 0", e);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "The fake cannot run with OkHttp " + okHttp() + ", which comes first on the class path: import"
                            + " tieout-bom before the BOMs of other libraries, so that all share its OkHttp",
                    e);
        }
    }

    /** Read at run time: the compiler copies a constant. */
    private static Object okHttp() {
        try {
            return OkHttp.class.getField("VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            return "of an unknown version";
        }
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/");
    }

    @Override
    public void close() {
        server.close();
        drain.interrupt();
    }

    /** MockWebServer keeps every request until somebody takes it. */
    private void drain() {
        try {
            while (!Thread.interrupted()) {
                server.takeRequest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FakeRequest toFake(RecordedRequest request) {
        Map<String, List<String>> fields = new TreeMap<>(request.getHeaders().toMultimap());
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        return FakeRequest.of(
                request.getMethod(), RequestReader.origin(request.getTarget()), FakeHeaders.of(fields), body);
    }

    private MockResponse toMock(FakeRequest request, Outcome outcome, int connection) {
        FakeResponse response = ContentCoding.pack(request, outcome.response());
        Headers.Builder headers = new Headers.Builder();
        response.headers().forEach(headers::addUnsafeNonAscii);
        Buffer body = new Buffer().write(response.body());
        MockResponse.Builder mock = new MockResponse.Builder()
                .headers(headers.build())
                .code(response.status())
                .body(body);
        if (!outcome.delay().isZero()) {
            mock.headersDelay(outcome.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
        switch (outcome.cut()) {
            case NONE -> {
                return mock.build();
            }
            case CLOSE -> mock.onResponseStart(new SocketEffect.CloseSocket());
            case RESET -> {
                sockets.resetOnClose(connection);
                mock.onResponseStart(new SocketEffect.CloseSocket());
            }
            case MID_BODY -> mock.onResponseBody(new SocketEffect.CloseSocket());
            case STALL -> mock.onResponseStart(SocketEffect.Stall.INSTANCE);
        }
        return mock.build();
    }
}
