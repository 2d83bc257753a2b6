package app.practice.tieout;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the app reaches QuickBooks.
 *
 * @param url {@code production}, {@code sandbox}, or the address of a fake
 * @param clientId the app's id at Intuit
 * @param clientSecret its secret
 * @param redirectUri where Intuit sends the user back to
 * @param webhookToken the verifier token of the webhooks
 * @param key 32 bytes in base64, which seal the tokens
 * @param worker whether this node does the background work
 */
@ConfigurationProperties("tieout")
public record TieoutProperties(
        String url, String clientId, String clientSecret, URI redirectUri, String webhookToken, String key, boolean worker) {
    /** Says which property is missing before anything is started. */
    public TieoutProperties {
        required("url", url);
        required("client-id", clientId);
        required("client-secret", clientSecret);
        required("redirect-uri", redirectUri);
        required("webhook-token", webhookToken);
        required("key", key);
    }

    private static void required(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("set tieout." + name + ": it has no default");
        }
    }

    @Override
    public String toString() {
        return "TieoutProperties[url=" + url + "]";
    }
}
