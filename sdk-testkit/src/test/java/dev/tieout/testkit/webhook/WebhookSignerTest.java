package dev.tieout.testkit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WebhookSignerTest {
    /** The vector of Intuit's own SDK: fixture {@code legacy_signed_vector}. */
    @Test
    void signsLikeIntuit() throws IOException {
        Path body = Path.of(System.getProperty("tieout.root", "."))
                .resolve("../shared/qbo/fixtures/protocol/webhooks/legacy_signed_vector.raw.json");
        assumeTrue(Files.exists(body), "recorded traffic is not here");

        assertThat(WebhookSigner.of("b5771f19b12ddb4bcdb9f08bdc50bc63878a").sign(Files.readAllBytes(body)))
                .isEqualTo("JC2GUwciPmRBwEO7WvrRmKqu9tGOKL8FFallocTFi8Q=");
    }

    @Test
    void textIsSignedAsUtf8AndTheTokenStaysHidden() {
        WebhookSigner signer = WebhookSigner.of("top-secret");

        assertThat(signer.sign("ü")).isEqualTo(signer.sign(new byte[] {(byte) 0xc3, (byte) 0xbc}));
        assertThat(signer).hasToString("WebhookSigner");
    }
}
