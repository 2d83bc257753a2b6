package dev.tieout.qbo.http.internal;

import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One exchange over HTTP: sends once, reads the whole answer, finds the faults in it. Thread-safe. */
public final class Wire implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final String CLOSED = "not sent, because the QuickBooks or Connections object was closed";

    private final HttpClients clients;
    private final Clock clock;
    private final long maxResponseBytes;
    private volatile boolean closed;

    /**
     * A wire.
     *
     * @param settings the host's HTTP client, time-outs, bounds
     */
    public Wire(CallSettings settings) {
        this.clients = HttpClients.of(settings);
        this.clock = settings.clock();
        this.maxResponseBytes = settings.maxResponseBytes();
    }

    /**
     * What came of it: either a body or a failure.
     *
     * @param status the HTTP status; 0 if no answer came
     * @param body the body, also of a failure; empty if no answer came
     * @param contentType as the server said, may be empty
     * @param intuitTid Intuit's id of the request, or null
     * @param failure what failed, or null
     * @param reached whether the request may have reached the server
     * @param cause what broke the exchange, or null
     */
    public record Result(
            int status,
            Buffer body,
            String contentType,
            @Nullable String intuitTid,
            @Nullable FaultReport failure,
            boolean reached,
            @Nullable IOException cause) {
        /**
         * The same exchange, whose body turned out to make no sense.
         *
         * @param why what the parser said
         * @return a failure that may pass
         */
        Result unreadable(Exception why) {
            FaultReport report = new FaultReport(FaultKind.TRANSIENT, List.of(), status, intuitTid, null, null);
            // Not the parser's own exception: its message may quote the books.
            IOException cause = new IOException(
                    "the answer is not what was asked for (" + why.getClass().getSimpleName() + ")");
            return new Result(status, body, contentType, intuitTid, report, true, cause);
        }
    }

    /**
     * Sends once.
     *
     * @param request what is sent
     * @return what came of it; never throws for what the network or the server does
     */
    public Result exchange(Request request) {
        return exchange(request, true);
    }

    /**
     * Fetches a file, in which nothing is looked for if the status is good.
     *
     * @param request what is fetched
     * @return what came of it
     */
    Result download(Request request) {
        return exchange(request, false);
    }

    private Result exchange(Request request, boolean faultsInGoodAnswers) {
        int status = 0;
        @Nullable String tid = null;
        if (closed) {
            // A failure like any of the network, and no exception: what was under way keeps its state and may go on
            // later.
            return broken(request, FaultKind.TRANSIENT, status, tid, false, new IOException(CLOSED));
        }
        try (Response response = clients.call(request).execute()) {
            status = response.code();
            tid = response.header("intuit_tid");
            Buffer body = Bodies.read(response, maxResponseBytes);
            String type = response.header("Content-Type", "");
            List<QboFault> faults =
                    response.isSuccessful() && !faultsInGoodAnswers ? List.of() : FaultReader.read(body, status);
            boolean good = response.isSuccessful() && faults.isEmpty();
            @Nullable
            FaultReport failure =
                    good ? null : FaultRules.report(faults, status, tid, retryAfter(KeptRetryAfter.of(response)));
            return new Result(status, body, type == null ? "" : type, tid, failure, true, null);
        } catch (Bodies.TooLarge e) {
            return broken(request, FaultKind.BUG, status, tid, true, e);
        } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
            return broken(request, FaultKind.CONFIGURATION, status, tid, false, e);
        } catch (UnknownHostException | ConnectException | NoRouteToHostException e) {
            return broken(request, FaultKind.TRANSIENT, status, tid, false, e);
        } catch (IOException e) {
            return broken(request, FaultKind.TRANSIENT, status, tid, true, e);
        } finally {
            if (closed) {
                // Closed while this was under way: its connection has come back to the pool since.
                clients.close();
            }
        }
    }

    /**
     * Whether it was closed, so that no further try can help.
     *
     * @return true for good
     */
    boolean closed() {
        return closed;
    }

    /** Ends the connections that are idle now, and the others once their exchange is over. May be called twice. */
    @Override
    public void close() {
        closed = true;
        clients.close();
    }

    private static Result broken(
            Request request, FaultKind kind, int status, @Nullable String tid, boolean reached, IOException cause) {
        FaultReport report = new FaultReport(kind, List.of(), status, tid, null, null).withHost(host(request.url()));
        return new Result(status, new Buffer(), "", tid, report, reached, cause);
    }

    /**
     * The host of an address, as messages name it: nothing of its path or query, which may hold secrets.
     *
     * @param url where a request goes
     * @return the host, with its port unless it is the usual one
     */
    public static String host(HttpUrl url) {
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return usual ? url.host() : url.host() + ":" + url.port();
    }

    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Duration asked = header.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header.trim()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(header.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
