package dev.tieout.qbo.http.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.squareup.moshi.JsonDataException;
import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.Priority;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// Longer than others: the loop and all that decides on its next step belong under one pair of eyes.
/**
 * Makes calls to the accounting API: token, turn, exchange, and again where that may help. The only place that repeats a
 * write, and only with its request id. Thread-safe.
 */
public final class Transport {
    private static final Logger log = LoggerFactory.getLogger(Transport.class);

    /** Intuit's own advice for 429, which comes without {@code Retry-After} (QuickBooks fact P4.6). */
    private static final Duration THROTTLE_PAUSE = Duration.ofMinutes(1);

    private static final int THROTTLE_JITTER_MILLIS = 5_000;

    private final HttpUrl base;
    private final Wire wire;
    private final Exchanges exchanges;
    private final AccessTokens tokens;
    private final CallSettings settings;

    /** Longer than any window or pause, so that a pace that is forgotten has nothing left to remember. */
    private final Cache<RealmId, RealmPace> paces = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    /**
     * A transport.
     *
     * @param base the API's root, ending in a slash
     * @param wire what exchanges
     * @param tokens where access comes from
     * @param settings time, pace, retries, hooks
     */
    public Transport(HttpUrl base, Wire wire, AccessTokens tokens, CallSettings settings) {
        this.base = base;
        this.wire = wire;
        this.exchanges = new Exchanges(wire, settings.listener());
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * Makes a good answer's value of its body.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads an answer.
         *
         * @param answer a good one
         * @return the value
         * @throws IOException if it is not what was asked for
         */
        T read(Answer answer) throws IOException;
    }

    /**
     * Makes a call.
     *
     * @param <T> what is read
     * @param request what is asked
     * @param reader reads a good answer; if it cannot, the call has failed for now
     * @return what was read
     * @throws QboException if it failed in the end; an {@code OutcomeUnknownException} if it is a write of which nobody
     *     can say whether it happened
     */
    public <T> T call(ApiRequest request, Reader<T> reader) {
        boolean refreshed = false;
        boolean mayHaveHappened = false;
        int attempt = 0;
        Access access = access(request);
        while (true) {
            attempt++;
            Wire.Result result = attempt(request, access, attempt, mayHaveHappened);
            if (result.failure() == null) {
                try {
                    Answer answer = new Answer(
                            access.realm(), result.body(), result.contentType(), result.intuitTid(), mayHaveHappened);
                    T value = reader.read(answer);
                    Access used = access;
                    noted(() -> tokens.worked(request.tenant(), used, request.write() && !request.batch()));
                    return value;
                } catch (IOException | JsonDataException | IllegalArgumentException e) {
                    result = result.unreadable(e);
                }
            }
            FaultReport failure = Objects.requireNonNull(result.failure());
            if (!refreshed && FaultRules.tokenRefused(failure)) {
                refreshed = true;
                access = renewed(request, access, mayHaveHappened);
                continue;
            }
            mayHaveHappened |= request.write() && unknown(result, failure);
            if (!again(request, failure, attempt)) {
                throw ended(request, access, result, failure, mayHaveHappened);
            }
            if (failure.kind() != FaultKind.THROTTLED) {
                sleep(request, delay(failure, attempt), mayHaveHappened);
            }
        }
    }

    /**
     * A part of a call was refused for a reason that says something about the connection, though the call was answered.
     *
     * @param request the call
     * @param realm the company that answered
     * @param failure what happened to the part
     */
    public void refused(ApiRequest request, RealmId realm, QboException failure) {
        noted(() -> tokens.failed(request.tenant(), new Access(realm, ""), failure));
    }

    /**
     * A part of a call changed something.
     *
     * @param request the call
     * @param realm the company that answered
     */
    public void wrote(ApiRequest request, RealmId realm) {
        noted(() -> tokens.worked(request.tenant(), new Access(realm, ""), true));
    }

