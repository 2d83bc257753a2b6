package dev.tieout.testkit.oauth;

import java.util.Set;

/**
 * An app as registered at Intuit: its keys and where it may be called back. Immutable.
 *
 * @param clientId the client id
 * @param clientSecret the client secret
 * @param redirectUris the registered redirect URIs, compared exactly; empty: any is taken
 */
public record OauthApp(String clientId, String clientSecret, Set<String> redirectUris) {
    public OauthApp {
        redirectUris = Set.copyOf(redirectUris);
    }

    /** Names the client id, never the secret. */
    @Override
    public String toString() {
        return "OauthApp[clientId=" + clientId + "]";
    }
}
