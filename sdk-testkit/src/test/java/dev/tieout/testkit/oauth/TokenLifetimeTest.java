package dev.tieout.testkit.oauth;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.exchange.FakeRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenLifetimeTest {
    private final FakeQuickBooks qbo = FakeQuickBooks.builder()
            .company(DEFAULT_REALM)
            .app(FakeQuickBooks.CLIENT_ID, FakeQuickBooks.CLIENT_SECRET)
            .app("other-id", "other-secret")
            .start();
    private final Http http = new Http();

    @AfterEach
    void close() {
        qbo.close();
    }

    private String refreshed(String token) throws IOException {
        HttpResponse<String> answer = http.refresh(qbo, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.member(answer.body(), "refresh_token");
    }

    @Test
    void refreshTokenStaysTheSameWithinADayAndChangesAfter() throws IOException {
        String first = qbo.connect(DEFAULT_REALM).refreshToken();
        qbo.clock().advance(Duration.ofHours(23));
        assertThat(refreshed(first)).isEqualTo(first);
        qbo.clock().advance(Duration.ofHours(1));

        String second = refreshed(first);

        assertThat(second).isNotEqualTo(first);
        assertThat(http.refresh(qbo, first).body())
                .isEqualTo(
                        "{\"error\":\"invalid_grant\",\"error_description\":\"Incorrect or invalid refresh token\"}");
        assertThat(refreshed(second)).isEqualTo(second);
    }

    @Test
    void rotationAtEveryRefreshCanBeSwitchedOn() throws IOException {
        qbo.oauth().rotateAlways(true);
        String first = qbo.connect(DEFAULT_REALM).refreshToken();

        assertThat(refreshed(first)).isNotEqualTo(first);
        assertThat(http.refresh(qbo, first).statusCode()).isEqualTo(400);
    }

    @Test
    void refreshGivesANewAccessTokenAndLeavesTheOldOneUntilItsHourIsOver() throws IOException {
        FakeTokens tokens = qbo.connect(DEFAULT_REALM);
        String fresh = Http.member(http.refresh(qbo, tokens.refreshToken()).body(), "access_token");

        assertThat(fresh).isNotEqualTo(tokens.accessToken());
        assertThat(status(fresh)).isEqualTo(200);
        assertThat(status(tokens.accessToken())).isEqualTo(200);
    }

    @Test
    void idleRefreshTokenExpires() throws IOException {
        String token = qbo.connect(DEFAULT_REALM).refreshToken();
        qbo.clock().advance(Duration.ofSeconds(8_726_400));

        assertThat(http.refresh(qbo, token).body()).contains("\"error\":\"invalid_grant\"");
    }

    @Test
    void eachRefreshRollsTheExpiryUntilFiveYearsAreOver() throws IOException {
        String token = qbo.connect(DEFAULT_REALM).refreshToken();
        for (int i = 0; i < 18; i++) {
            qbo.clock().advance(Duration.ofDays(100));
            token = refreshed(token);
        }
        HttpResponse<String> last = http.form(
                qbo.tokenUrl(),
                Map.of("grant_type", "refresh_token", "refresh_token", token),
                "Authorization",
                Http.basic(qbo.clientId(), qbo.clientSecret()),
                "x-include-refresh-token-hard-expires-in",
                "true");

        String left = String.valueOf(157_680_000 - 18 * 8_640_000);
        assertThat(Http.member(last.body(), "x_refresh_token_hard_expires_in")).isEqualTo(left);
        assertThat(Http.member(last.body(), "x_refresh_token_expires_in")).isEqualTo(left);
        qbo.clock().advance(Duration.ofDays(25));
        assertThat(http.refresh(qbo, token).statusCode()).isEqualTo(400);
    }

    @Test
    void anotherAppsKeysAreRefusedWithoutHarmToTheToken() throws IOException {
        String token = qbo.connect(DEFAULT_REALM).refreshToken();

        HttpResponse<String> answer = http.form(
                qbo.tokenUrl(),
                Map.of("grant_type", "refresh_token", "refresh_token", token),
                "Authorization",
                Http.basic("other-id", "other-secret"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"error_description\":\"Incorrect Token type or clientID\",\"error\":\"invalid_grant\"}");
        assertThat(refreshed(token)).isEqualTo(token);
    }

    @Test
    void anOutageLooksLikeADeadTokenAndPasses() throws IOException {
        String token = qbo.connect(DEFAULT_REALM).refreshToken();
        qbo.oauth().outage(1);

        assertThat(http.refresh(qbo, token).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(refreshed(token)).isEqualTo(token);
    }

    @Test
    void revokeKillsThePairOnceAndNeedsTheAppsKeys() throws IOException {
        FakeTokens tokens = qbo.connect(DEFAULT_REALM);
        String basic = Http.basic(qbo.clientId(), qbo.clientSecret());
        Map<String, String> form = Map.of("token", tokens.refreshToken());

        assertThat(http.form(qbo.revokeUrl(), form, "Authorization", "Bearer " + tokens.accessToken())
                        .statusCode())
                .isEqualTo(401);
        assertThat(http.form(qbo.revokeUrl(), form, "Authorization", basic).statusCode())
                .isEqualTo(200);
        assertThat(http.form(qbo.revokeUrl(), form, "Authorization", basic).statusCode())
                .isEqualTo(400);
        assertThat(status(tokens.accessToken())).isEqualTo(401);
        assertThat(http.refresh(qbo, tokens.refreshToken()).statusCode()).isEqualTo(400);
    }

    @Test
    void revokeTakesJsonToo() throws IOException {
        FakeTokens tokens = qbo.connect(DEFAULT_REALM);

        FakeRequest request =
                FakeRequest.post("/v2/oauth2/tokens/revoke", "{\"token\":\"" + tokens.accessToken() + "\"}");
        FakeRequest signed = new FakeRequest(
                request.method(),
                request.path(),
                null,
                request.headers().with("Authorization", Http.basic(qbo.clientId(), qbo.clientSecret())),
                request.body());

        assertThat(qbo.exchange(signed).response().status()).isEqualTo(200);
        assertThat(status(tokens.accessToken())).isEqualTo(401);
    }

    @Test
    void userSideDisconnectKillsAllTokensOfTheCompany() throws IOException {
        FakeTokens tokens = qbo.connect(DEFAULT_REALM);
        qbo.oauth().disconnect(DEFAULT_REALM);

        assertThat(status(tokens.accessToken())).isEqualTo(401);
        assertThat(http.refresh(qbo, tokens.refreshToken()).statusCode()).isEqualTo(400);
        assertThat(status(qbo.connect(DEFAULT_REALM).accessToken())).isEqualTo(200);
    }

    @Test
    void removedAdminGetsFault120AndRefreshDoesNotHelp() throws IOException {
        FakeTokens tokens = qbo.connect(DEFAULT_REALM);
        qbo.oauth().removeAdmin(DEFAULT_REALM);

        HttpResponse<String> answer =
                http.api(qbo, DEFAULT_REALM, tokens.accessToken(), "companyinfo/" + DEFAULT_REALM);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"120\"");
        assertThat(http.refresh(qbo, tokens.refreshToken()).statusCode()).isEqualTo(200);
        qbo.oauth().restoreAdmin(DEFAULT_REALM);
        assertThat(status(tokens.accessToken())).isEqualTo(200);
    }

    @Test
    void expiredAccessTokensLeaveTheRefreshTokenAlive() throws IOException {
        FakeTokens tokens = qbo.connect(DEFAULT_REALM);
        qbo.oauth().expireAccessTokens(DEFAULT_REALM);

        assertThat(status(tokens.accessToken())).isEqualTo(401);
        assertThat(refreshed(tokens.refreshToken())).isEqualTo(tokens.refreshToken());
    }

    @Test
    void givenTokensServeAnyAppWhenNoneIsRegistered() throws IOException {
        try (FakeQuickBooks open = FakeQuickBooks.builder()
                .company(DEFAULT_REALM)
                .anyClient()
                .tokens(DEFAULT_REALM, null, "given-refresh-token")
                .start()) {
            Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", "given-refresh-token");
            assertThat(http.form(open.tokenUrl(), form, "Authorization", Http.basic("whoever", "x"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(http.form(open.tokenUrl(), form).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void tokensNeverShowInText() {
        FakeTokens tokens = qbo.connect(DEFAULT_REALM);

        assertThat(tokens.toString())
                .contains(DEFAULT_REALM)
                .doesNotContain(tokens.accessToken(), tokens.refreshToken());
    }

    private int status(String access) throws IOException {
        return http.api(qbo, DEFAULT_REALM, access, "companyinfo/" + DEFAULT_REALM)
                .statusCode();
    }
}
