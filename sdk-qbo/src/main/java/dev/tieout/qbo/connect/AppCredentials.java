package dev.tieout.qbo.connect;

import dev.tieout.internal.Given;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the host's app at Intuit: from the developer portal, one pair for development and one for production.
 * Immutable; {@link #toString()} never shows the secret.
 */
public final class AppCredentials {
    private final String clientId;
    private final String clientSecret;
    private final URI redirectUri;

    private AppCredentials(String clientId, String clientSecret, URI redirectUri) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.redirectUri = redirectUri;
    }

    /**
     * Makes them of what the portal shows.
     *
     * @param clientId the client id
     * @param clientSecret the client secret
     * @param redirectUri exactly as registered: Intuit compares case, scheme and trailing slash (QuickBooks fact P1.3)
     * @return the credentials
     * @throws IllegalArgumentException if one is blank or the address is not absolute
     */
    public static AppCredentials of(String clientId, String clientSecret, URI redirectUri) {
        requireText("clientId", clientId);
        requireText("clientSecret", clientSecret);
        Given.value("redirectUri", redirectUri);
        if (!redirectUri.isAbsolute() || redirectUri.getRawFragment() != null || redirectUri.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "redirectUri must be absolute, without query and fragment, exactly as registered with Intuit");
        }
        return new AppCredentials(clientId, clientSecret, redirectUri);
    }

    /**
     * As {@link #of(String, String, URI)}, with the address as text.
     *
     * @param clientId the client id
     * @param clientSecret the client secret
     * @param redirectUri exactly as registered
     * @return the credentials
     * @throws IllegalArgumentException if one is blank or the address is not absolute
     */
    public static AppCredentials of(String clientId, String clientSecret, String redirectUri) {
        return of(clientId, clientSecret, URI.create(Given.value("redirectUri", redirectUri)));
    }

    private static void requireText(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank: copy it from the app's keys in Intuit's portal");
        }
    }

    /**
     * The client id.
     *
     * @return not secret
     */
    public String clientId() {
        return clientId;
    }

    /**
     * The client secret.
     *
     * @return secret: never log it
     */
    public String clientSecret() {
        return clientSecret;
    }

    /**
     * Where Intuit sends the browser back to.
     *
     * @return as registered
     */
    public URI redirectUri() {
        return redirectUri;
    }

    /** Names the redirect address only. */
    @Override
    public String toString() {
        return "AppCredentials[redirectUri=" + redirectUri + "]";
    }
}
