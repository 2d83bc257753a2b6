package dev.tieout.testkit.admin.internal;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminEndpointTest {
    private final FakeQuickBooks qbo = FakeQuickBooks.builder()
            .company(DEFAULT_REALM)
            .tokens(DEFAULT_REALM, "given-access-token-of-the-test", null)
            .start();
    private final Http http = new Http();

    @AfterEach
    void close() {
        qbo.close();
    }

    private FakeResponse post(String what, String json) {
        return qbo.exchange(FakeRequest.post("/_fake/" + what, json)).response();
    }

    private FakeResponse get(String path) {
        return qbo.exchange(FakeRequest.get(path)).response();
    }

    private int status() throws IOException {
        return http.api(qbo, DEFAULT_REALM, "given-access-token-of-the-test", "companyinfo/" + DEFAULT_REALM)
                .statusCode();
    }

    @Test
    void clockIsReadMovedAndSet() throws IOException {
        assertThat(status()).isEqualTo(200);
        assertThat(post("clock", "{\"advance\":\"PT2H\"}").bodyText()).contains("2026-03-02T19:00:00Z");
        assertThat(status()).isEqualTo(401);
        assertThat(post("clock", "{\"set\":\"2026-01-01T00:00:00Z\"}").status()).isEqualTo(200);
        assertThat(get("/_fake/clock").bodyText()).contains("2026-01-01T00:00:00Z");
    }

    @Test
    void faultsAreInjectedListedAndCleared() throws IOException {
        String order = "{\"code\":\"5010\",\"entity\":\"CompanyInfo\",\"operation\":\"read\",\"nth\":2,\"times\":2}";
        assertThat(post("faults", order).status()).isEqualTo(200);

        assertThat(status()).isEqualTo(200);
        assertThat(status()).isEqualTo(400);
        assertThat(get("/_fake/faults").bodyText()).contains("fault 5010");
        qbo.exchange(FakeRequest.of("DELETE", "/_fake/faults", FakeHeaders.none(), new byte[0]));
        assertThat(status()).isEqualTo(200);
        assertThat(get("/_fake/history").bodyText()).contains("#1 GET /v3/company/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fault\":\"html503\"} | 503",
                "{\"fault\":\"throttled\"} | 429",
                "{\"text\":\"stream timeout\",\"status\":504} | 504",
                "{\"code\":6190,\"status\":200,\"xml\":true} | 200",
                "{\"fault\":\"delayed\",\"delay\":\"PT0.01S\"} | 200",
                "{\"code\":\"10000\",\"afterCommit\":true,\"always\":true} | 500",
                "{\"code\":\"10000\",\"probability\":1} | 500",
            })
    void everyFormOfAFaultCanBeOrdered(String json, int status) throws IOException {
        assertThat(post("faults", json).status()).isEqualTo(200);

        assertThat(status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults | {\"fault\":\"explode\"} | closedBeforeCommit",
                "faults | {\"falt\":\"reset\"} | unknown member falt",
                "faults | {\"code\":\"9999999\"} | 9999999",
                "faults | {\"code\":true} | code must be a text",
                "faults | {\"fault\":\"reset\",\"nth\":0} | at least 1",
                "faults | {\"fault\":\"reset\",\"nth\":\"x\"} | nth must be a number",
                "faults | {\"fault\":\"delayed\",\"delay\":\"long\"} | such as PT2S",
                "faults | [1] | must be a JSON object",
                "clock | {\"advance\":\"soon\"} | problem",
                "clock | {\"advance\":\"-PT1S\"} | forwards",
                "clock | {} | advance is missing",
                "tokens | {\"realm\":\"1\"} | no company 1",
                "webhooks | {\"url\":\"nowhere\"} | http or https",
                "webhooks | {\"url\":\"http://a.test\",\"format\":\"x\"} | problem",
                "nothing | {} | there is no nothing",
            })
    void badOrdersAreRefusedWithWhatWasExpected(String what, String json, String message) {
        FakeResponse answer = post(what, json);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.bodyText()).contains(message);
    }

    @Test
    void tokensConnectionsAndLimitsAreSteered() throws IOException {
        String realm = "{\"realm\":\"" + DEFAULT_REALM + "\"}";
        String access = Http.member(post("tokens", realm).bodyText(), "access_token");
        assertThat(http.api(qbo, DEFAULT_REALM, access, "companyinfo/" + DEFAULT_REALM)
                        .statusCode())
                .isEqualTo(200);

        post("remove-admin", realm);
        assertThat(status()).isEqualTo(401);
        post("restore-admin", realm);
        assertThat(status()).isEqualTo(200);
        post("throttling", "{\"on\":true}");
        for (int i = 0; i < 10; i++) {
            assertThat(status()).isEqualTo(200);
        }
        assertThat(status()).isEqualTo(429);
        post("throttling", "{\"on\":false}");
        post("expire-access-tokens", realm);
        assertThat(status()).isEqualTo(401);
        post("disconnect", realm);
        assertThat(post("reset", "").bodyText()).contains("\"done\":true");
        assertThat(status()).as("the given token lives again").isEqualTo(200);
        assertThat(qbo.history().all()).hasSize(1);
    }

    @Test
    void webhooksAreSubscribedAndDelivered() {
        assertThat(post(
                                "webhooks",
                                "{\"url\":\"http://127.0.0.1:9/hook\",\"entities\":[\"Invoice\"],\"format\":\"legacy\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post("webhooks/deliver", "").bodyText()).contains("\"posts\":0");
        assertThat(get("/_fake/webhooks").bodyText()).contains("\"pending\":0");
    }

    @Test
    void otherMethodsAreRefused() {
        assertThat(qbo.exchange(FakeRequest.of("PUT", "/_fake/clock", FakeHeaders.none(), new byte[0]))
                        .response()
                        .status())
                .isEqualTo(405);
        assertThat(qbo.history().all()).isEmpty();
    }
}
