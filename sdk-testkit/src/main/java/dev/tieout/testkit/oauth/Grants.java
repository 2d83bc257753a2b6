package dev.tieout.testkit.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Codes, grants and tokens, and the rules by which they live and die (QuickBooks facts P1.9, P1.18, P1.22 to P1.24,
 * P1.29). Thread-safe.
 */
final class Grants {
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration ROTATION = Duration.ofDays(1);
    private static final int ACCESS_TOKENS_BEFORE_SWEEP = 10_000;

    private static final class Code {
        final Grant grant;
        final String redirectUri;
        final Instant expiresAt;
        boolean used;

        Code(Grant grant, String redirectUri, Instant expiresAt) {
            this.grant = grant;
            this.redirectUri = redirectUri;
            this.expiresAt = expiresAt;
        }
    }

    private record Access(Grant grant, Instant expiresAt) {}

    /** What an access token opens, as of one moment. */
    record Opened(Grant grant, boolean expired, boolean dead) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final TokenText text;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Grant> byRefreshToken = new HashMap<>();
    private final Map<String, Access> byAccessToken = new HashMap<>();
    private final Set<String> adminRemoved = new HashSet<>();
    private int outageCalls;
    private boolean revokeOnDoubleExchange = true;
    private boolean rotateAlways;

    Grants(InstantSource clock, long seed) {
        this.clock = clock;
        this.text = new TokenText(seed);
    }

    String newCode(String realm, String clientId, Set<String> scopes, String redirectUri) {
        return locked(() -> {
            Instant now = clock.instant();
            String code = text.code(now);
            Grant grant = new Grant(realm, clientId, scopes, now, text.refresh(now));
            codes.put(code, new Code(grant, redirectUri, now.plus(CODE_LIFE)));
            return code;
        });
    }

    Issued issue(String realm, String clientId, Set<String> scopes) {
        return locked(() -> {
            Instant now = clock.instant();
            Grant grant = new Grant(realm, clientId, scopes, now, text.refresh(now));
            byRefreshToken.put(grant.refreshToken, grant);
            return open(grant, text.access(), now);
        });
    }

    /** Takes given texts for tokens, as a standalone program is told to. */
    void adopt(String realm, String clientId, Set<String> scopes, @Nullable String access, @Nullable String refresh) {
        locked(() -> {
            Instant now = clock.instant();
            Grant grant = new Grant(realm, clientId, scopes, now, refresh == null ? text.refresh(now) : refresh);
            byRefreshToken.put(grant.refreshToken, grant);
            return open(grant, access == null ? text.access() : access, now);
        });
    }

    Issued exchange(String code, @Nullable String redirectUri, String clientId) throws TokenRefused {
        lock.lock();
        try {
            refuseInOutage();
            @Nullable Code stored = codes.get(code);
            if (stored == null || !stored.grant.isFor(clientId)) {
                throw TokenRefused.invalidGrant(null);
            }
            if (stored.used) {
                stored.grant.dead = stored.grant.dead || revokeOnDoubleExchange;
                throw TokenRefused.invalidGrant(null);
            }
            Instant now = clock.instant();
            if (!now.isBefore(stored.expiresAt) || !stored.redirectUri.equals(redirectUri)) {
                throw TokenRefused.invalidGrant(null);
            }
            stored.used = true;
            byRefreshToken.put(stored.grant.refreshToken, stored.grant);
            return open(stored.grant, text.access(), now);
        } finally {
            lock.unlock();
        }
    }

    Issued refresh(String token, String clientId) throws TokenRefused {
        lock.lock();
        try {
            refuseInOutage();
            Grant grant = refreshable(token, clientId);
            Instant now = clock.instant();
            if (grant.dead || !now.isBefore(grant.refreshExpiresAt)) {
                throw TokenRefused.invalidGrant("Token has been expired or revoked.");
            }
            if (rotateAlways || !now.isBefore(grant.refreshValueSince.plus(ROTATION))) {
                grant.refreshToken = text.refresh(now);
                grant.refreshValueSince = now;
                byRefreshToken.put(grant.refreshToken, grant);
            }
            grant.extend(now);
            return open(grant, text.access(), now);
        } finally {
            lock.unlock();
        }
    }

