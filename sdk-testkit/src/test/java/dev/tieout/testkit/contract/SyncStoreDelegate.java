package dev.tieout.testkit.contract;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sound store, for subclasses to break in one place. */
class SyncStoreDelegate implements SyncStore {
    final SyncStore sound = new InMemorySyncStore();

    @Override
    public Optional<SyncRow> find(RowKey key) {
        return sound.find(key);
    }

    @Override
    public Optional<SyncRow> findByRemoteId(TenantId tenant, String realm, String kind, String remoteId) {
        return sound.findByRemoteId(tenant, realm, kind, remoteId);
    }

    @Override
    public List<SyncRow> findAll(Collection<RowKey> keys) {
        return sound.findAll(keys);
    }

    @Override
    public List<SyncRow> findByRemoteIds(TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
        return sound.findByRemoteIds(tenant, realm, kind, remoteIds);
    }

    @Override
    public List<SaveResult> saveAll(List<SyncRow> rows) {
        return sound.saveAll(rows);
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        return sound.tenants(after, limit);
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant) {
        return sound.nextDue(tenant);
    }

    @Override
    public SaveResult save(SyncRow row) {
        return sound.save(row);
    }

    @Override
    public List<TenantId> dueTenants(Instant now, int limit) {
        return sound.dueTenants(now, limit);
    }

    @Override
    public List<SyncRow> dueRows(TenantId tenant, Instant now, int limit) {
        return sound.dueRows(tenant, now, limit);
    }

    @Override
    public List<SyncRow> list(
            TenantId tenant, String realm, String kind, @Nullable String state, @Nullable String afterId, int limit) {
        return sound.list(tenant, realm, kind, state, afterId, limit);
    }

    @Override
    public Map<String, Long> countByState(TenantId tenant, String realm, String kind) {
        return sound.countByState(tenant, realm, kind);
    }

    @Override
    public void deleteTenant(TenantId tenant) {
        sound.deleteTenant(tenant);
    }
}
