package dev.tieout.testkit.admin.internal;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanyPageTest {
    private final FakeQuickBooks qbo = FakeQuickBooks.start();

    @AfterEach
    void close() {
        qbo.close();
    }

    private FakeResponse get(String path) {
        return qbo.exchange(FakeRequest.get(path)).response();
    }

    @Test
    void aPersonSeesWhatAClientDid() throws IOException {
        String body = new Http()
                .postJson(
                        qbo,
                        DEFAULT_REALM,
                        qbo.connect(DEFAULT_REALM).accessToken(),
                        "customer",
                        "{\"DisplayName\":\"<script>alert(1)</script> & Co\"}")
                .body();
        String id = Http.member(body, "Id");

        assertThat(get("/").bodyText()).contains(DEFAULT_REALM, "POST /v3/company/");
        assertThat(get("/companies/" + DEFAULT_REALM).bodyText()).contains(">Customer</a>");
        assertThat(get("/companies/" + DEFAULT_REALM + "/Customer").bodyText())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co")
                .doesNotContain("<script>");
        assertThat(get("/companies/" + DEFAULT_REALM + "/Customer/" + id).bodyText())
                .contains("<th>DisplayName</th>")
                .doesNotContain("<script>");
    }

    @Test
    void unknownThingsAreNotFound() {
        assertThat(get("/companies/1").status()).isEqualTo(404);
        assertThat(get("/companies").status()).isEqualTo(404);
        assertThat(get("/companies/" + DEFAULT_REALM + "/Customer/4711").status())
                .isEqualTo(404);
        assertThat(get("/companies/" + DEFAULT_REALM + "/Nonsense").bodyText()).contains("0 records");
        assertThat(get("/nonsense").status()).isEqualTo(404);
    }

    @Test
    void dumpHoldsTheRecordsAsQueryAnswers() throws IOException {
        new Http()
                .postJson(
                        qbo,
                        DEFAULT_REALM,
                        qbo.connect(DEFAULT_REALM).accessToken(),
                        "customer",
                        "{\"DisplayName\":\"Ada\"}");

        assertThat(get("/_fake/dump").bodyText())
                .startsWith("{\"" + DEFAULT_REALM + "\":{")
                .contains("\"Customer\":[{\"QueryResponse\":{\"Customer\":[{", "\"DisplayName\":\"Ada\"");
        assertThat(get("/_fake/dump?realm=1").bodyText()).isEqualTo("{}\n");
    }
}
