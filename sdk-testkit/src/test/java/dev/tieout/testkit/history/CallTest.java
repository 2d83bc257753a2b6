package dev.tieout.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v3/company/1/invoice/5?minorversion=75 | '' | invoice | read",
                "GET | /v3/company/1/preferences | '' | preferences | read",
                "GET | /v3/company/1/invoice/5/pdf | '' | invoice | pdf",
                "POST | /v3/company/1/invoice/5/send?sendTo=a@b.test | '' | invoice | send",
                "POST | /v3/company/1/invoice | {\"Line\":[{\"Id\":\"1\"}]} | invoice | create",
                "POST | /v3/company/1/Invoice | {\"x\":{\"Id\":1}, \"Id\" : \"5\"} | invoice | update",
                "POST | /v3/company/1/invoice | {\"a\":\"\\\"Id\\\":\"} | invoice | create",
                "POST | /v3/company/1/invoice?operation=delete | {\"Id\":\"5\"} | invoice | delete",
                "POST | /v3/company/1/invoice?operation=void& | {\"Id\":\"5\"} | invoice | void",
                "POST | /v3/company/1/payment?operation=update&include=void | {\"Id\":\"5\"} | payment | void",
                "GET | /v3/company/1/query?query=select%20*%20from%20Invoice%20where%20x='1' | '' | invoice | query",
                "POST | /v3/company/1/query | select count(*) FROM customer | customer | query",
                "GET | /v3/company/1/query?query=nonsense | '' | query | query",
                "POST | /v3/company/1/batch | {} | batch | batch",
                "GET | /v3/company/1/cdc?entities=Invoice | '' | cdc | cdc",
                "GET | /v3/company/1/reports/ProfitAndLoss | '' | reports | report",
                "POST | /v3/company/1/upload | '' | upload | upload",
            })
    void companyCallsAreNamedFromTheUrl(String method, String target, String body, String entity, String operation) {
        FakeRequest request = FakeRequest.of(method, target, FakeHeaders.none(), body.getBytes(StandardCharsets.UTF_8));

        assertThat(Call.of(request)).isEqualTo(new Call("1", entity, operation));
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth2/v1/tokens/bearer, grant_type=refresh_token, token, refresh",
        "/oauth2/v1/tokens/bearer, grant_type=authorization_code, token, exchange",
        "/v2/oauth2/tokens/revoke, '', revoke, revoke",
        "/v3/company, '', company, read",
        "/, '', '', read",
    })
    void otherCallsAreNamedToo(String path, String body, String entity, String operation) {
        FakeRequest request = FakeRequest.of("POST", path, FakeHeaders.none(), body.getBytes(StandardCharsets.UTF_8));

        assertThat(Call.of(request)).isEqualTo(new Call("", entity, operation));
    }
}
