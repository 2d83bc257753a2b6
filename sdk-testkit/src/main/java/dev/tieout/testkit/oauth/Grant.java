package dev.tieout.testkit.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One user's consent for one app and one company, with its current refresh token. Guarded by the lock of Grants. */
final class Grant {
    /** Five years: QuickBooks fact P1.26. */
    static final Duration HARD_LIMIT = Duration.ofDays(1825);

    /** What a fresh token reports: QuickBooks fact P1.15. */
    static final Duration ROLLING = Duration.ofDays(101);

    /** The client of tokens that were given from outside to a server that takes any app. */
    static final String ANY_CLIENT = "any";

    final String realm;
    final String clientId;
    final Set<String> scopes;
    final Instant since;
    String refreshToken;
    Instant refreshValueSince;
    Instant refreshExpiresAt;
    boolean dead;

    Grant(String realm, String clientId, Set<String> scopes, Instant since, String refreshToken) {
        this.realm = realm;
        this.clientId = clientId;
        this.scopes = scopes;
        this.since = since;
        this.refreshToken = refreshToken;
        this.refreshValueSince = since;
        this.refreshExpiresAt = since.plus(ROLLING);
    }

    boolean isFor(String client) {
        return clientId.equals(client) || clientId.equals(ANY_CLIENT);
    }

    Instant hardExpiresAt() {
        return since.plus(HARD_LIMIT);
    }

    void extend(Instant now) {
        Instant rolled = now.plus(ROLLING);
        refreshExpiresAt = rolled.isAfter(hardExpiresAt()) ? hardExpiresAt() : rolled;
    }
}
