package dev.tieout.testkit.oauth;

import dev.tieout.testkit.company.FaultBody;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.Wants;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fake's OAuth 2.0 and OpenID server at Intuit's paths, and what tests may do to connections behind the app's back.
 * Times are those of the fake's clock. Thread-safe.
 */
public final class OauthServer {
    private static final Set<String> ALL_SCOPES = Set.of(
            "com.intuit.quickbooks.accounting",
            "com.intuit.quickbooks.payment",
            "openid",
            "profile",
            "email",
            "phone",
            "address");

    private final Grants grants;
    private final ClientAuth clients;
    private final TokenEndpoint tokens;
    private final AuthorizeEndpoint authorize;
    private final OpenId openId = new OpenId();
    private final InstantSource clock;
    private final Supplier<URI> base;
    private final String defaultClient;

    /**
     * A server without grants.
     *
     * @param apps who may ask for tokens; empty: any credentials are taken
     * @param companies the companies that the consent page offers, names by realm
     * @param clock the fake's clock
     * @param seed what codes and tokens are made from
     * @param autoApprove whether the authorize endpoint connects the first company without asking
     * @param base where the fake listens, for the discovery document
     */
    public OauthServer(
            List<OauthApp> apps,
            Supplier<Map<String, String>> companies,
            InstantSource clock,
            long seed,
            boolean autoApprove,
            Supplier<URI> base) {
        this.clock = clock;
        this.base = base;
        defaultClient = apps.isEmpty() ? Grant.ANY_CLIENT : apps.get(0).clientId();
        grants = new Grants(clock, seed);
        clients = new ClientAuth(apps);
        tokens = new TokenEndpoint(grants, clients, openId, clock);
        authorize = new AuthorizeEndpoint(grants, clients, companies, autoApprove);
    }

    /**
     * Answers a request to one of the OAuth and OpenID paths.
     *
     * @param request the request
     * @return the answer, or empty if the path is none of this server's
     */
    public Optional<FakeResponse> handle(FakeRequest request) {
        return switch (request.path()) {
            case "/connect/oauth2" -> Optional.of(authorize.handle(request));
            case "/oauth2/v1/tokens/bearer" -> Optional.of(tokens.token(request));
            case "/v2/oauth2/tokens/revoke" -> Optional.of(tokens.revoke(request));
            case "/v1/openid_connect/userinfo" -> Optional.of(userInfo(request));
            case "/op/v1/jwks" -> Optional.of(openId.jwks());
            case "/.well-known/openid_configuration",
                    "/.well-known/openid_configuration/",
                    "/.well-known/openid_sandbox_configuration",
                    "/.well-known/openid_sandbox_configuration/" -> Optional.of(OpenId.discovery(base.get()));
            default -> Optional.empty();
        };
    }

    /**
     * Checks the bearer token of a request to a company.
     *
     * @param request the request
     * @param realm the company it names
     * @return the refusal (401 or 403, QuickBooks facts P3.9, P3.10), or empty if the token opens the company
     */
    public Optional<FakeResponse> refuse(FakeRequest request, String realm) {
        Optional<Grants.Opened> opened = bearer(request).flatMap(grants::open);
        if (opened.isEmpty() || opened.get().dead() || opened.get().expired()) {
            return Optional.of(unauthorized(request, opened.orElse(null)));
        }
        Grant grant = opened.get().grant();
        if (!grant.realm.equals(realm)) {
            return Optional.of(fault(request, FaultBody.of("3100")));
        }
        if (!grant.scopes.contains("com.intuit.quickbooks.accounting")) {
            return Optional.of(fault(request, FaultBody.of("3100", "The access token does not have sufficient scope")));
        }
        return grants.isAdminRemoved(realm) ? Optional.of(fault(request, FaultBody.of("120"))) : Optional.empty();
    }

    /**
     * The app whose token a request bears, since some limits count by app.
     *
     * @param request the request
     * @return its client id; empty if the token is unknown
     */
    public String appOf(FakeRequest request) {
        return bearer(request)
                .flatMap(grants::open)
                .map(opened -> opened.grant().clientId)
                .orElse("");
    }

    private FakeResponse userInfo(FakeRequest request) {
        return bearer(request)
                .flatMap(grants::open)
                .filter(opened -> !opened.dead()
                        && !opened.expired()
                        && opened.grant().scopes.contains("openid"))
                .map(opened -> OpenId.userInfo(opened.grant()))
                .orElseGet(() -> new FakeResponse(
                        401,
                        FakeHeaders.none().with("WWW-Authenticate", "Bearer realm=\"Intuit\", error=\"invalid_token\""),
                        new byte[0]));
    }

