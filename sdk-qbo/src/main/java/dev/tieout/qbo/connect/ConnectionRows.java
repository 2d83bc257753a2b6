package dev.tieout.qbo.connect;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.TieoutException;
import dev.tieout.qbo.connect.internal.TokenDocument;
import dev.tieout.qbo.connect.internal.TokenDocuments;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections in the token store, and who is told when they change. Thread-safe. */
final class ConnectionRows {
    private static final Logger log = LoggerFactory.getLogger(ConnectionRows.class);

    /** How long before the five years are over the connection counts as degraded. */
    private static final Duration HARD_LIMIT_NOTICE = Duration.ofDays(60);

    /** Each lost race means that another node has moved on, so this many in a row means a broken store. */
    private static final int RACES = 50;

    private final TokenStore store;
    private final Clock clock;
    private final Duration gracePeriod;
    private final ConnectionListener listener;

    ConnectionRows(TokenStore store, Clock clock, Duration gracePeriod, ConnectionListener listener) {
        this.store = store;
        this.clock = clock;
        this.gracePeriod = gracePeriod;
        this.listener = listener;
    }

    @Nullable
    Held find(TenantId tenant) {
        return store.find(tenant)
                .map(row -> new Held(row.tenant(), row.realm(), TokenDocuments.read(row.document()), row.version()))
                .orElse(null);
    }

    Optional<TenantId> holder(RealmId realm) {
        return store.findTenant(realm);
    }

    void delete(TenantId tenant) {
        store.delete(tenant);
    }

    SaveResult put(Held held) {
        return store.save(
                new StoredTokens(held.tenant(), held.realm(), TokenDocuments.write(held.document()), held.version()));
    }

    /** Stores a row that was read before; null if it was changed by another since. */
    @Nullable
    Held save(Held held) {
        return put(held) == SaveResult.SAVED
                ? new Held(held.tenant(), held.realm(), held.document(), held.version() + 1)
                : null;
    }

    /**
     * Changes a row, reading it again as often as another was quicker. The change answers null to leave it as it is.
     * Returns the row as it then is, or null if there is none.
     */
    @Nullable
    Held change(TenantId tenant, Function<Held, @Nullable TokenDocument> change) {
        for (int race = 0; race < RACES; race++) {
            @Nullable Held held = find(tenant);
            if (held == null) {
                return null;
            }
            @Nullable TokenDocument changed = change.apply(held);
            if (changed == null) {
                return held;
            }
            @Nullable Held saved = save(held.with(toBeTold(changed)));
            if (saved != null) {
                tell(asTold(held), snapshot(tenant, saved));
                return saved;
            }
        }
        throw new TieoutException("The token store refused to save tenant " + tenant + " " + RACES
                + " times as stale: its compare-and-set does not work; test it with TokenStoreContract");
    }

    /** The same, with the trouble noted that the listener is about to be told of. */
    TokenDocument toBeTold(TokenDocument document) {
        @Nullable Trouble trouble = trouble(document);
        @Nullable TroubleCause cause = trouble == null ? null : trouble.cause();
        return cause == document.notes().told() ? document : document.told(cause, clock.instant());
    }

    /** How a connection was when its listener last heard of it: some trouble comes with time alone. */
    private Connection asTold(Held held) {
        Connection now = snapshot(held.tenant(), held);
        TokenDocument.Notes notes = held.document().notes();
        @Nullable TroubleCause told = notes.told();
        @Nullable Instant toldAt = notes.toldAt();
        boolean heard = held.document().cause() != null
                || now.trouble().map(trouble -> trouble.cause() == told).orElse(true);
        if (heard) {
            return now;
        }
        return now.with(
                told == null || toldAt == null
                        ? Optional.empty()
                        : Optional.of(new Trouble(told, toldAt, Optional.empty(), Optional.empty())));
    }

