package dev.tieout.qbo.webhook;

import com.squareup.moshi.JsonDataException;
import dev.tieout.internal.Given;
import dev.tieout.qbo.webhook.WebhookOutcome.Reason;
import dev.tieout.qbo.webhook.WebhookOutcome.Rejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies and parses what QuickBooks sends. No I/O, no state: the three seconds that Intuit waits are the host's.
 * Immutable, thread-safe.
 */
public final class WebhookReceiver {
    /** Intuit names no limit; this is far above anything it sends. */
    private static final int LARGEST_BODY = 4 << 20;

    private final List<byte[]> keys;
    private final int largestBody;

    private WebhookReceiver(List<byte[]> keys, int largestBody) {
        this.keys = keys;
        this.largestBody = largestBody;
    }

    /**
     * A receiver for the verifier token that Intuit's portal shows.
     *
     * @param verifierTokens one; two while Intuit changes from one to the other
     * @return a receiver of bodies up to 4 MiB
     */
    public static WebhookReceiver of(String... verifierTokens) {
        if (Given.value("verifierTokens", verifierTokens).length == 0) {
            throw new IllegalArgumentException("give the verifier token of the app's webhooks in Intuit's portal");
        }
        for (String token : verifierTokens) {
            if (token == null || token.isBlank()) {
                throw new IllegalArgumentException("a verifier token is blank: copy it from Intuit's portal");
            }
        }
        return new WebhookReceiver(
                List.of(verifierTokens).stream()
                        .map(token -> token.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                LARGEST_BODY);
    }

    /**
     * The same with another limit.
     *
     * @param bytes the largest body
     * @return a changed receiver
     */
    public WebhookReceiver withLargestBody(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("the largest body must have at least 1 byte");
        }
        return new WebhookReceiver(keys, bytes);
    }

    /**
     * Verifies a body, and parses it if it is Intuit's.
     *
     * @param signature the header {@code intuit-signature}, or null if there is none
     * @param body the bytes exactly as they came: a body that was parsed and written again has another signature
     * @return the events, or why there are none; never throws for what was sent
     */
    public WebhookOutcome receive(@Nullable String signature, byte[] body) {
        if (body.length > largestBody) {
            return new Rejected(Reason.TOO_LARGE);
        }
        if (signature == null || signature.isBlank()) {
            return new Rejected(Reason.NOT_SIGNED);
        }
        if (!signedByAny(signature, body)) {
            return new Rejected(Reason.BAD_SIGNATURE);
        }
        try {
            return new WebhookParser().parse(body);
        } catch (IOException | JsonDataException e) {
            return new Rejected(Reason.MALFORMED);
        }
    }

    private boolean signedByAny(String signature, byte[] body) {
        byte[] given;
        try {
            given = Base64.getDecoder().decode(signature.trim());
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean any = false;
        for (byte[] key : keys) {
            // No early exit, so that the time does not tell which token it was.
            any |= MessageDigest.isEqual(hmac(key, body), given);
        }
        return any;
    }

    private static byte[] hmac(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return "WebhookReceiver[tokens=" + keys.size() + "]";
    }
}
