package dev.tieout.qbo.connect.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.Priority;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.http.internal.Exchanges;
import dev.tieout.qbo.http.internal.OneShotBody;
import dev.tieout.qbo.http.internal.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Intuit's token, revocation and user info endpoints. Never follows a redirect. Thread-safe. */
public final class TokenEndpoint {
    /** What the endpoint says of a request that it understood (QuickBooks fact P1.18). */
    private static final Set<String> OAUTH_ERRORS = Set.of(
            "invalid_grant",
            "invalid_client",
            "unauthorized_client",
            "invalid_request",
            "unsupported_grant_type",
            "invalid_scope");

    private final Environment environment;
    private final AppCredentials app;
    private final Exchanges exchanges;
    private final String userAgent;

    /**
     * The endpoints of an environment.
     *
     * @param environment where they are
     * @param app who asks
     * @param exchanges what exchanges, seen by the host's listener
     * @param userAgent what the library calls itself
     */
    public TokenEndpoint(Environment environment, AppCredentials app, Exchanges exchanges, String userAgent) {
        this.environment = environment;
        this.app = app;
        this.exchanges = exchanges;
        this.userAgent = userAgent;
    }

    /**
     * What came of asking for tokens: one of the two is there.
     *
     * @param grant the tokens, or null
     * @param failure why there are none, or null
     * @param cause what broke the exchange, or null
     */
    public record Outcome(
            @Nullable TokenGrant grant,
            @Nullable FaultReport failure,
            @Nullable IOException cause) {}

    /**
     * Whom an exchange is for, as the host's listener and the log say it.
     *
     * @param tenant the firm
     * @param realm its company
     */
    public record Whose(TenantId tenant, RealmId realm) {
        private CallInfo reading(String entity) {
            return new CallInfo(tenant, realm, entity, "read", false, 1, Optional.empty(), Priority.INTERACTIVE);
        }

        private CallInfo changing(String operation, int attempt) {
            return new CallInfo(
                    tenant, realm, "token", operation, true, attempt, Optional.empty(), Priority.INTERACTIVE);
        }
    }

    /** What makes sense of an answer's body. */
    private interface Reader<T> {
        T read(Buffer body) throws IOException;
    }

    /**
     * Exchanges a code. Must be done once only: a second time may revoke the tokens of the first (QuickBooks fact
     * P1.9).
     *
     * @param whose the firm that connects
     * @param code from the callback
     * @return what came of it
     */
    public Outcome exchange(Whose whose, String code) {
        return token(
                whose.changing("exchange", 1),
                new FormBody.Builder()
                        .add("grant_type", "authorization_code")
                        .add("code", code)
                        .add("redirect_uri", app.redirectUri().toString()));
    }

