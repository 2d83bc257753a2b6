package dev.tieout.qbo.connect.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as Intuit granted them. Immutable; holds secrets.
 *
 * @param accessToken the access token
 * @param accessLifetime how long it lives
 * @param refreshToken the refresh token
 * @param refreshLifetime how long it lives unused, or null if Intuit did not say
 * @param hardLifetime how long it lives in any case, or null if Intuit did not say
 * @param idToken the ID token, or null if no OpenID scope was asked for
 */
public record TokenGrant(
        String accessToken,
        Duration accessLifetime,
        String refreshToken,
        @Nullable Duration refreshLifetime,
        @Nullable Duration hardLifetime,
        @Nullable String idToken) {
    /** What a refresh token lives if Intuit does not say (QuickBooks fact P1.15 has the number that it does say). */
    private static final Duration USUAL_REFRESH_LIFETIME = Duration.ofDays(100);

    /**
     * The tokens with their times.
     *
     * @param now when they were granted
     * @param before the tokens of before, for the limit that Intuit may leave out; or null
     * @return tokens to store
     */
    public TokenDocument.Tokens at(Instant now, TokenDocument.@Nullable Tokens before) {
        @Nullable Instant hard = before == null ? null : before.hardExpiresAt();
        return new TokenDocument.Tokens(
                accessToken,
                now.plus(accessLifetime),
                refreshToken,
                now.plus(refreshLifetime == null ? USUAL_REFRESH_LIFETIME : refreshLifetime),
                hardLifetime == null ? hard : now.plus(hardLifetime),
                now);
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return "TokenGrant[accessLifetime=" + accessLifetime + "]";
    }
}
