package dev.tieout.testkit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a webhook body as Intuit does: base64 of HMAC-SHA256 over the raw bytes, keyed with the verifier token's text
 * (QuickBooks fact P7.8). Immutable.
 */
public final class WebhookSigner {
    private final SecretKeySpec key;

    private WebhookSigner(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * A signer for one verifier token.
     *
     * @param verifierToken the token of the app's webhook settings; not empty
     * @return the signer
     */
    public static WebhookSigner of(String verifierToken) {
        return new WebhookSigner(new SecretKeySpec(verifierToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /**
     * Signs a body.
     *
     * @param body the raw bytes, exactly as sent
     * @return the value of the {@code intuit-signature} header
     */
    public String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime must have HmacSHA256, this one has not", e);
        }
    }

    /**
     * Signs a body.
     *
     * @param body the text, sent as UTF-8
     * @return the value of the {@code intuit-signature} header
     */
    public String sign(String body) {
        return sign(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "WebhookSigner";
    }
}
