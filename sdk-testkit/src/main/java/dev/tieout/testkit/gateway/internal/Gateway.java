package dev.tieout.testkit.gateway.internal;

import dev.tieout.testkit.company.BatchFaults;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.company.FaultBody;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.Faults;
import dev.tieout.testkit.fault.Outcome;
import dev.tieout.testkit.history.Call;
import dev.tieout.testkit.history.Exchange;
import dev.tieout.testkit.history.History;
import dev.tieout.testkit.oauth.OauthServer;
import dev.tieout.testkit.text.internal.Wants;
import dev.tieout.testkit.throttle.Throttle;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Everything that a request meets on its way to a company: unpacking, faults on purpose, routing, tokens, throttling;
 * and the record of it. A function of requests, time and seeds; adapters carry it over HTTP. Thread-safe.
 */
public final class Gateway {
    /** What the partner programme counts (QuickBooks facts P11.1, P11.2). */
    private static final Set<String> READS = Set.of("read", "query", "cdc", "report");

    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

    private final Companies companies;
    private final OauthServer oauth;
    private final Faults faults;
    private final Throttle throttle;
    private final History history;
    private final InstantSource clock;
    private final List<Function<FakeRequest, Optional<FakeResponse>>> pages;
    private final AtomicLong count = new AtomicLong();

    /**
     * A gateway.
     *
     * @param companies what it leads to
     * @param oauth who issues and checks tokens
     * @param faults what goes wrong on purpose
     * @param throttle the limits
     * @param history where exchanges are noted
     * @param clock the fake's clock
     * @param pages further paths, asked in order; not noted in the history
     */
    public Gateway(
            Companies companies,
            OauthServer oauth,
            Faults faults,
            Throttle throttle,
            History history,
            InstantSource clock,
            List<Function<FakeRequest, Optional<FakeResponse>>> pages) {
        this.companies = companies;
        this.oauth = oauth;
        this.faults = faults;
        this.throttle = throttle;
        this.history = history;
        this.clock = clock;
        this.pages = List.copyOf(pages);
    }

    /**
     * Answers a request. Never throws, whatever the request holds.
     *
     * @param raw the request as sent
     * @return what to send, and how
     */
    public Outcome handle(FakeRequest raw) {
        for (Function<FakeRequest, Optional<FakeResponse>> page : pages) {
            Optional<FakeResponse> answer = guarded(raw, page);
            if (answer.isPresent()) {
                return Outcome.of(answer.get());
            }
        }
        FakeRequest request = ContentCoding.unpack(raw);
        Call call = Call.of(request);
        Instant at = clock.instant();
        long number = count.incrementAndGet();
        Optional<Fault> fault = faults.strike(call, () -> BatchItems.of(request, call));
        Outcome outcome = fault.isPresent()
                ? fault.get().strike(request, () -> answer(request, call, number), at)
                : Outcome.of(answer(request, call, number));
        history.add(new Exchange(
                number, at, call, request, outcome.answered() ? outcome.response() : null, outcome.fault()));
        return outcome;
    }

    private FakeResponse answer(FakeRequest request, Call call, long number) {
        FakeResponse response =
                guarded(request, asked -> Optional.of(route(asked, call))).orElseThrow();
        return response.headers().first("intuit_tid").isPresent()
                ? response
                : response.withHeader("intuit_tid", tid(number));
    }

    private FakeResponse route(FakeRequest request, Call call) {
        if (!call.realm().isEmpty()) {
            return company(request, call);
        }
        return oauth.handle(request).orElseGet(() -> notFound());
    }

    private FakeResponse company(FakeRequest request, Call call) {
        Optional<FakeResponse> refusal = oauth.refuse(request, call.realm());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!throttle.admits(call.realm(), oauth.appOf(request), call.entity().equals("batch"))) {
            // Every full recording of this answer is XML, whatever was asked (QuickBooks facts P4).
            return FaultBody.of("3001").response(true, clock.instant());
        }
        boolean read = READS.contains(call.operation());
        if (read && !throttle.admitsRead()) {
            return FaultBody.of("3001").response(true, clock.instant());
        }
        Optional<FakeCompany> company = companies.find(call.realm());
        FakeResponse answer = company.isPresent()
                ? company.get().handle(request, inBatches(call))
                : FaultBody.of("3100").response(Wants.xml(request), clock.instant());
        if (read && answer.status() == 200) {
            throttle.countRead();
        }
        return answer;
    }

    private BatchFaults inBatches(Call call) {
        return (entity, operation) ->
                faults.strikeItem(new Call(call.realm(), entity, operation)).flatMap(Fault::inBatch);
    }

    private Optional<FakeResponse> guarded(FakeRequest request, Function<FakeRequest, Optional<FakeResponse>> action) {
        try {
            return action.apply(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the fake failed on " + request + "; its answer is fault 10000", e);
            return Optional.of(FaultBody.of("10000").response(false, clock.instant()));
        }
    }

    private static FakeResponse notFound() {
        return FakeResponse.text(
                404,
                "text/plain;charset=UTF-8",
                "Nothing is served at this path. The fake serves /v3/company/{realm}/..., /connect/oauth2,"
                        + " /oauth2/v1/tokens/bearer, /v2/oauth2/tokens/revoke, /v1/openid_connect/userinfo,"
                        + " /op/v1/jwks and /.well-known/openid_configuration.\n");
    }

    private String tid(long number) {
        return String.format(
                Locale.ROOT, "1-%08x-%024x", clock.instant().getEpochSecond(), (number * 0x9E3779B97F4A7C15L) >>> 1);
    }
}
