package dev.tieout.qbo.connect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.internal.TokenDocument;
import dev.tieout.qbo.connect.internal.TokenDocument.Tokens;
import dev.tieout.qbo.connect.internal.TokenEndpoint;
import dev.tieout.qbo.connect.internal.TokenGrant;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.QboFault;
import dev.tieout.qbo.http.internal.Access;
import dev.tieout.qbo.http.internal.AccessTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

// Longer than others: one protocol, which is safe only as a whole.
/**
 * Keeps tokens fresh. A refresh token is good for one use, so one thread in the whole cluster refreshes at a time: a lock
 * in this process, and a claim in the stored document, taken by compare-and-set, for the others. New tokens are stored
 * before they are used (QuickBooks facts P1.24, P1.25). Thread-safe.
 */
final class TokenKeeper implements AccessTokens {
    /** How long before its end a token is replaced. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SECOND_TRY = Duration.ofSeconds(1);
    private static final String WHAT = "refresh the connection";

    private final ConnectionRows rows;
    private final TokenEndpoint endpoint;
    private final CallSettings settings;
    private final Cache<TenantId, Held> cache = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(2))
            .build();
    private final Map<TenantId, Unsaved> unsaved = new ConcurrentHashMap<>();
    private final KeyedLocks locks = new KeyedLocks();

    /** Tokens that Intuit granted and the store refused to take: losing them would end the connection. */
    private record Unsaved(String usedRefreshToken, Tokens tokens) {}

    TokenKeeper(ConnectionRows rows, TokenEndpoint endpoint, CallSettings settings) {
        this.rows = rows;
        this.endpoint = endpoint;
        this.settings = settings;
    }

    @Override
    public Access current(TenantId tenant, Duration maxWait) {
        @Nullable Held held = cache.getIfPresent(tenant);
        if (held == null || !alive(held) || isTriedNowAndThen(held.document().cause())) {
            held = usable(tenant, rows.find(tenant));
            // Kept only while there is trouble, so that worked() knows what is over.
            remember(tenant, held.document().cause() == null ? null : held);
            if (isTriedNowAndThen(held.document().cause())) {
                held = tried(tenant, held);
            }
        }
        return fresh(held)
                ? held.access()
                : refresh(tenant, held.tokens().access(), true, maxWait).access();
    }

    /** While the subscription has lapsed one write now and then finds out whether it still has; reads go on. */
    @Override
    public void admit(TenantId tenant, Access access, boolean write) {
        @Nullable Held cached = write ? cache.getIfPresent(tenant) : null;
        if (cached == null || cached.document().cause() != TroubleCause.SUBSCRIPTION_LAPSED) {
            return;
        }
        // Another node may have noticed that it was paid for.
        Held held = usable(tenant, rows.find(tenant));
        remember(tenant, held.document().cause() == null ? null : held);
        if (held.document().cause() == TroubleCause.SUBSCRIPTION_LAPSED) {
            tried(tenant, held);
        }
    }

    /** The calls that find out whether trouble is over: they go out however little time has passed since the last. */
    AccessTokens asking() {
        return new Asking();
    }

    /** Notes that QuickBooks is about to be asked about trouble; false if another node was quicker. */
    boolean askingNow(TenantId tenant) {
        @Nullable Held held = rows.find(tenant);
        if (held == null || held.document().cause() == null) {
            return held != null;
        }
        @Nullable
        Held saved = rows.save(held.with(held.document().asking(settings.clock().instant())));
        remember(tenant, saved);
        return saved != null;
    }

    /** Takes in what a reading of the company said. */
    void read(TenantId tenant, CompanyAnswer company) {
        Instant now = settings.clock().instant();
        @Nullable
        Held held = rows.change(tenant, h -> {
            TokenDocument document = h.document().named(company.name(), now);
            boolean paid =
                    document.cause() == TroubleCause.SUBSCRIPTION_LAPSED && Boolean.TRUE.equals(company.writable());
            return paid ? document.wellAsRead(now) : document;
        });
        remember(tenant, held == null || held.document().cause() == null ? null : held);
    }

    @Override
    public Access renewed(TenantId tenant, Access rejected, Duration maxWait) {
        return refresh(tenant, rejected.token(), false, maxWait).access();
    }

