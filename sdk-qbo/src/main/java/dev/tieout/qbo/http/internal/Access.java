package dev.tieout.qbo.http.internal;

import dev.tieout.RealmId;

/**
 * What a call needs to be let in. Immutable.
 *
 * @param realm the company
 * @param token the access token, secret
 */
public record Access(RealmId realm, String token) {
    /** Names the company, never the token. */
    @Override
    public String toString() {
        return "Access[realm=" + realm + "]";
    }
}
