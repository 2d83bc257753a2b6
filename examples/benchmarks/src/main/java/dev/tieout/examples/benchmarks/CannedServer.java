package dev.tieout.examples.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server that answers token requests, reads of a customer, and queries for all customers; it counts what it gets. */
final class CannedServer implements AutoCloseable {
    private static final Pattern SINCE = Pattern.compile("LastUpdatedTime >= '([^']+)'");
    private static final Pattern START = Pattern.compile("startposition (\\d+)", Pattern.CASE_INSENSITIVE);
    private static final int PAGE = 1000;
    private static final long SECOND = 1_000_000_000L;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int customers;
    private final long workMillis;
    private final Set<Integer> ports = new HashSet<>();
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private int inFlight;
    private int mostInFlight;
    private int mostInASecond;

    CannedServer(int customers, long workMillis) throws IOException {
        this(customers, workMillis, null);
    }

    CannedServer(int customers, long workMillis, @Nullable SSLContext tls) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.customers = customers;
        this.workMillis = workMillis;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            this.server = HttpServer.create(address, 100);
        } else {
            HttpsServer secure = HttpsServer.create(address, 100);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            this.server = secure;
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    synchronized int connections() {
        return ports.size();
    }

    synchronized int mostInFlight() {
        return mostInFlight;
    }

    synchronized int mostInASecond() {
        return mostInASecond;
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean api = exchange.getRequestURI().getPath().startsWith("/v3/");
        String posted = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (api) {
            arrived(exchange.getRemoteAddress().getPort());
        }
        byte[] body = api ? answer(exchange, posted) : tokens();
        work();
        if (api) {
            left();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void work() {
        if (workMillis > 0) {
            try {
                Thread.sleep(workMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void arrived(int port) {
        ports.add(port);
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        long now = System.nanoTime();
        lastSecond.addLast(now);
        while (lastSecond.getFirst() < now - SECOND) {
            lastSecond.removeFirst();
        }
        mostInASecond = Math.max(mostInASecond, lastSecond.size());
    }

    private synchronized void left() {
        inFlight--;
    }

    private byte[] answer(HttpExchange exchange, String posted) {
        String path = exchange.getRequestURI().getPath();
        if (!path.endsWith("/query")) {
            return CustomerJson.envelope(7);
        }
        String query = posted;
        if (query.isEmpty()) {
            query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        }
        Matcher since = SINCE.matcher(query);
        Matcher start = START.matcher(query);
        int first = since.find() ? CustomerJson.firstChangedAt(OffsetDateTime.parse(since.group(1))) : 0;
        first += start.find() ? Integer.parseInt(start.group(1)) - 1 : 0;
        return CustomerJson.page(first, Math.max(0, Math.min(PAGE, customers - first)));
    }

    private static byte[] tokens() {
        return ("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"token_type\":\"bearer\",\"expires_in\":3600,"
                        + "\"x_refresh_token_expires_in\":8726400}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
