package dev.tieout.qbo.http.internal;

import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges that are seen: each is told to the listener and has a line in the log. Thread-safe. */
public final class Exchanges {
    /** A name that hosts can rely on, wherever the class moves. */
    private static final Logger log = LoggerFactory.getLogger("dev.tieout.qbo.calls");

    private final Wire wire;
    private final CallListener listener;

    /**
     * Exchanges over a wire.
     *
     * @param wire what exchanges
     * @param listener who is told
     */
    public Exchanges(Wire wire, CallListener listener) {
        this.wire = wire;
        this.listener = listener;
    }

    /**
     * Sends once.
     *
     * @param info what it is, for listener and log
     * @param request what is sent
     * @return what came of it; never throws for what the network or the server does
     */
    public Wire.Result exchange(CallInfo info, Request request) {
        return observed(info, request, true);
    }

    /**
     * Fetches a file, in which nothing is looked for if the status is good.
     *
     * @param info what it is, for listener and log
     * @param request what is fetched
     * @return what came of it
     */
    Wire.Result download(CallInfo info, Request request) {
        return observed(info, request, false);
    }

    private Wire.Result observed(CallInfo info, Request request, boolean faultsInGoodAnswers) {
        tell(() -> listener.started(info));
        long start = System.nanoTime();
        Wire.Result result = faultsInGoodAnswers ? wire.exchange(request) : wire.download(request);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Optional<FaultKind> failure = Optional.ofNullable(result.failure()).map(FaultReport::kind);
        logged(info, result, took);
        tell(() -> listener.ended(
                info, new CallResult(result.status(), took, Optional.ofNullable(result.intuitTid()), failure)));
        return result;
    }

    private static void logged(CallInfo info, Wire.Result result, Duration took) {
        if (log.isDebugEnabled()) {
            log.debug(
                    "call tenant={} realm={} entity={} operation={} attempt={} request_id={} status={} failure={} ms={}"
                            + " intuit_tid={}",
                    info.tenant(),
                    info.realm(),
                    info.entity(),
                    info.operation(),
                    info.attempt(),
                    info.requestId().orElse(""),
                    result.status(),
                    result.failure() == null ? "" : result.failure().kind(),
                    took.toMillis(),
                    result.intuitTid());
        }
    }

    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            log.warn("A CallListener threw {}; the call goes on", e.getClass().getName());
        }
    }
}