    /** The company that a call would go to. */
    private Access access(ApiRequest request) {
        Access access = tokens.current(request.tenant(), request.maxWait());
        if (request.realm() != null && !request.realm().equals(access.realm())) {
            throw QboException.of(
                    request.what() + " in company " + request.realm() + ", because the firm is connected to company "
                            + access.realm() + " by now",
                    FaultReport.of(FaultKind.REAUTHORIZE).withRequestId(request.requestId()),
                    null);
        }
        tokens.admit(request.tenant(), access, request.write());
        return access;
    }

    private Access renewed(ApiRequest request, Access access, boolean mayHaveHappened) {
        try {
            Access fresh = tokens.renewed(request.tenant(), access, request.maxWait());
            if (fresh.realm().equals(access.realm())) {
                return fresh;
            }
            throw QboException.of(request.what(), FaultReport.of(FaultKind.REAUTHORIZE), null);
        } catch (QboException e) {
            if (mayHaveHappened) {
                throw unknownOutcome(request, e.report(), e);
            }
            throw e;
        }
    }

    @SuppressWarnings("try") // the permit is held, not used
    private Wire.Result attempt(ApiRequest request, Access access, int attempt, boolean mayHaveHappened) {
        RealmPace pace = paces.get(
                access.realm(), realm -> new RealmPace(settings.pace(), settings.clock(), settings.sleeper()));
        try (RealmPace.Permit permit = pace.acquire(request.priority(), request.batch(), request.maxWait())) {
            return observed(request, access, attempt, pace);
        } catch (RealmPace.NotInTime e) {
            FaultReport report =
                    new FaultReport(FaultKind.THROTTLED, List.of(), 0, null, request.requestId(), e.waitNeeded());
            throw mayHaveHappened
                    ? unknownOutcome(request, report, null)
                    : QboException.of(request.what(), report, null);
        } catch (InterruptedException e) {
            throw interrupted(request, mayHaveHappened, e);
        }
    }

    private Wire.Result observed(ApiRequest request, Access access, int attempt, RealmPace pace) {
        CallInfo info = new CallInfo(
                request.tenant(),
                access.realm(),
                request.entity(),
                request.operation(),
                request.write(),
                attempt,
                Optional.ofNullable(request.requestId()),
                request.priority());
        Wire.Result result = exchanges.exchange(info, http(request, access));
        FaultReport failure = result.failure();
        if (failure != null && failure.kind() == FaultKind.THROTTLED) {
            pace.pause(pauseFor(failure));
        }
        return result;
    }

    private Duration pauseFor(@Nullable FaultReport failure) {
        if (failure != null && failure.retryAfter() != null) {
            return failure.retryAfter();
        }
        return THROTTLE_PAUSE.plusMillis(settings.random().nextInt(THROTTLE_JITTER_MILLIS));
    }

    private Request http(ApiRequest request, Access access) {
        HttpUrl.Builder url =
                base.newBuilder().addPathSegments("v3/company/" + access.realm().value());
        if (!request.path().isEmpty()) {
            url.addPathSegments(request.path().replace("{realm}", access.realm().value()));
        }
        request.query().forEach(url::addQueryParameter);
        Request.Builder http = new Request.Builder()
                .url(url.build())
                .header("Authorization", "Bearer " + access.token())
                .header("Accept", request.accept())
                .header("User-Agent", settings.userAgent());
        ApiRequest.@Nullable Body body = request.body();
        return body == null ? http.get().build() : http.post(body.make()).build();
    }

    /** A write whose request may have arrived and whose answer does not say what became of it. */
    private static boolean unknown(Wire.Result result, FaultReport failure) {
        if (!result.reached() || failure.kind() == FaultKind.OUTCOME_UNKNOWN) {
            return result.reached();
        }
        int status = failure.httpStatus();
        // A gateway's bare 400, 404 or 413 is no word of the books; a gate's 401, 403 and 429 are.
        boolean gate = status == 401 || status == 403 || status == 429;
        boolean refused = status >= 400
                && status < 500
                && (gate || !failure.faults().isEmpty())
                && status != 408
                && !failure.firstCode().equals(Optional.of("10000"));
        boolean cutOff = result.cause() != null;
        boolean bare = status >= 400 && status < 500 && !refused;
        return cutOff || bare || (failure.kind() == FaultKind.TRANSIENT && !refused);
    }

