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
            @Nullable Held saved = save(held.with(changed));
            if (saved != null) {
                tell(snapshot(tenant, held), snapshot(tenant, saved));
                return saved;
            }
        }
        throw new TieoutException("The token store refused to save tenant " + tenant + " " + RACES
                + " times as stale: its compare-and-set does not work; test it with TokenStoreContract");
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
        try {
            listener.changed(before, after);
        } catch (RuntimeException e) {
            log.warn("A ConnectionListener threw {}", e.getClass().getName());
        }
    }

    Connection snapshot(TenantId tenant, @Nullable Held held) {
        if (held == null) {
            return new Connection(
                    tenant,
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
        if (cause != null && since != null) {
            boolean over = cause.state() == ConnectionState.DISCONNECTED;
            return new Trouble(cause, since, over ? Optional.empty() : Optional.of(since.plus(gracePeriod)));
        }
        Instant now = clock.instant();
        Instant expires = document.tokens().refreshExpiresAt();
        if (!expires.isAfter(now)) {
            return new Trouble(TroubleCause.REFRESH_TOKEN_EXPIRED, expires, Optional.of(expires.plus(gracePeriod)));
        }
        @Nullable Instant hard = document.tokens().hardExpiresAt();
        if (hard != null && hard.minus(HARD_LIMIT_NOTICE).isBefore(now)) {
            return new Trouble(TroubleCause.FIVE_YEAR_LIMIT_NEAR, hard.minus(HARD_LIMIT_NOTICE), Optional.of(hard));
        }
        return null;
    }
}