    /**
     * Refreshes tokens.
     *
     * @param whose the firm
     * @param refreshToken the last one that was granted
     * @param attempt from 1
     * @return what came of it
     */
    public Outcome refresh(Whose whose, String refreshToken, int attempt) {
        return token(
                whose.changing("refresh", attempt),
                new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", refreshToken));
    }

    private Outcome token(CallInfo info, FormBody.Builder form) {
        Request request = basic(environment.tokenUrl().toString())
                // Without this header Intuit does not tell of the five-year limit (QuickBooks fact P1.17).
                .header("x-include-refresh-token-hard-expires-in", "true")
                .post(new OneShotBody(form.build()))
                .build();
        Wire.Result result = exchanges.exchange(info, request);
        if (result.failure() != null) {
            return new Outcome(null, refused(result.failure()), result.cause());
        }
        try {
            return new Outcome(grant(Json.members(result.body())), null, null);
        } catch (IOException | JsonDataException | IllegalArgumentException e) {
            return new Outcome(null, senseless(request, FaultKind.TRANSIENT), unreadable(e));
        }
    }

    /**
     * Only an OAuth error says anything about tokens or keys. Whatever else is refused here (a gateway's 401 with 3200, a
     * 400 or 403 in HTML) is a fault that passes.
     */
    private static FaultReport refused(FaultReport failure) {
        boolean named = failure.firstCode().filter(OAUTH_ERRORS::contains).isPresent();
        boolean passing = !named && failure.httpStatus() >= 400 && failure.kind() != FaultKind.THROTTLED;
        return passing ? failure.as(FaultKind.TRANSIENT) : failure;
    }

    /** An answer that is not the host's own: a proxy's page, most often. */
    private static FaultReport senseless(Request request, FaultKind kind) {
        return FaultReport.of(kind).withHost(Wire.host(request.url()));
    }

    /** Not the parser's own exception: its message may quote a token. */
    private static IOException unreadable(Exception why) {
        return new IOException(
                "the answer is not what was asked for (" + why.getClass().getSimpleName() + ")");
    }

    private static TokenGrant grant(Map<String, String> members) {
        return new TokenGrant(
                Json.text(members, "access_token"),
                Duration.ofSeconds(Long.parseLong(Json.text(members, "expires_in"))),
                Json.text(members, "refresh_token"),
                seconds(members.get("x_refresh_token_expires_in")),
                seconds(members.get("x_refresh_token_hard_expires_in")),
                members.get("id_token"));
    }

    private static @Nullable Duration seconds(@Nullable String value) {
        return value == null ? null : Duration.ofSeconds(Long.parseLong(value));
    }

    /**
     * Revokes a pair of tokens. A pair that is dead already counts as revoked (QuickBooks fact P1.29).
     *
     * @param whose the firm
     * @param token either token of the pair
     * @return why it could not be revoked, or null
     */
    public @Nullable FaultReport revoke(Whose whose, String token) {
        Buffer body = new Buffer();
        try (JsonWriter writer = JsonWriter.of(body)) {
            writer.beginObject().name("token").value(token).endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Request request = basic(environment.revokeUrl().toString())
                .post(OneShotBody.of("application/json", body.readByteArray()))
                .build();
        Wire.Result result = exchanges.exchange(whose.changing("revoke", 1), request);
        return result.status() == 400 ? null : result.failure();
    }

    /**
     * Reads who connected.
     *
     * @param whose the firm
     * @param accessToken a valid one
     * @return the members of the answer that are no objects
     * @throws QboException if it could not be read
     */
    public Map<String, String> userInfo(Whose whose, String accessToken) {
        String what = "read user info";
        Request.Builder request = new Request.Builder().header("Authorization", "Bearer " + accessToken);
        return get(whose.reading("userinfo"), environment.userInfoUrl().toString(), what, request, Json::members);
    }

    /**
     * Reads the keys of ID tokens.
     *
     * @param whose the firm that connects
     * @return by key id
     * @throws QboException if they could not be read
     */
    public Map<String, PublicKey> keys(Whose whose) {
        String what = "read the keys of ID tokens";
        return get(
                whose.reading("keys"), environment.jwksUrl().toString(), what, new Request.Builder(), IdTokens::keys);
    }

    private <T> T get(CallInfo info, String url, String what, Request.Builder builder, Reader<T> reader) {
        Request request = builder.url(HttpUrl.get(url))
                .header("Accept", "application/json")
                .header("User-Agent", userAgent)
                .build();
        Wire.Result result = exchanges.exchange(info, request);
        if (result.failure() != null) {
            throw QboException.of(what, result.failure(), result.cause());
        }
        try {
            return reader.read(result.body());
        } catch (IOException | JsonDataException e) {
            throw QboException.of(what, senseless(request, FaultKind.TRANSIENT), unreadable(e));
        }
    }

    private Request.Builder basic(String url) {
        return new Request.Builder()
                .url(HttpUrl.get(url))
                .header("Authorization", Credentials.basic(app.clientId(), app.clientSecret(), StandardCharsets.UTF_8))
                .header("Accept", "application/json")
                .header("User-Agent", userAgent);
    }
}
