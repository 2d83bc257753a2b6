package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A company on a clock that stands still, and words to talk to it. */
abstract class CompanyTest {
    static final String REALM = "9341450000000001";

    Instant now = Instant.parse("2026-11-21T20:00:00.123Z");
    FakeCompany company = FakeCompany.builder().clock(() -> now).build();
    final List<CompanyChange> changes = new ArrayList<>();

    @BeforeEach
    void listen() {
        company.onChange(changes::add);
    }

    void use(FakeCompany other) {
        company = other;
        company.onChange(changes::add);
    }

    void on(CompanySwitch which) {
        company.switches(company.switches().with(which));
    }

    void later() {
        now = now.plus(Duration.ofMinutes(1));
    }

    FakeResponse get(String rest) {
        return company.handle(FakeRequest.get("/v3/company/" + REALM + "/" + rest));
    }

    FakeResponse post(String rest, String json) {
        return company.handle(FakeRequest.post("/v3/company/" + REALM + "/" + rest, json.replace('`', '"')));
    }

    FakeResponse raw(String method, String rest, FakeHeaders headers, byte[] body) {
        return company.handle(FakeRequest.of(method, "/v3/company/" + REALM + "/" + rest, headers, body));
    }

    FakeResponse query(String text) {
        return get("query?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    List<JsonObject> rows(String entity, String text) {
        return ok(query(text)).objects(entity);
    }

    /** The one member of a good answer that is not the time. */
    static JsonObject ok(FakeResponse response) {
        assertThat(response.status()).as(response.bodyText()).isEqualTo(200);
        JsonObject body = body(response);
        for (String name : body.names()) {
            JsonObject member = body.object(name);
            if (member != null) {
                return member;
            }
        }
        return body;
    }

    static JsonObject body(FakeResponse response) {
        try {
            return JsonText.object(response.body());
        } catch (JsonText.Malformed malformed) {
            throw new AssertionError(malformed);
        }
    }

    JsonObject create(String entity, String json) {
        return ok(post(entity, json));
    }

    JsonObject read(String entity, String id) {
        return ok(get(entity + "/" + id));
    }

    /** The first error of a refusal. */
    static JsonObject fault(FakeResponse response, String code) {
        JsonObject fault = body(response).object("Fault");
        assertThat(fault).as(response.bodyText()).isNotNull();
        JsonObject error = fault.objects("Error").get(0);
        assertThat(error.text("code")).as(response.bodyText()).isEqualTo(code);
        assertThat(response.status()).isEqualTo(400);
        return error;
    }

    /** An invoice body of one line. */
    static String invoice(String customer, String amount) {
        return "{`CustomerRef`:{`value`:`" + customer + "`},`Line`:[{`Amount`:" + amount
                + ",`DetailType`:`SalesItemLineDetail`,`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`}}}]}";
    }

    /** A payment body that pays one invoice. */
    static String payment(String customer, String total, String invoice, String amount) {
        return "{`CustomerRef`:{`value`:`" + customer + "`},`TotalAmt`:" + total + ",`Line`:[{`Amount`:" + amount
                + ",`LinkedTxn`:[{`TxnId`:`" + invoice + "`,`TxnType`:`Invoice`}]}]}";
    }
}
