package dev.tieout.testkit;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.webhook.WebhookFormat;
import dev.tieout.testkit.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FakeQuickBooksTest {
    private final Http http = new Http();

    @Test
    void changesOfACompanyBecomeSignedWebhooksMergesToo() throws Exception {
        try (FakeQuickBooks qbo = FakeQuickBooks.builder()
                .company(DEFAULT_REALM)
                .webhookFormat(WebhookFormat.LEGACY)
                .webhookVerifierToken("v")
                .start()) {
            List<String> bodies = new ArrayList<>();
            qbo.webhooks().subscribe((headers, body) -> {
                assertThat(headers)
                        .containsEntry("intuit-signature", WebhookSigner.of("v").sign(body));
                bodies.add(new String(body, StandardCharsets.UTF_8));
                return 200;
            });
            String token = qbo.connect(DEFAULT_REALM).accessToken();
            String one = Http.member(
                    http.postJson(qbo, DEFAULT_REALM, token, "customer", "{\"DisplayName\":\"One\"}")
                            .body(),
                    "Id");
            String two = Http.member(
                    http.postJson(qbo, DEFAULT_REALM, token, "customer", "{\"DisplayName\":\"Two\"}")
                            .body(),
                    "Id");
            qbo.company().inQuickBooks().change("Customer", one, Map.of("Notes", "by hand"));
            qbo.company().inQuickBooks().merge("Customer", one, two);

            assertThat(qbo.webhooks().deliver()).isEqualTo(1);

            assertThat(bodies.get(0))
                    .containsSubsequence(
                            "\"operation\":\"Create\"",
                            "\"operation\":\"Create\"",
                            "\"operation\":\"Update\"",
                            "\"operation\":\"Merge\"")
                    .contains("\"deletedId\":\"" + two + "\"");
        }
    }

    @Test
    void webhooksCanBeDeliveredByAThreadOfTheFake() throws Exception {
        try (FakeQuickBooks qbo = FakeQuickBooks.builder()
                .company(DEFAULT_REALM)
                .deliverWebhooks(true)
                .start()) {
            BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
            qbo.webhooks().subscribe((headers, body) -> {
                bodies.add(new String(body, StandardCharsets.UTF_8));
                return 200;
            });
            qbo.company().seed().customer("Ada");

            assertThat(bodies.poll(30, TimeUnit.SECONDS)).contains("qbo.customer.created.v1");
        }
    }

    @Test
    void manyClientsAtOnceGetDistinctIdsAndLoseNothing() throws Exception {
        int threads = 8;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (FakeQuickBooks qbo = FakeQuickBooks.start()) {
            String token = qbo.connect(DEFAULT_REALM).accessToken();
            List<Callable<List<String>>> clients = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                clients.add(() -> {
                    List<String> ids = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        String json = "{\"DisplayName\":\"c" + thread + "-" + i + "\"}";
                        ids.add(Http.member(
                                http.postJson(qbo, DEFAULT_REALM, token, "customer", json)
                                        .body(),
                                "Id"));
                    }
                    return ids;
                });
            }
            Set<String> ids = new HashSet<>();
            for (Future<List<String>> client : pool.invokeAll(clients)) {
                ids.addAll(client.get());
            }

            assertThat(ids).hasSize(threads * each);
            assertThat(qbo.company().all("Customer")).hasSize(threads * each);
            assertThat(qbo.history().count("customer", "create")).isEqualTo(threads * each);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void companiesOfOneFakeDoNotSeeEachOther() {
        try (FakeQuickBooks qbo =
                FakeQuickBooks.builder().company("1").company("2").start()) {
            qbo.company("1").seed().customer("Ada");

            assertThat(qbo.company("2").all("Customer")).isEmpty();
            assertThat(qbo.hasCompany("3")).isFalse();
            assertThatThrownBy(() -> qbo.company("3"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("addCompany");
            assertThat(qbo.addCompany("3")).isSameAs(qbo.company("3"));
        }
    }

    @Test
    void resetBringsBackTheCompaniesAsTheyWereBuilt() {
        try (FakeQuickBooks qbo = FakeQuickBooks.builder()
                .company(FakeCompany.builder().realmId("1"))
                .start()) {
            int customers = qbo.company("1").all("Customer").size();
            qbo.company("1").seed().customer("Ada");
            qbo.addCompany("2");
            qbo.reset();

            assertThat(qbo.company("1").all("Customer")).hasSize(customers);
            assertThat(qbo.hasCompany("2")).isFalse();
            assertThat(qbo.webhooks().pending()).isZero();
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (FakeQuickBooks qbo = FakeQuickBooks.start()) {
            assertThatThrownBy(() -> FakeQuickBooks.builder()
                            .port(qbo.baseUrl().getPort())
                            .start())
                    .hasMessageContaining("choose another or 0");
            assertThatThrownBy(() -> FakeQuickBooks.builder()
                            .plainServer()
                            .port(qbo.baseUrl().getPort())
                            .start())
                    .hasMessageContaining("choose another or 0");
        }
    }
}
