package dev.tieout.examples.benchmarks.engine;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that keeps the name of each call. For one thread. */
final class CountingStore implements SyncStore {
    private final SyncStore store = new InMemorySyncStore();
    private final List<String> calls = new ArrayList<>();

    /** The calls since the last time, oldest first. */
    List<String> taken() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @Override
    public Optional<SyncRow> find(RowKey key) {
        calls.add("find " + key.kind());
        return store.find(key);
    }

    @Override
    public List<SyncRow> findAll(Collection<RowKey> keys) {
        calls.add("findAll");
        return store.findAll(keys);
    }

    @Override
    public Optional<SyncRow> findByRemoteId(TenantId tenant, String realm, String kind, String remoteId) {
        calls.add("findByRemoteId");
        return store.findByRemoteId(tenant, realm, kind, remoteId);
    }

    @Override
    public List<SyncRow> findByRemoteIds(TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
        calls.add("findByRemoteIds");
        return store.findByRemoteIds(tenant, realm, kind, remoteIds);
    }

    @Override
    public SaveResult save(SyncRow row) {
        calls.add("save " + row.key().kind());
        return store.save(row);
    }

    @Override
    public List<SaveResult> saveAll(List<SyncRow> rows) {
        calls.add("saveAll");
        return store.saveAll(rows);
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        calls.add("tenants");
        return store.tenants(after, limit);
    }

    @Override
    public List<TenantId> dueTenants(Instant now, int limit) {
        calls.add("dueTenants");
        return store.dueTenants(now, limit);
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant) {
        calls.add("nextDue");
        return store.nextDue(tenant);
    }

    @Override
    public List<SyncRow> dueRows(TenantId tenant, Instant now, int limit) {
        calls.add("dueRows");
        return store.dueRows(tenant, now, limit);
    }

    @Override
    public List<SyncRow> list(
            TenantId tenant, String realm, String kind, @Nullable String state, @Nullable String afterId, int limit) {
        calls.add("list");
        return store.list(tenant, realm, kind, state, afterId, limit);
    }

    @Override
    public Map<String, Long> countByState(TenantId tenant, String realm, String kind) {
        calls.add("countByState");
        return store.countByState(tenant, realm, kind);
    }

    @Override
    public void deleteTenant(TenantId tenant) {
        calls.add("deleteTenant");
        store.deleteTenant(tenant);
    }
}
