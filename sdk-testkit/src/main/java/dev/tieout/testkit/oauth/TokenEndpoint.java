package dev.tieout.testkit.oauth;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oauth2/v1/tokens/bearer} and {@code /v2/oauth2/tokens/revoke} (QuickBooks facts P1.13, P1.14, P1.18,
 * P1.29).
 */
final class TokenEndpoint {
    private static final String HARD_LIMIT_HEADER = "x-include-refresh-token-hard-expires-in";

    private final Grants grants;
    private final ClientAuth clients;
    private final OpenId openId;
    private final InstantSource clock;

    TokenEndpoint(Grants grants, ClientAuth clients, OpenId openId, InstantSource clock) {
        this.grants = grants;
        this.clients = clients;
        this.openId = openId;
        this.clock = clock;
    }

    FakeResponse token(FakeRequest request) {
        if (!request.method().equals("POST")) {
            return FakeResponse.text(405, "text/plain", "Method Not Allowed").withHeader("Allow", "POST");
        }
        FakeRequest form = ClientAuth.form(request);
        try {
            String client =
                    clients.caller(request, form).orElseThrow(() -> new TokenRefused(401, "invalid_client", null));
            Issued issued = grant(form, client);
            boolean hardLimit = request.headers()
                    .first(HARD_LIMIT_HEADER)
                    .filter(value -> value.trim().equalsIgnoreCase("true"))
                    .isPresent();
            return uncached(FakeResponse.json(200, JsonText.write(body(issued, hardLimit))));
        } catch (TokenRefused e) {
            return refusal(e);
        }
    }

    private Issued grant(FakeRequest form, String client) throws TokenRefused {
        String type = required(form, "grant_type");
        return switch (type) {
            case "authorization_code" ->
                grants.exchange(
                        required(form, "code"), form.parameter("redirect_uri").orElse(null), client);
            case "refresh_token" -> grants.refresh(required(form, "refresh_token"), client);
            default -> throw new TokenRefused(400, "unsupported_grant_type", null);
        };
    }

    private static String required(FakeRequest form, String name) throws TokenRefused {
        return form.parameter(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new TokenRefused(400, "invalid_request", "Missing parameter: " + name));
    }

    private Map<String, @Nullable Object> body(Issued issued, boolean hardLimit) {
        Instant now = clock.instant();
        FakeTokens tokens = issued.tokens();
        Map<String, @Nullable Object> body = JsonText.object(
                "token_type", "bearer",
                "expires_in", secondsUntil(tokens.accessExpiresAt(), now),
                "refresh_token", tokens.refreshToken(),
                "x_refresh_token_expires_in", secondsUntil(tokens.refreshExpiresAt(), now),
                "access_token", tokens.accessToken());
        if (hardLimit) {
            body.put("x_refresh_token_hard_expires_in", secondsUntil(issued.hardExpiresAt(), now));
        }
        if (issued.grant().scopes.contains("openid")) {
            body.put("id_token", openId.idToken(issued.grant(), now));
        }
        return body;
    }

    private static long secondsUntil(Instant end, Instant now) {
        return Duration.between(now, end).toSeconds();
    }

    FakeResponse revoke(FakeRequest request) {
        if (!request.method().equals("POST")) {
            return FakeResponse.text(405, "text/plain", "Method Not Allowed").withHeader("Allow", "POST");
        }
        FakeRequest form = ClientAuth.form(request);
        if (clients.caller(request, form).isEmpty()) {
            return refusal(new TokenRefused(401, "invalid_client", null));
        }
        Optional<String> token = JsonText.readObject(new String(request.body(), StandardCharsets.UTF_8))
                .map(body -> body.get("token"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .or(() -> form.parameter("token"));
        boolean revoked = token.isPresent() && grants.revoke(token.get());
        return new FakeResponse(revoked ? 200 : 400, FakeHeaders.none(), new byte[0]);
    }

    private static FakeResponse refusal(TokenRefused refused) {
        // The key order is that of the recorded bodies, the description's differing with its text.
        @Nullable String description = refused.description();
        Map<String, @Nullable Object> body = description == null
                ? JsonText.object("error", refused.error())
                : description.startsWith("Incorrect or")
                        ? JsonText.object("error", refused.error(), "error_description", description)
                        : JsonText.object("error_description", description, "error", refused.error());
        FakeResponse response = uncached(FakeResponse.json(refused.status(), JsonText.write(body)));
        return refused.status() == 401 ? response.withHeader("WWW-Authenticate", "Basic realm=\"Intuit\"") : response;
    }

    private static FakeResponse uncached(FakeResponse response) {
        return response.withHeader("Cache-Control", "no-cache, no-store").withHeader("Pragma", "no-cache");
    }
}
