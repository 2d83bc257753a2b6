package dev.tieout.testkit.admin.internal;

import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.oauth.FakeTokens;
import dev.tieout.testkit.text.internal.JsonText;
import dev.tieout.testkit.throttle.Throttling;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /_fake/…}: steers the fake from outside its process, in small JSON bodies. No credentials are asked. */
public final class AdminEndpoint {
    private static final String PREFIX = "/_fake/";

    private final Parts parts;

    /**
     * An endpoint.
     *
     * @param parts what it steers
     */
    public AdminEndpoint(Parts parts) {
        this.parts = parts;
    }

    /**
     * Answers a request to the admin endpoint.
     *
     * @param request the request
     * @return the answer, or empty if the path is none of this endpoint's
     */
    public Optional<FakeResponse> handle(FakeRequest request) {
        if (!request.path().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String what = request.path().substring(PREFIX.length());
        try {
            return Optional.of(
                    switch (request.method()) {
                        case "GET" -> get(what, request);
                        case "POST" -> post(what, body(request));
                        case "DELETE" -> delete(what);
                        default -> problem(405, "only GET, POST and DELETE are known here");
                    });
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.of(problem(400, String.valueOf(e.getMessage())));
        }
    }

    private FakeResponse get(String what, FakeRequest request) {
        return switch (what) {
            case "clock" -> answer("now", parts.clock().instant().toString());
            case "faults" -> answer("pending", parts.faults().pending());
            case "history" ->
                answer(
                        "requests",
                        parts.history().all().stream().map(Object::toString).toList());
            case "webhooks" ->
                answer(
                        "pending", parts.webhooks().pending(),
                        "deliveries",
                                parts.webhooks().deliveries().stream()
                                        .map(Object::toString)
                                        .toList());
            case "dump" -> FakeResponse.json(200, Dump.of(parts.companies().all(), request.parameter("realm")));
            default -> unknown(what);
        };
    }

    private FakeResponse post(String what, Map<String, Object> body) {
        return switch (what) {
            case "reset" -> reset();
            case "clock" -> clock(body);
            case "faults" -> fault(body);
            case "tokens" -> tokens(text(body, "realm"));
            case "disconnect" -> done(() -> parts.oauth().disconnect(text(body, "realm")));
            case "expire-access-tokens" -> done(() -> parts.oauth().expireAccessTokens(text(body, "realm")));
            case "remove-admin" -> done(() -> parts.oauth().removeAdmin(text(body, "realm")));
            case "restore-admin" -> done(() -> parts.oauth().restoreAdmin(text(body, "realm")));
            case "throttling" -> throttling(body);
            case "webhooks" -> subscribe(body);
            case "webhooks/deliver" -> answer("posts", parts.webhooks().deliver());
            default -> unknown(what);
        };
    }

    private FakeResponse delete(String what) {
        return switch (what) {
            case "faults" -> done(() -> parts.faults().clear());
            case "history" -> done(() -> parts.history().clear());
            default -> unknown(what);
        };
    }

    private FakeResponse reset() {
        return done(parts.reset());
    }

    private FakeResponse clock(Map<String, Object> body) {
        if (!(parts.clock() instanceof TestClock clock)) {
            throw new IllegalArgumentException(
                    "this fake's clock belongs to its program and cannot be moved from here");
        }
        if (body.containsKey("set")) {
            clock.set(Instant.parse(text(body, "set")));
        } else {
            clock.advance(Duration.parse(text(body, "advance")));
        }
        return answer("now", clock.instant().toString());
    }

    private FakeResponse fault(Map<String, Object> body) {
        FaultOrder order = FaultOrder.of(body);
        parts.faults().add(order.rule(), order.fault());
        return answer("pending", parts.faults().pending());
    }

    private FakeResponse tokens(String realm) {
        if (parts.companies().find(realm).isEmpty()) {
            throw new IllegalArgumentException("there is no company " + realm);
        }
        FakeTokens tokens = parts.oauth().connect(realm);
        return answer("realm", realm, "access_token", tokens.accessToken(), "refresh_token", tokens.refreshToken());
    }

    private FakeResponse throttling(Map<String, Object> body) {
        boolean on = Boolean.TRUE.equals(body.get("on"));
        parts.throttle().limits(on ? Throttling.intuit() : Throttling.off());
        return answer("on", on);
    }

    private FakeResponse subscribe(Map<String, Object> body) {
        if (body.get("format") instanceof String format) {
            parts.webhooks().format(WebhookFormat.valueOf(format.toUpperCase(Locale.ROOT)));
        }
        URI endpoint = URI.create(text(body, "url"));
        List<?> entities = body.get("entities") instanceof List<?> list ? list : List.of();
        parts.webhooks()
                .subscribe(endpoint, entities.stream().map(String::valueOf).toArray(String[]::new));
        return answer("subscribed", endpoint.toString());
    }

    private static Map<String, Object> body(FakeRequest request) {
        String text = new String(request.body(), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return Map.of();
        }
        return JsonText.readObject(text)
                .orElseThrow(() -> new IllegalArgumentException("the body must be a JSON object"));
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("the member " + name + " is missing or no text");
    }

    private static FakeResponse done(Runnable action) {
        action.run();
        return answer("done", true);
    }

    private static FakeResponse answer(Object... namesAndValues) {
        return FakeResponse.json(200, JsonText.write(JsonText.object(namesAndValues)) + "\n");
    }

    private static FakeResponse unknown(String what) {
        return problem(
                404,
                "there is no " + what
                        + "; GET clock, faults, history, webhooks, dump; POST reset, clock, faults, tokens,"
                        + " disconnect, expire-access-tokens, remove-admin, restore-admin, throttling, webhooks,"
                        + " webhooks/deliver; DELETE faults, history");
    }

    private static FakeResponse problem(int status, String text) {
        return FakeResponse.json(status, JsonText.write(JsonText.object("problem", text)) + "\n");
    }
}