    /**
     * Tells of trouble that came with time alone, and once a day of trouble that lasts. Of several nodes one tells.
     */
    void remind(TenantId tenant) {
        @Nullable Held held = find(tenant);
        @Nullable Trouble trouble = held == null ? null : trouble(held.document());
        if (held == null || trouble == null) {
            return;
        }
        Instant now = clock.instant();
        TokenDocument.Notes notes = held.document().notes();
        @Nullable Instant toldAt = notes.toldAt();
        if (notes.told() != trouble.cause() || toldAt == null) {
            change(tenant, h -> noticed(h.document(), now));
        } else if (Reminders.isDue(trouble, toldAt, now)) {
            @Nullable Held saved = save(held.with(held.document().told(trouble.cause(), now)));
            if (saved != null) {
                told(() -> listener.stillTroubled(snapshot(tenant, saved)));
            }
        }
    }

    /** What came with time alone is stored, so that its grace period begins; null if another node noticed it. */
    private @Nullable TokenDocument noticed(TokenDocument document, Instant now) {
        @Nullable Trouble trouble = trouble(document);
        if (trouble == null || trouble.cause() == document.notes().told()) {
            return null;
        }
        boolean ended = trouble.cause().state() == ConnectionState.REAUTHORIZE && document.cause() == null;
        return ended ? document.troubled(trouble.cause(), now) : document;
    }

    private static void told(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            log.warn("A ConnectionListener threw {}", e.getClass().getName());
        }
    }

    void tell(Connection before, Connection after) {
        boolean same = before.state() == after.state()
                && before.realm().equals(after.realm())
                && before.trouble().map(Trouble::cause).equals(after.trouble().map(Trouble::cause));
        if (same) {
            return;
        }
        log.info(
                "connection tenant={} realm={} state={} cause={}",
                after.tenant(),
                after.realm().map(RealmId::value).orElse(""),
                after.state(),
                after.trouble().map(t -> t.cause().name()).orElse(""));
        told(() -> listener.changed(before, after));
    }

    Connection snapshot(TenantId tenant, @Nullable Held held) {
        if (held == null) {
            return new Connection(
                    tenant,
                    Optional.empty(),
                    Optional.empty(),
                    ConnectionState.NEVER_CONNECTED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        TokenDocument document = held.document();
        @Nullable Trouble trouble = trouble(document);
        boolean alive = !document.tokens().refresh().isEmpty();
        return new Connection(
                tenant,
                Optional.of(held.realm()),
                Optional.ofNullable(document.notes().companyName()),
                trouble == null ? ConnectionState.CONNECTED : trouble.cause().state(),
                Optional.ofNullable(trouble),
                Optional.of(document.connectedAt()),
                Optional.of(document.tokens().issuedAt()),
                alive ? Optional.of(document.tokens().refreshExpiresAt()) : Optional.empty(),
                Optional.ofNullable(document.tokens().hardExpiresAt()));
    }

    private @Nullable Trouble trouble(TokenDocument document) {
        @Nullable TroubleCause cause = document.cause();
        @Nullable Instant since = document.since();
        Instant now = clock.instant();
        if (cause != null && since != null) {
            boolean over = cause.state() == ConnectionState.DISCONNECTED;
            // The firm can do nothing about the app's own keys, so it loses nothing by them.
            boolean ends = !over && cause != TroubleCause.APP_KEYS_REFUSED;
            return new Trouble(
                    cause,
                    since,
                    ends ? Optional.of(since.plus(gracePeriod)) : Optional.empty(),
                    over ? Optional.empty() : Optional.of(document.askAgainAt()));
        }
        Instant expires = document.tokens().refreshExpiresAt();
        @Nullable Instant hard = document.tokens().hardExpiresAt();
        boolean fiveYears = hard != null && !hard.isAfter(now);
        if (fiveYears || !expires.isAfter(now)) {
            // Nobody was there to notice: the grace period begins when it is.
            return new Trouble(
                    fiveYears ? TroubleCause.FIVE_YEARS_OVER : TroubleCause.REFRESH_TOKEN_EXPIRED,
                    fiveYears && hard != null ? hard : expires,
                    Optional.of(now.plus(gracePeriod)),
                    Optional.of(now));
        }
        if (hard != null && hard.minus(HARD_LIMIT_NOTICE).isBefore(now)) {
            return new Trouble(
                    TroubleCause.FIVE_YEAR_LIMIT_NEAR,
                    hard.minus(HARD_LIMIT_NOTICE),
                    Optional.of(hard),
                    Optional.empty());
        }
        return null;
    }
}
