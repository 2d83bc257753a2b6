package dev.tieout.testkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanyChange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private final TestClock clock = TestClock.at("2026-03-02T17:00:00Z");
    private final Webhooks webhooks = new Webhooks(clock, "verifier", WebhookFormat.LEGACY);
    private final List<String> bodies = new ArrayList<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private int status = 200;

    private void subscribe(String... entities) {
        webhooks.subscribe(
                (fields, body) -> {
                    headers.add(fields);
                    bodies.add(new String(body, StandardCharsets.UTF_8));
                    return status;
                },
                entities);
    }

    private void change(String entity, String id, ChangeKind kind) {
        webhooks.publish(
                new CompanyChange("99", entity, id, kind, clock.instant(), kind == ChangeKind.MERGE ? "8" : null));
    }

    @Test
    void legacyBodyHasTheRecordedShapeAndASignature() {
        subscribe();
        change("Customer", "5", ChangeKind.UPDATE);
        change("Customer", "6", ChangeKind.MERGE);

        assertThat(webhooks.deliver()).isEqualTo(1);

        assertThat(bodies)
                .containsExactly("{\"eventNotifications\":[{\"realmId\":\"99\",\"dataChangeEvent\":{\"entities\":["
                        + "{\"name\":\"Customer\",\"id\":\"5\",\"operation\":\"Update\",\"lastUpdated\":"
                        + "\"2026-03-02T17:00:00.000Z\"},{\"name\":\"Customer\",\"id\":\"6\",\"operation\":\"Merge\","
                        + "\"lastUpdated\":\"2026-03-02T17:00:00.000Z\",\"deletedId\":\"8\"}]}}]}");
        assertThat(headers.get(0))
                .containsEntry("intuit-signature", WebhookSigner.of("verifier").sign(bodies.get(0)))
                .containsEntry("intuit-created-time", "2026-03-02T09:00:00-0800")
                .containsKeys("intuit-t-id", "intuit-notification-schema-version", "user-agent");
    }

    @Test
    void cloudEventsAreAnArrayWithOneEventEach() {
        webhooks.format(WebhookFormat.CLOUD_EVENTS);
        subscribe();
        change("Invoice", "7", ChangeKind.VOID);
        change("Invoice", "8", ChangeKind.CREATE);
        webhooks.deliver();

        assertThat(bodies.get(0))
                .startsWith("[{\"specversion\":\"1.0\",\"id\":\"")
                .contains(
                        "\"type\":\"qbo.invoice.voided.v1\"",
                        "\"type\":\"qbo.invoice.created.v1\"",
                        "\"time\":\"2026-03-02T17:00:00.000000000Z\"",
                        "\"intuitentityid\":\"7\",\"intuitaccountid\":\"99\",\"data\":{}}");
    }

    @Test
    void unacknowledgedNotificationBlocksLaterOnesAndIsRetriedOnSchedule() {
        subscribe();
        status = 500;
        change("Customer", "1", ChangeKind.CREATE);
        assertThat(webhooks.deliver()).isEqualTo(1);
        change("Customer", "2", ChangeKind.CREATE);
        assertThat(webhooks.deliver()).isZero();

        for (Duration wait : List.of(
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(20),
                Duration.ofHours(2),
                Duration.ofHours(4),
                Duration.ofHours(6),
                Duration.ofHours(6))) {
            clock.advance(wait.minusMillis(1));
            assertThat(webhooks.deliver()).as("before " + wait).isZero();
            clock.advance(Duration.ofMillis(1));
            assertThat(webhooks.deliver()).as("after " + wait).isEqualTo(1);
        }
        assertThat(bodies).hasSize(10).allMatch(bodies.get(0)::equals);

        status = 200;
        clock.advance(Duration.ofHours(6));
        assertThat(webhooks.deliver()).isEqualTo(2);
        assertThat(bodies.get(11)).contains("\"id\":\"2\"");
        assertThat(webhooks.pending()).isZero();
        assertThat(webhooks.deliveries()).extracting(Delivery::attempt).contains(10, 11, 1);
    }

    @Test
    void duplicateIsTheSameBodyTwice() {
        subscribe();
        webhooks.duplicateNext();
        change("Customer", "1", ChangeKind.CREATE);

        assertThat(webhooks.deliver()).isEqualTo(2);
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        change("Customer", "2", ChangeKind.CREATE);
        assertThat(webhooks.deliver()).isEqualTo(1);
    }

    @Test
    void eventsCanComeInAnotherOrderAndLate() {
        subscribe();
        webhooks.delay(Duration.ofMinutes(1));
        change("Customer", "1", ChangeKind.CREATE);
        change("Customer", "1", ChangeKind.UPDATE);
        webhooks.reorderPending();
        assertThat(webhooks.deliver()).isZero();
        clock.advance(Duration.ofMinutes(1));

        assertThat(webhooks.deliver()).isEqualTo(1);
        assertThat(bodies.get(0)).containsSubsequence("Update", "Create");
    }

    @Test
    void subscriptionMayNameEntitiesAndSomeEntitiesHaveNoWebhooks() {
        subscribe("Invoice");
        change("Customer", "1", ChangeKind.CREATE);
        change("invoice", "2", ChangeKind.CREATE);
        subscribe();
        change("TaxRate", "3", ChangeKind.CREATE);

        assertThat(webhooks.deliver()).isEqualTo(1);
        assertThat(bodies.get(0)).contains("\"id\":\"2\"").doesNotContain("\"id\":\"1\"");
    }

    @Test
    void aReceiverThatDeliversItselfDoesNotRecurse() {
        webhooks.subscribe((fields, body) -> webhooks.deliver() == 0 ? 200 : 500);
        change("Customer", "1", ChangeKind.CREATE);

        assertThat(webhooks.deliver()).isEqualTo(1);
        webhooks.reset();
        assertThat(webhooks.deliveries()).isEmpty();
    }

    @Test
    void anEndpointThatNothingCanBePostedToIsRefused() {
        for (String endpoint : new String[] {"nowhere", "ftp://a.test/x", "http:///x"}) {
            assertThatThrownBy(() -> webhooks.subscribe(URI.create(endpoint)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("http or https");
        }
    }

    @Test
    void aFailingReceiverDoesNotEndTheThreadThatDelivers() throws InterruptedException {
        BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
        webhooks.subscribe((fields, body) -> {
            delivered.add("called");
            throw new IllegalStateException("on purpose");
        });
        try (WebhookPump pump = new WebhookPump(webhooks)) {
            change("Customer", "1", ChangeKind.CREATE);
            assertThat(delivered.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(delivered.poll(30, TimeUnit.SECONDS)).as("tried again").isNotNull();
            assertThat(pump).isNotNull();
        }
    }

    @Test
    void endpointOverHttpGetsTheSignedBytes() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            headers.add(Map.of("signature", exchange.getRequestHeaders().getFirst("intuit-signature")));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            webhooks.subscribe(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"));
            change("Customer", "1", ChangeKind.CREATE);
            assertThat(webhooks.deliver()).isEqualTo(1);
        } finally {
            server.stop(0);
        }
        assertThat(headers.get(0))
                .containsEntry("signature", WebhookSigner.of("verifier").sign(bodies.get(0)));
        change("Customer", "2", ChangeKind.CREATE);
        webhooks.deliver();
        assertThat(webhooks.deliveries().get(1))
                .isEqualTo(new Delivery(
                        Instant.parse("2026-03-02T17:00:00Z"),
                        1,
                        0,
                        webhooks.deliveries().get(1).body()));
    }
}
