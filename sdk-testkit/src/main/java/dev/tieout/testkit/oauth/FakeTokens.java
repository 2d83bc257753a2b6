package dev.tieout.testkit.oauth;

import java.time.Instant;

/**
 * A pair of OAuth tokens as the token endpoint would have given them. Immutable.
 *
 * @param realm the company they open
 * @param accessToken for the {@code Authorization: Bearer} header
 * @param refreshToken for the next refresh
 * @param accessExpiresAt on the fake's clock
 * @param refreshExpiresAt on the fake's clock
 */
public record FakeTokens(
        String realm, String accessToken, String refreshToken, Instant accessExpiresAt, Instant refreshExpiresAt) {
    /** Names the realm and the expiries, never the tokens. */
    @Override
    public String toString() {
        return "FakeTokens[realm=" + realm + ", accessExpiresAt=" + accessExpiresAt + ", refreshExpiresAt="
                + refreshExpiresAt + "]";
    }
}
