package dev.tieout.qbo.sync.internal.background;

import dev.tieout.TenantId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets one node at a time work through a firm's due rows: an ordinary row, taken with compare-and-set, renewed by time. It
 * keeps order and pace local to one node; that nothing is written twice does not rest on it. For one piece of work; not
 * thread-safe.
 */
final class TenantLease {
    static final Duration LENGTH = Duration.ofMinutes(5);
    private static final Duration RENEW = Duration.ofMinutes(1);

    private final SyncStore store;
    private final InstantSource clock;
    private final String owner;
    private final RowKey key;
    private Instant taken = Instant.MIN;
    private long version;

    TenantLease(SyncStore store, InstantSource clock, String owner, TenantId tenant) {
        this.store = store;
        this.clock = clock;
        this.owner = owner;
        this.key = new RowKey(tenant, "", "lease", "tenant");
    }

    /** Takes the lease, or renews it where it is time to. */
    boolean hold() {
        Instant now = clock.instant();
        if (!taken.equals(Instant.MIN) && now.isBefore(taken.plus(RENEW))) {
            return true;
        }
        Optional<SyncRow> held = store.find(key);
        if (held.isPresent()) {
            Map<String, Object> o = Json.read(held.get().document());
            boolean mine = owner.equals(Json.required(o, "owner"));
            if (!mine && now.isBefore(Instant.parse(Json.required(o, "until")))) {
                return false;
            }
        }
        version = held.map(SyncRow::version).orElse(0L);
        if (!save(now.plus(LENGTH))) {
            return false;
        }
        version++;
        taken = now;
        return true;
    }

    /** Gives the lease back, so that another node need not wait; does nothing if another took it over. */
    void release() {
        if (!taken.equals(Instant.MIN)) {
            save(Instant.EPOCH);
        }
    }

    private boolean save(Instant until) {
        Map<String, String> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("owner", owner);
        o.put("until", until.toString());
        return store.save(new SyncRow(key, null, "LEASE", null, Json.write(o), version)) == SaveResult.SAVED;
    }
}
