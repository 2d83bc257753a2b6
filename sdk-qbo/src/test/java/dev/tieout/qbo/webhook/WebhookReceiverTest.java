package dev.tieout.qbo.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.webhook.WebhookOutcome.Accepted;
import dev.tieout.qbo.webhook.WebhookOutcome.Reason;
import dev.tieout.qbo.webhook.WebhookOutcome.Rejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {
    private static final String TOKEN = "canary-verifier";
    private final WebhookReceiver receiver = WebhookReceiver.of(TOKEN);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String token, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(token), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private WebhookOutcome receive(String body) throws Exception {
        return receiver.receive(sign(TOKEN, bytes(body)), bytes(body));
    }

    private List<WebhookEvent> events(String body) throws Exception {
        return ((Accepted) receive(body)).events();
    }

    @Test
    void intuitsOwnSignedVectorIsAccepted() throws IOException {
        // Token and signature: QuickBooks fact P7.8.
        Path body = Path.of(System.getProperty("tieout.root", ".."), "..", "shared", "qbo", "fixtures", "protocol")
                .resolve("webhooks/legacy_signed_vector.raw.json");
        Assumptions.assumeTrue(Files.exists(body), "no shared fixtures here");
        WebhookReceiver intuits = WebhookReceiver.of("b5771f19b12ddb4bcdb9f08bdc50bc63878a");
        byte[] bytes = Files.readAllBytes(body);
        String signature = "JC2GUwciPmRBwEO7WvrRmKqu9tGOKL8FFallocTFi8Q=";
        assertThat(intuits.receive(signature, bytes)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.events()).isNotEmpty();
            assertThat(accepted.ignored()).isZero();
        });
        bytes[bytes.length - 1]++;
        assertThat(intuits.receive(signature, bytes)).isEqualTo(new Rejected(Reason.BAD_SIGNATURE));
    }

    @Test
    void recordedCloudEventsAreParsed() throws Exception {
        Path folder = Path.of(System.getProperty("tieout.root", ".."), "..", "shared", "qbo", "fixtures", "protocol");
        Path file = folder.resolve("webhooks/cloudevents_dotnet_sdk.json");
        Assumptions.assumeTrue(Files.exists(file), "no shared fixtures here");
        assertThat(events(Files.readString(file))).singleElement().satisfies(event -> {
            assertThat(event.entity()).isEqualTo("Class");
            assertThat(event.operation()).isEqualTo(WebhookOperation.CREATE);
            assertThat(event.at()).contains(Instant.parse("2025-10-07T19:59:07.034359333Z"));
        });
    }

    @Test
    void theOlderFormatIsParsedWithSeveralCompanies() throws Exception {
        List<WebhookEvent> events = events(
                "{\"eventNotifications\":[{\"dataChangeEvent\":{\"entities\":["
                        + "{\"name\":\"Customer\",\"id\":\"5\",\"operation\":\"Merge\",\"lastUpdated\":\"2016-10-05T03:09:04.000Z\",\"deletedId\":\"8\"}]},\"realmId\":\"1\"},"
                        + "{\"realmId\":\"2\",\"dataChangeEvent\":{\"entities\":[{\"name\":\"Invoice\",\"id\":\"9\",\"operation\":\"Void\",\"lastUpdated\":\"2015-10-05T14:42:19-0700\"}]}}]}");
        assertThat(events).hasSize(2);
        assertThat(events.get(0).realm()).isEqualTo(RealmId.of("1"));
        assertThat(events.get(0).deletedId()).contains(new RemoteId("8"));
        assertThat(events.get(0).operation()).isEqualTo(WebhookOperation.MERGE);
        assertThat(events.get(1).at()).contains(Instant.parse("2015-10-05T21:42:19Z"));
        assertThat(events.get(1).operation()).isEqualTo(WebhookOperation.VOID);
    }

    @ParameterizedTest
    @CsvSource({
        "qbo.salesreceipt.emailed.v1,SalesReceipt,emailed",
        "qbo.invoice.void.v1,Invoice,void",
        "qbo.invoice.voided.v1,Invoice,void",
        "qbo.changeorder.created.v1,changeorder,create",
        "qbo.companycurrency.updated.v2,CompanyCurrency,update",
        "qbo.customer.updated.v1,Customer,update",
        "qbo.newthing.frozen.v1,newthing,frozen",
        "qbo.currency.deleted.v1,CompanyCurrency,delete"
    })
    void cloudEventTypesAreSplit(String type, String entity, String operation) throws Exception {
        WebhookEvent event = events(
                        "[{\"specversion\":\"1.0\",\"id\":\"e-1\",\"type\":\"" + type
                                + "\",\"time\":\"2025-09-10T21:31:25.179851517Z\",\"intuitentityid\":\"1234\",\"intuitaccountid\":\"310687\",\"data\":{}}]")
                .get(0);
        assertThat(event.entity()).isEqualTo(entity);
        assertThat(event.operation().value()).isEqualTo(operation);
        assertThat(event.eventId()).contains("e-1");
    }

    @Test
    void aSingleCloudEventIsAcceptedToo() throws Exception {
        assertThat(
                        events(
                                "{\"specversion\":\"1.0\",\"type\":\"qbo.item.created.v1\",\"intuitentityid\":\"1\",\"intuitaccountid\":\"2\"}"))
                .hasSize(1);
    }

    @Test
    void oneBadEventDoesNotCostTheOthers() throws Exception {
        assertThat(
                        receive(
                                "[{\"type\":\"qbo.item.created.v1\",\"intuitentityid\":\"x\",\"intuitaccountid\":\"2\"},7,"
                                        + "{\"type\":\"other\"},{\"type\":\"qbo.item.created.v1\",\"intuitentityid\":\"1\",\"intuitaccountid\":\"2\"}]"))
                .isInstanceOfSatisfying(Accepted.class, accepted -> {
                    assertThat(accepted.events()).hasSize(1);
                    assertThat(accepted.ignored()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "null",
                "7",
                "[{\"type\":",
                "{\"eventNotifications\":{}}",
                "[]x",
                "\u0000",
                "{\"eventNotifications\":[{\"dataChangeEvent\":{\"entities\":[\"realmId\"}"
            })
    void malformedBodiesAreRejected(String body) throws Exception {
        assertThat(receive(body)).isEqualTo(new Rejected(Reason.MALFORMED));
    }

    @Test
    void whateverIsSignedIsAnsweredWith200SoThatIntuitHoldsNothingBack() throws Exception {
        assertThat(receive("[{\"type\":\"qbo.newthing.created.v9.more\"},{\"type\":\"other.kind\"}]"))
                .isEqualTo(new Accepted(List.of(), 2));
        assertThat(Reason.MALFORMED.status()).isEqualTo(200);
        assertThat(Reason.BAD_SIGNATURE.status()).isEqualTo(401);
        assertThat(Reason.NOT_SIGNED.status()).isEqualTo(401);
    }

    @Test
    void deepNestingIsMalformed() throws Exception {
        assertThat(receive("[".repeat(100_000))).isEqualTo(new Rejected(Reason.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not base64!", "AAAA"})
    void otherSignaturesAreRejectedBeforeParsing(String signature) {
        assertThat(receiver.receive(signature, bytes("[")))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason().status()).isEqualTo(401));
    }

    @Test
    void aMissingSignatureIsRejected() {
        assertThat(receiver.receive(null, bytes("[]"))).isEqualTo(new Rejected(Reason.NOT_SIGNED));
    }

    @Test
    void bothTokensAreGoodWhileOneReplacesTheOther() throws Exception {
        WebhookReceiver both = WebhookReceiver.of("new-token", TOKEN);
        byte[] body = bytes("[]");
        assertThat(both.receive(sign(TOKEN, body), body)).isInstanceOf(Accepted.class);
        assertThat(both.receive(sign("new-token", body), body)).isInstanceOf(Accepted.class);
        assertThat(both.receive(sign("third", body), body)).isEqualTo(new Rejected(Reason.BAD_SIGNATURE));
    }

    @Test
    void aBodyOverTheLimitIsNotEvenHashed() {
        assertThat(receiver.withLargestBody(3).receive("x", bytes("[  ]"))).isEqualTo(new Rejected(Reason.TOO_LARGE));
    }

    @Test
    void tokensAreNotShownAndBlankOnesRefused() {
        assertThat(receiver.toString()).doesNotContain("canary");
        assertThatThrownBy(() -> WebhookReceiver.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(WebhookReceiver::of).isInstanceOf(IllegalArgumentException.class);
    }
}