    private boolean again(ApiRequest request, FaultReport failure, int attempt) {
        if (attempt >= settings.retries().attempts() || wire.closed()) {
            return false;
        }
        if (failure.kind() == FaultKind.THROTTLED) {
            Duration pause = pauseFor(failure);
            return pause.compareTo(request.maxWait()) <= 0;
        }
        boolean soonEnough =
                failure.retryAfter() == null || failure.retryAfter().compareTo(request.maxWait()) <= 0;
        return soonEnough && (failure.kind() == FaultKind.TRANSIENT || attempt <= FaultRules.repeats(failure));
    }

    private Duration delay(FaultReport failure, int attempt) {
        Duration own = settings.retries().delayAfter(attempt, settings.random());
        @Nullable Duration asked = failure.retryAfter();
        return asked == null || asked.compareTo(own) < 0 ? own : asked;
    }

    private QboException ended(
            ApiRequest request, Access access, Wire.Result result, FaultReport failure, boolean mayHaveHappened) {
        FaultReport report = failure.withRequestId(request.requestId());
        QboException seen = QboException.of(request.what(), report, result.cause());
        noted(() -> tokens.failed(request.tenant(), access, seen));
        // Once an attempt may have happened, only an answer that names the outcome of this id ends it: a refusal of the
        // repeat says nothing of the first, and may be about the very record that the first made.
        return mayHaveHappened ? unknownOutcome(request, report, seen) : seen;
    }

    private static QboException unknownOutcome(ApiRequest request, FaultReport report, @Nullable Throwable cause) {
        return QboException.of(
                request.what(), report.as(FaultKind.OUTCOME_UNKNOWN).withRequestId(request.requestId()), cause);
    }

    private void sleep(ApiRequest request, Duration duration, boolean mayHaveHappened) {
        try {
            settings.sleeper().sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(request, mayHaveHappened, e);
        }
    }

    private static QboException interrupted(ApiRequest request, boolean mayHaveHappened, InterruptedException cause) {
        Thread.currentThread().interrupt();
        FaultReport report = FaultReport.of(FaultKind.TRANSIENT).withRequestId(request.requestId());
        return mayHaveHappened
                ? unknownOutcome(request, report, cause)
                : QboException.of(request.what(), report, cause);
    }

    /** The connection's health is kept beside the call: a store that fails there must not take the call's result away. */
    private static void noted(Runnable health) {
        try {
            health.run();
        } catch (RuntimeException e) {
            log.warn(
                    "The connection's health could not be stored: {}",
                    e.getClass().getName());
        }
    }

    /**
     * Fetches a file from an address that an answer gave, which carries its own permission: no token goes there.
     *
     * @param tenant whose it is
     * @param realm the company that it is of
     * @param entity the entity that it belongs to
     * @param url https, or on the API's own host
     * @return its bytes
     */
    public Buffer fetch(TenantId tenant, RealmId realm, String entity, HttpUrl url) {
        String what = "download " + entity;
        if (!url.isHttps() && !url.host().equals(base.host())) {
            throw QboException.of(what, FaultReport.of(FaultKind.BUG), null);
        }
        Request request = new Request.Builder()
                .url(url)
                .header("User-Agent", settings.userAgent())
                .build();
        CallInfo info =
                new CallInfo(tenant, realm, entity, "download", false, 1, Optional.empty(), Priority.INTERACTIVE);
        Wire.Result result = exchanges.download(info, request);
        if (result.failure() != null) {
            throw QboException.of(what, result.failure(), result.cause());
        }
        return result.body();
    }

    /**
     * The company that a firm's calls go to now.
     *
     * @param tenant the firm
     * @return the company
     * @throws QboException if there is no usable connection
     */
    public RealmId realm(TenantId tenant) {
        return tokens.current(tenant).realm();
    }
}