    @Override
    public void failed(TenantId tenant, Access access, QboException failure) {
        @Nullable
        TroubleCause cause = switch (failure.kind()) {
            case REAUTHORIZE -> failure.codes().contains("120") ? TroubleCause.ADMIN_REMOVED : TroubleCause.REJECTED;
            case SUBSCRIPTION -> TroubleCause.SUBSCRIPTION_LAPSED;
            default -> null;
        };
        if (cause != null) {
            mark(tenant, access, cause);
        }
    }

    @Override
    public void worked(TenantId tenant, Access access, boolean write) {
        @Nullable Held held = cache.getIfPresent(tenant);
        @Nullable TroubleCause cause = held == null ? null : held.document().cause();
        boolean over = cause == TroubleCause.ADMIN_REMOVED
                || cause == TroubleCause.REJECTED
                || (cause == TroubleCause.SUBSCRIPTION_LAPSED && write);
        if (over) {
            mark(tenant, access, null);
        }
    }

    /** Forgets what was read: the row was changed by other means. */
    void forget(TenantId tenant) {
        cache.invalidate(tenant);
    }

    /** Drops all tokens from memory. */
    void forgetAll() {
        cache.invalidateAll();
    }

    /** Refreshes now, whatever the token's age, even if it counts as dead; for keep-alive and to find out how it is. */
    Held refreshNow(TenantId tenant) {
        Held held = stored(tenant, rows.find(tenant));
        return refresh(tenant, held.tokens().access(), false, CLAIM);
    }

    private void mark(TenantId tenant, Access access, @Nullable TroubleCause cause) {
        Instant now = settings.clock().instant();
        @Nullable
        Held marked = rows.change(tenant, held -> {
            TokenDocument document = held.document();
            boolean other = !held.realm().equals(access.realm())
                    || document.tokens().access().isEmpty();
            boolean known = document.cause() == cause
                    && (cause == null || document.askAgainAt().isAfter(now));
            return other || known || document.dead() ? null : document.troubled(cause, now);
        });
        remember(tenant, marked);
    }

    private void remember(TenantId tenant, @Nullable Held held) {
        if (held == null) {
            cache.invalidate(tenant);
        } else {
            cache.put(tenant, held);
        }
    }