    private Grant refreshable(String token, String clientId) throws TokenRefused {
        @Nullable Grant grant = byRefreshToken.get(token);
        if (grant == null) {
            throw TokenRefused.invalidGrant(
                    byAccessToken.containsKey(token) ? "Incorrect Token type or clientID" : "Token invalid");
        }
        if (!grant.isFor(clientId)) {
            throw TokenRefused.invalidGrant("Incorrect Token type or clientID");
        }
        if (!grant.refreshToken.equals(token)) {
            throw TokenRefused.invalidGrant("Incorrect or invalid refresh token");
        }
        return grant;
    }

    private void refuseInOutage() throws TokenRefused {
        if (outageCalls > 0) {
            outageCalls--;
            throw TokenRefused.invalidGrant(null);
        }
    }

    private Issued open(Grant grant, String access, Instant now) {
        if (byAccessToken.size() > ACCESS_TOKENS_BEFORE_SWEEP) {
            byAccessToken.values().removeIf(old -> old.expiresAt.plus(ROTATION).isBefore(now));
        }
        Instant expires = now.plus(ACCESS_LIFE);
        byAccessToken.put(access, new Access(grant, expires));
        return new Issued(
                new FakeTokens(grant.realm, access, grant.refreshToken, expires, grant.refreshExpiresAt),
                grant,
                grant.hardExpiresAt());
    }

    Optional<Opened> open(String accessToken) {
        return locked(() -> {
            @Nullable Access access = byAccessToken.get(accessToken);
            return access == null
                    ? Optional.empty()
                    : Optional.of(
                            new Opened(access.grant, !clock.instant().isBefore(access.expiresAt), access.grant.dead));
        });
    }

    /** Kills the pair that a token belongs to; {@code false} if it was dead or never alive. */
    boolean revoke(String token) {
        return locked(() -> {
            @Nullable Access access = byAccessToken.get(token);
            @Nullable Grant grant = access == null ? byRefreshToken.get(token) : access.grant;
            if (grant == null || grant.dead || (access == null && !grant.refreshToken.equals(token))) {
                return false;
            }
            grant.dead = true;
            return true;
        });
    }

    void killAll(String realm) {
        locked(() -> {
            all(grant -> grant.realm.equals(realm)).forEach(grant -> grant.dead = true);
            return true;
        });
    }

    void expireAccess(String realm) {
        locked(() -> {
            byAccessToken.replaceAll((token, access) ->
                    access.grant.realm.equals(realm) ? new Access(access.grant, Instant.MIN) : access);
            return true;
        });
    }

    void adminRemoved(String realm, boolean removed) {
        locked(() -> removed ? adminRemoved.add(realm) : adminRemoved.remove(realm));
    }

    boolean isAdminRemoved(String realm) {
        return locked(() -> adminRemoved.contains(realm));
    }

    void outage(int calls) {
        locked(() -> outageCalls = calls);
    }

    void revokeOnDoubleExchange(boolean on) {
        locked(() -> revokeOnDoubleExchange = on);
    }

    void rotateAlways(boolean on) {
        locked(() -> rotateAlways = on);
    }

    void forgetAll() {
        locked(() -> {
            codes.clear();
            byRefreshToken.clear();
            byAccessToken.clear();
            adminRemoved.clear();
            outageCalls = 0;
            return true;
        });
    }

    private List<Grant> all(Predicate<Grant> wanted) {
        List<Grant> found = new ArrayList<>(byRefreshToken.values());
        byAccessToken.values().forEach(access -> found.add(access.grant));
        found.removeIf(wanted.negate());
        return found;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