    private FakeResponse unauthorized(FakeRequest request, Grants.@Nullable Opened opened) {
        String token = bearer(request).orElse("");
        FaultBody body = opened != null && opened.expired()
                ? FaultBody.of("3200", "Token expired: " + token)
                : opened != null || token.isEmpty() || (token.length() >= 20 && token.length() <= 4096)
                        ? FaultBody.of("3200")
                        : FaultBody.of("3200", "Malformed bearer token: too short or too long");
        return fault(request, body).withHeader("WWW-Authenticate", "Bearer realm=\"Intuit\", error=\"invalid_token\"");
    }

    private FakeResponse fault(FakeRequest request, FaultBody body) {
        return body.response(Wants.xml(request), clock.instant());
    }

    private static Optional<String> bearer(FakeRequest request) {
        return request.headers()
                .first("Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("bearer "))
                .map(value -> value.substring(7).trim());
    }

    /**
     * Connects a company without consent page and redirect, with all scopes, for the first registered app.
     *
     * @param realm the company
     * @return a fresh pair of tokens
     */
    public FakeTokens connect(String realm) {
        return grants.issue(realm, defaultClient, ALL_SCOPES).tokens();
    }

    /**
     * Makes given texts the tokens of a company, as if the fake had issued them now.
     *
     * @param realm the company
     * @param accessToken the access token; {@code null}: one is made
     * @param refreshToken the refresh token; {@code null}: one is made
     */
    public void adopt(String realm, @Nullable String accessToken, @Nullable String refreshToken) {
        grants.adopt(realm, defaultClient, ALL_SCOPES, accessToken, refreshToken);
    }

    /**
     * What happens when an admin clicks Connect on the page of an authorization request.
     *
     * @param authorizeRequest the URL that the app sends the browser to
     * @param realm the company the admin picks
     * @return where the browser is sent back to, with code, state and realmId
     * @throws IllegalArgumentException if the fake refuses the request with a page instead
     */
    public URI approve(URI authorizeRequest, String realm) {
        return decide(authorizeRequest, "connect", realm);
    }

    /**
     * What happens when the admin declines.
     *
     * @param authorizeRequest the URL that the app sends the browser to
     * @return where the browser is sent back to, with {@code error=access_denied} and state
     * @throws IllegalArgumentException if the fake refuses the request with a page instead
     */
    public URI deny(URI authorizeRequest) {
        return decide(authorizeRequest, "deny", "");
    }

    private URI decide(URI authorizeRequest, String decision, String realm) {
        String form = authorizeRequest.getRawQuery() + "&decision=" + decision + "&realm=" + realm;
        FakeResponse answer = authorize.handle(
                FakeRequest.of("POST", "/connect/oauth2", FakeHeaders.none(), form.getBytes(StandardCharsets.UTF_8)));
        return answer.headers()
                .first("Location")
                .map(URI::create)
                .orElseThrow(() -> new IllegalArgumentException("the fake refused the authorization request: check"
                        + " client_id, redirect_uri, response_type, state, and that it has the company " + realm));
    }

    /**
     * Lets every access token of a company expire now; refresh tokens live on.
     *
     * @param realm the company
     */
    public void expireAccessTokens(String realm) {
        grants.expireAccess(realm);
    }

    /**
     * The user disconnects the app inside QuickBooks: all tokens of the company die, nobody tells the app (QuickBooks
     * fact P1.30).
     *
     *
     * @param realm the company
     */
    public void disconnect(String realm) {
        grants.killAll(realm);
    }

    /**
     * The connecting user loses admin rights: the API answers fault 120 although tokens work (QuickBooks fact P1.33).
     *
     * @param realm the company
     */
    public void removeAdmin(String realm) {
        grants.adminRemoved(realm, true);
    }

    /**
     * Takes {@link #removeAdmin} back.
     *
     * @param realm the company
     */
    public void restoreAdmin(String realm) {
        grants.adminRemoved(realm, false);
    }

    /**
     * The token endpoint has an outage that looks like a dead token: {@code invalid_grant} for good tokens, which stay
     * good (QuickBooks fact P1.20).
     *
     * @param calls how many calls it lasts; 0 ends it
     */
    public void outage(int calls) {
        grants.outage(calls);
    }

    /**
     * Whether a second exchange of a code kills the tokens of the first (QuickBooks fact P1.9). On by default.
     *
     * @param on the switch
     */
    public void revokeOnDoubleExchange(boolean on) {
        grants.revokeOnDoubleExchange(on);
    }

    /**
     * Whether each refresh gives a new refresh token at once, rather than the same one within 24 hours. Off by default.
     *
     * @param on the switch
     */
    public void rotateAlways(boolean on) {
        grants.rotateAlways(on);
    }

    /** Forgets all codes, grants and tokens. */
    public void reset() {
        grants.forgetAll();
    }
}
