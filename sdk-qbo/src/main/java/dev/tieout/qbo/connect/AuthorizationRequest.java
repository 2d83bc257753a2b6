package dev.tieout.qbo.connect;

import java.net.URI;

/**
 * Where to send the user's browser so that it may consent. Immutable.
 *
 * @param url Intuit's consent page with all parameters
 * @param state a random value: keep it in the user's session and hand it to {@link Connections#complete}
 */
public record AuthorizationRequest(URI url, String state) {
    /** Names the server only: the state is a secret of the session. */
    @Override
    public String toString() {
        return "AuthorizationRequest[" + url.getHost() + "]";
    }
}
