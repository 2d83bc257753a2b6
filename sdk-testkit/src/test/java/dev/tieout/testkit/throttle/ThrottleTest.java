package dev.tieout.testkit.throttle;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final TestClock clock = TestClock.at("2026-03-02T17:00:00Z");

    @Test
    void theMonthsReadsAreCountedOverAllCompaniesAndWritesGoOn() throws Exception {
        TestClock november = TestClock.at("2026-11-21T20:00:00Z");
        try (FakeQuickBooks qbo = FakeQuickBooks.builder()
                .clock(november)
                .company(DEFAULT_REALM)
                .throttling(Throttling.off().withReadsPerMonth(2))
                .start()) {
            String token = qbo.connect(DEFAULT_REALM).accessToken();
            assertThat(status(qbo, token, "GET", "query?query=select+*+from+Term"))
                    .isEqualTo(200);
            assertThat(status(qbo, token, "GET", "customer/999")).isEqualTo(400);
            assertThat(status(qbo, token, "GET", "query?query=select+*+from+Term"))
                    .isEqualTo(200);
            assertThat(status(qbo, token, "GET", "query?query=select+*+from+Term"))
                    .isEqualTo(429);
            assertThat(status(qbo, token, "POST", "customer")).isEqualTo(200);
            november.advance(Duration.ofDays(10));
            String fresh = qbo.connect(DEFAULT_REALM).accessToken();
            assertThat(status(qbo, fresh, "GET", "query?query=select+*+from+Term"))
                    .isEqualTo(200);
        }
    }

    private static int status(FakeQuickBooks qbo, String token, String method, String rest) {
        FakeHeaders headers =
                FakeHeaders.none().with("Authorization", "Bearer " + token).with("Content-Type", "application/json");
        byte[] body = "{\"DisplayName\":\"Write\"}".getBytes(StandardCharsets.UTF_8);
        String target = "/v3/company/" + DEFAULT_REALM + "/" + rest;
        return qbo.exchange(FakeRequest.of(method, target, headers, body))
                .response()
                .status();
    }

    @Test
    void tenASecondAndFiveHundredAMinute() {
        Throttle throttle = new Throttle(clock, Throttling.intuit());
        for (int second = 0; second < 50; second++) {
            for (int i = 0; i < 10; i++) {
                assertThat(throttle.admits("1", false)).isTrue();
            }
            assertThat(throttle.admits("1", false)).as("eleventh in a second").isFalse();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(throttle.admits("1", false)).as("501st in a minute").isFalse();
        assertThat(throttle.admits("2", false)).as("another company").isTrue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(throttle.admits("1", false)).isTrue();
    }

    @Test
    void fortyBatchesAMinute() {
        Throttle throttle = new Throttle(clock, Throttling.intuit());
        for (int i = 0; i < 40; i++) {
            assertThat(throttle.admits("1", true)).isTrue();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(throttle.admits("1", true)).isFalse();
        assertThat(throttle.admits("1", false)).isTrue();
    }

    @Test
    void offTakesEverythingAndNegativeLimitsAreRefused() {
        Throttle throttle = new Throttle(clock, Throttling.off());
        for (int i = 0; i < 1_000; i++) {
            assertThat(throttle.admits("1", true)).isTrue();
        }
        assertThatThrownBy(() -> new Throttling(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAnswerIsTheRecordedXmlWithoutRetryAfter() throws IOException {
        try (FakeQuickBooks qbo = FakeQuickBooks.builder()
                .company(DEFAULT_REALM)
                .throttling(new Throttling(1, 0, 0))
                .start()) {
            String token = qbo.connect(DEFAULT_REALM).accessToken();
            Http http = new Http();
            http.api(qbo, DEFAULT_REALM, token, "companyinfo/" + DEFAULT_REALM);

            HttpResponse<String> answer = http.api(qbo, DEFAULT_REALM, token, "companyinfo/" + DEFAULT_REALM);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("<IntuitResponse");
            assertThat(answer.headers().firstValue("retry-after")).isEmpty();
        }
    }
}