    /** New tokens in place of those that were rejected, or ({@code due}) that are only about to expire. */
    private Held refresh(TenantId tenant, String rejected, boolean due, Duration maxWait) {
        ReentrantLock lock = locks.of(tenant);
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            @Nullable Held cached = cache.getIfPresent(tenant);
            if (cached != null && isAnother(cached, rejected)) {
                return cached;
            }
            @Nullable Held held = claim(tenant, rejected, maxWait);
            if (held == null) {
                // Another node is at it: the old token serves as long as it is good.
                Duration rest = maxWait.compareTo(CLAIM) < 0 ? CLAIM.minus(maxWait) : Duration.ZERO;
                return carryOn(stored(tenant, rows.find(tenant)), due, waiting(rest), null);
            }
            Held fresh = isAnother(held, rejected) ? held : exchange(tenant, held, due);
            cache.put(tenant, fresh);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A fresh pair that somebody else fetched, or the old pair with the right to refresh it; {@code null} if another node has
     * that right for longer than may be waited.
     */
    private @Nullable Held claim(TenantId tenant, String rejected, Duration maxWait) {
        String claim = UUID.randomUUID().toString();
        @Nullable String others = null;
        Instant started = settings.clock().instant();
        Instant since = started;
        while (true) {
            saveLeftOver(tenant);
            Held held = stored(tenant, rows.find(tenant));
            if (isAnother(held, rejected)) {
                return held;
            }
            Instant now = settings.clock().instant();
            TokenDocument document = held.document();
            refuseWhileRefused(document);
            if (!Objects.equals(others, document.claim())) {
                others = document.claim();
                since = now;
            }
            // Its end is by the clock of another node, which may be wrong: it is waited for no longer than a claim
            // lasts.
            @Nullable Instant until = document.claimUntil();
            if (until != null && until.isAfter(now) && now.isBefore(since.plus(CLAIM))) {
                if (!now.isBefore(started.plus(maxWait))) {
                    return null;
                }
                sleep(POLL);
                continue;
            }
            @Nullable Held claimed = rows.save(held.with(document.claimed(claim, now.plus(CLAIM))));
            if (claimed != null) {
                return claimed;
            }
        }
    }

    /** A refresh token that was refused is tried again ever more rarely: trying it often may kill it (QuickBooks fact P1.24). */
    private void refuseWhileRefused(TokenDocument document) {
        @Nullable Duration pause = pause(document);
        if (pause != null && document.dead()) {
            throw ended();
        }
        if (pause != null && document.cause() == TroubleCause.SUSPECTED) {
            throw later(pause);
        }
        if (pause != null && document.cause() == TroubleCause.APP_KEYS_REFUSED) {
            throw resting(TroubleCause.APP_KEYS_REFUSED, pause);
        }
    }

    /** How long it is until QuickBooks is asked again; null if it may be asked now. */
    private @Nullable Duration pause(TokenDocument document) {
        Duration left = Duration.between(settings.clock().instant(), document.askAgainAt());
        return left.isNegative() || left.isZero() ? null : left;
    }

    private static QboException later(Duration wait) {
        return QboException.of(WHAT, waiting(wait), null);
    }

    private static FaultReport waiting(Duration wait) {
        return new FaultReport(FaultKind.TRANSIENT, List.of(), 0, null, null, wait);
    }

    private Held exchange(TenantId tenant, Held held, boolean due) {
        String refreshToken = held.tokens().refresh();
        TokenEndpoint.Whose whose = new TokenEndpoint.Whose(tenant, held.realm());
        TokenEndpoint.Outcome outcome = endpoint.refresh(whose, refreshToken, 1);
        if (outcome.failure() != null && outcome.failure().kind() == FaultKind.TRANSIENT) {
            // Outcome unknown, but within a day the same refresh token is often still the current one.
            sleep(SECOND_TRY);
            outcome = endpoint.refresh(whose, refreshToken, 2);
        }
        @Nullable TokenGrant grant = outcome.grant();
        if (grant != null) {
            Tokens tokens = grant.at(settings.clock().instant(), held.tokens());
            return keep(tenant, new Unsaved(refreshToken, tokens));
        }
        FaultReport failure = outcome.failure() == null ? FaultReport.of(FaultKind.TRANSIENT) : outcome.failure();
        @Nullable Held settled = settle(tenant, refreshToken, failure);
        if (settled == null) {
            throw ended();
        }
        if (!settled.tokens().refresh().equals(refreshToken)) {
            return settled;
        }
        return carryOn(settled, due, failure, outcome.cause());
    }

    /** Without new tokens: the old access token, if it is neither rejected nor expired; else the failure. */
    private Held carryOn(Held held, boolean due, FaultReport failure, @Nullable IOException cause) {
        boolean stillGood = settings.clock().instant().isBefore(held.tokens().accessExpiresAt());
        if (due && stillGood && failure.kind() == FaultKind.TRANSIENT) {
            return held;
        }
        if (failure.kind() != FaultKind.REAUTHORIZE) {
            throw QboException.of(WHAT, failure, cause);
        }
        throw held.document().cause() == TroubleCause.SUSPECTED
                ? later(TokenDocument.FIRST_PAUSE)
                : QboException.of(WHAT, failure, null);
    }

    /** Gives the claim back, and notes what an invalid_grant means, unless another node has won meanwhile. */
    private @Nullable Held settle(TenantId tenant, String refreshToken, FaultReport failure) {
        Instant now = settings.clock().instant();
        return rows.change(tenant, held -> {
            TokenDocument document = held.document();
            if (!document.tokens().refresh().equals(refreshToken)) {
                return null;
            }
            TokenDocument released = document.claimed(null, null);
            if (failure.kind() == FaultKind.CONFIGURATION) {
                boolean other = document.cause() != null && document.cause() != TroubleCause.APP_KEYS_REFUSED;
                return other ? released : released.troubled(TroubleCause.APP_KEYS_REFUSED, now);
            }
            if (failure.kind() != FaultKind.REAUTHORIZE) {
                return released;
            }
            @Nullable Instant hard = document.tokens().hardExpiresAt();
            if (hard != null && !hard.isAfter(now)) {
                return released.troubled(TroubleCause.FIVE_YEARS_OVER, now);
            }
            if (!document.tokens().refreshExpiresAt().isAfter(now)) {
                return released.troubled(TroubleCause.REFRESH_TOKEN_EXPIRED, now);
            }
            boolean confirmed = document.cause() == TroubleCause.SUSPECTED || document.dead();
            return confirmed ? released.troubled(TroubleCause.REVOKED, now) : released.suspected(now);
        });
    }

    private void saveLeftOver(TenantId tenant) {
        @Nullable Unsaved left = unsaved.get(tenant);
        if (left != null) {
            keep(tenant, left);
        }
    }

    /** Stores granted tokens, or, if another node stored newer ones, takes those. */
    private Held keep(TenantId tenant, Unsaved granted) {
        unsaved.put(tenant, granted);
        @Nullable
        Held kept = rows.change(tenant, held -> {
            boolean ours = held.tokens().refresh().equals(granted.usedRefreshToken());
            return ours ? held.document().refreshed(granted.tokens()) : null;
        });
        unsaved.remove(tenant);
        if (kept == null || !alive(kept)) {
            throw ended();
        }
        return kept;
    }

    /** One call now and then tries what QuickBooks refuses, not every call. */
    private static boolean isTriedNowAndThen(@Nullable TroubleCause cause) {
        return cause == TroubleCause.REJECTED || cause == TroubleCause.ADMIN_REMOVED;
    }

    /** The right to try, for one call of the whole cluster; the others go without. */
    private Held tried(TenantId tenant, Held held) {
        TroubleCause cause = Objects.requireNonNull(held.document().cause());
        @Nullable Duration pause = pause(held.document());
        if (pause != null) {
            throw resting(cause, pause);
        }
        @Nullable
        Held saved = rows.save(held.with(held.document().asking(settings.clock().instant())));
        if (saved == null) {
            throw resting(cause, TokenDocument.FIRST_PAUSE);
        }
        remember(tenant, saved);
        return saved;
    }

    /** The refusal that QuickBooks gave last, without asking it again. */
    private static QboException resting(TroubleCause cause, Duration wait) {
        String what = "use the connection, which is tried again now and then";
        return switch (cause) {
            case ADMIN_REMOVED -> QboException.of(what, refused("120", FaultKind.REAUTHORIZE, wait), null);
            case SUBSCRIPTION_LAPSED -> QboException.of(what, refused("6190", FaultKind.SUBSCRIPTION, wait), null);
            case APP_KEYS_REFUSED ->
                QboException.of(WHAT, new FaultReport(FaultKind.CONFIGURATION, List.of(), 0, null, null, wait), null);
            default -> later(wait);
        };
    }

    private static FaultReport refused(String code, FaultKind kind, Duration wait) {
        return new FaultReport(kind, List.of(new QboFault(code, "", "", Optional.empty(), kind)), 0, null, null, wait);
    }

    private final class Asking implements AccessTokens {
        @Override
        public Access current(TenantId tenant, Duration maxWait) {
            Held held = usable(tenant, rows.find(tenant));
            return fresh(held)
                    ? held.access()
                    : refresh(tenant, held.tokens().access(), true, maxWait).access();
        }

        @Override
        public Access renewed(TenantId tenant, Access rejected, Duration maxWait) {
            return TokenKeeper.this.renewed(tenant, rejected, maxWait);
        }

        @Override
        public void failed(TenantId tenant, Access access, QboException failure) {
            TokenKeeper.this.failed(tenant, access, failure);
        }

        @Override
        public void worked(TenantId tenant, Access access, boolean write) {
            TokenKeeper.this.worked(tenant, access, write);
        }
    }

    private static Held stored(TenantId tenant, @Nullable Held held) {
        if (held == null || held.tokens().access().isEmpty()) {
            throw new NotConnectedException(tenant);
        }
        return held;
    }

    private static Held usable(TenantId tenant, @Nullable Held found) {
        Held held = stored(tenant, found);
        if (held.document().dead()) {
            throw ended();
        }
        return held;
    }

    private static QboException ended() {
        return QboException.of("use the connection", FaultReport.of(FaultKind.REAUTHORIZE), null);
    }

    private static boolean alive(Held held) {
        return !held.tokens().access().isEmpty() && !held.document().dead();
    }

    private boolean isAnother(Held held, String rejected) {
        return alive(held) && !held.tokens().access().equals(rejected) && fresh(held);
    }

    private boolean fresh(Held held) {
        return settings.clock()
                .instant()
                .isBefore(held.tokens().accessExpiresAt().minus(MARGIN));
    }

    private void sleep(Duration duration) {
        try {
            settings.sleeper().sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static QboException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return QboException.of(WHAT, FaultReport.of(FaultKind.TRANSIENT), e);
    }
}
