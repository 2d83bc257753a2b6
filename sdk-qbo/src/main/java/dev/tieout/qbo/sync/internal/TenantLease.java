package dev.tieout.qbo.sync.internal;

import dev.tieout.TenantId;
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
 * Lets one node at a time work through a firm's due rows: an ordinary row, taken with compare-and-set. It keeps order and
 * pace local to one node; that nothing is written twice does not rest on it.
 */
final class TenantLease {
    static final Duration LENGTH = Duration.ofMinutes(5);

    private final SyncStore store;
    private final InstantSource clock;
    private final String owner;

    TenantLease(SyncStore store, InstantSource clock, String owner) {
        this.store = store;
        this.clock = clock;
        this.owner = owner;
    }

    /** Takes or renews the lease. */
    boolean take(TenantId tenant) {
        Optional<SyncRow> held = store.find(key(tenant));
        Instant now = clock.instant();
        if (held.isPresent()) {
            Map<String, Object> o = Json.read(held.get().document());
            boolean mine = owner.equals(Json.required(o, "owner"));
            if (!mine && now.isBefore(Instant.parse(Json.required(o, "until")))) {
                return false;
            }
        }
        return save(tenant, now.plus(LENGTH), held.map(SyncRow::version).orElse(0L));
    }

    /** Gives the lease back, so that another node need not wait. */
    void release(TenantId tenant) {
        // STALE: another node took it over, and it is no longer ours to give back.
        store.find(key(tenant)).ifPresent(row -> save(tenant, Instant.EPOCH, row.version()));
    }

    private boolean save(TenantId tenant, Instant until, long version) {
        Map<String, String> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("owner", owner);
        o.put("until", until.toString());
        return store.save(new SyncRow(key(tenant), null, "LEASE", null, Json.write(o), version)) == SaveResult.SAVED;
    }

    private static RowKey key(TenantId tenant) {
        return new RowKey(tenant, "", "lease", "tenant");
    }
}
