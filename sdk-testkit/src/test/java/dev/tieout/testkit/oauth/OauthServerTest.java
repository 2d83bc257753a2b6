package dev.tieout.testkit.oauth;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OauthServerTest {
    private static final String CALLBACK = "https://app.test/callback";

    private final FakeQuickBooks qbo = FakeQuickBooks.builder()
            .company(DEFAULT_REALM)
            .company("9341452000000002")
            .app(FakeQuickBooks.CLIENT_ID, FakeQuickBooks.CLIENT_SECRET)
            .app("other-id", "other-secret")
            .redirectUri(CALLBACK)
            .start();
    private final Http http = new Http();

    @AfterEach
    void close() {
        qbo.close();
    }

    private URI authorize(String scope) {
        return URI.create(qbo.authorizeUrl() + "?"
                + Http.encode(Map.of(
                        "client_id",
                        qbo.clientId(),
                        "response_type",
                        "code",
                        "scope",
                        scope,
                        "redirect_uri",
                        CALLBACK,
                        "state",
                        "s&1")));
    }

    private String code() {
        return queryOf(qbo.approve(authorize("com.intuit.quickbooks.accounting openid"), DEFAULT_REALM), "code");
    }

    private static String queryOf(URI uri, String name) {
        for (String pair : uri.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("no " + name + " in the callback");
    }

    private HttpResponse<String> exchange(String code) throws IOException {
        return http.token(qbo, Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
    }

    private int statusOf(String accessToken) throws IOException {
        return http.api(qbo, DEFAULT_REALM, accessToken, "companyinfo/" + DEFAULT_REALM)
                .statusCode();
    }

    @Test
    void consentLeadsToTokensThatOpenTheCompany() throws IOException {
        URI callback = qbo.approve(authorize("com.intuit.quickbooks.accounting"), DEFAULT_REALM);
        assertThat(callback.toString())
                .startsWith(CALLBACK + "?code=")
                .contains("state=s%261&realmId=" + DEFAULT_REALM);

        HttpResponse<String> tokens = exchange(queryOf(callback, "code"));

        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(tokens.headers().firstValue("content-type")).contains("application/json;charset=UTF-8");
        assertThat(tokens.headers().firstValue("cache-control")).contains("no-cache, no-store");
        assertThat(tokens.headers().firstValue("intuit_tid")).isPresent();
        assertThat(Http.member(tokens.body(), "token_type")).isEqualTo("bearer");
        assertThat(Http.member(tokens.body(), "expires_in")).isEqualTo("3600");
        assertThat(Http.member(tokens.body(), "x_refresh_token_expires_in")).isEqualTo("8726400");
        assertThat(tokens.body()).doesNotContain("id_token", "hard_expires");
        assertThat(statusOf(Http.member(tokens.body(), "access_token"))).isEqualTo(200);
    }

    @Test
    void refusalComesBackWithTheState() {
        assertThat(qbo.deny(authorize("openid"))).hasToString(CALLBACK + "?error=access_denied&state=s%261");
    }

    @Test
    void unknownScopeComesBackAsInvalidScope() throws IOException {
        HttpResponse<String> answer = http.get(authorize("everything"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).contains(CALLBACK + "?error=invalid_scope&state=s%261");
    }

    @Test
    void authorizeShowsAPageThatOffersEachCompany() throws IOException {
        HttpResponse<String> page = http.get(authorize("com.intuit.quickbooks.accounting"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(DEFAULT_REALM, "9341452000000002", "value=\"connect\"", "value=\"deny\"", "s&amp;1");
    }

    @Test
    void thePagesFormConnectsThePickedCompany() throws IOException {
        HttpResponse<String> answer = http.form(
                qbo.authorizeUrl(),
                Map.of(
                        "client_id", qbo.clientId(),
                        "response_type", "code",
                        "scope", "com.intuit.quickbooks.accounting",
                        "redirect_uri", CALLBACK,
                        "state", "1",
                        "decision", "connect",
                        "realm", "9341452000000002"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("realmId=9341452000000002");
    }

    @Test
    void redirectUriMustEqualTheRegisteredOne() throws IOException {
        URI other = URI.create(authorize("openid").toString().replace("callback", "callback%2F"));

        assertThat(http.get(other).statusCode()).isEqualTo(400);
        assertThatThrownBy(() -> qbo.approve(other, DEFAULT_REALM)).hasMessageContaining("redirect_uri");
    }

    @Test
    void aRequestWithoutStateIsRefused() throws IOException {
        URI without = URI.create(authorize("openid").toString().replaceAll("state=[^&]*", "state="));

        assertThat(http.get(without).statusCode()).isEqualTo(400);
    }

    @Test
    void secondExchangeIsRefusedAndKillsTheFirst() throws IOException {
        String code = code();
        String access = Http.member(exchange(code).body(), "access_token");

        HttpResponse<String> second = exchange(code);

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(statusOf(access)).isEqualTo(401);
    }

    @Test
    void secondExchangeLeavesTheFirstAliveWhenSwitchedOff() throws IOException {
        qbo.oauth().revokeOnDoubleExchange(false);
        String code = code();
        String access = Http.member(exchange(code).body(), "access_token");

        assertThat(exchange(code).statusCode()).isEqualTo(400);
        assertThat(statusOf(access)).isEqualTo(200);
    }

    @Test
    void codeDiesAfterTenMinutes() throws IOException {
        String code = code();
        qbo.clock().advance(Duration.ofMinutes(10));

        assertThat(exchange(code).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void wrongSecretIsInvalidClient() throws IOException {
        HttpResponse<String> answer = http.form(
                qbo.tokenUrl(),
                Map.of("grant_type", "refresh_token", "refresh_token", "x"),
                "Authorization",
                Http.basic(qbo.clientId(), "wrong"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void clientMayAuthenticateInTheForm() throws IOException {
        HttpResponse<String> answer = http.form(
                qbo.tokenUrl(),
                Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", qbo.connect(DEFAULT_REALM).refreshToken(),
                        "client_id", qbo.clientId(),
                        "client_secret", qbo.clientSecret()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void unknownGrantTypeAndMissingParametersAreNamed() throws IOException {
        assertThat(http.token(qbo, Map.of("grant_type", "password")).body())
                .isEqualTo("{\"error\":\"unsupported_grant_type\"}");
        assertThat(http.token(qbo, Map.of("grant_type", "refresh_token")).body())
                .contains("invalid_request");
        assertThat(http.token(qbo, Map.of()).body()).contains("invalid_request");
        assertThat(http.get(qbo.tokenUrl()).statusCode()).isEqualTo(405);
    }

    @Test
    void accessTokenExpiresAfterAnHourWithTheRecordedFault() throws IOException {
        String access = qbo.connect(DEFAULT_REALM).accessToken();
        qbo.clock().advance(Duration.ofSeconds(3599));
        assertThat(statusOf(access)).isEqualTo(200);
        qbo.clock().advance(Duration.ofSeconds(1));

        HttpResponse<String> answer = http.api(qbo, DEFAULT_REALM, access, "companyinfo/" + DEFAULT_REALM);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"3200\"");
        assertThat(answer.headers().firstValue("www-authenticate"))
                .contains("Bearer realm=\"Intuit\", error=\"invalid_token\"");
    }

    @Test
    void missingAndMadeUpTokensAreRefused() throws IOException {
        assertThat(statusOf("x")).isEqualTo(401);
        assertThat(http.get(qbo.baseUrl().resolve("/v3/company/" + DEFAULT_REALM + "/customer/1"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherCompanysTokenIsForbidden() throws IOException {
        HttpResponse<String> answer =
                http.api(qbo, "9341452000000002", qbo.connect(DEFAULT_REALM).accessToken(), "customer/1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"3100\"");
    }

    @Test
    void tokenWithoutTheAccountingScopeIsForbidden() throws IOException {
        URI callback = qbo.approve(authorize("openid email"), DEFAULT_REALM);
        assertThat(callback.toString()).doesNotContain("realmId");
        String access = Http.member(exchange(queryOf(callback, "code")).body(), "access_token");

        assertThat(statusOf(access)).isEqualTo(403);
        assertThat(http.get(qbo.userInfoUrl(), "Authorization", "Bearer " + access)
                        .body())
                .contains("\"sub\"", "\"emailVerified\":true")
                .doesNotContain("givenName");
    }
}
