package dev.tieout.store;

import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the documents of another {@link SyncStore} (AES-256-GCM) before they reach it: names, addresses, amounts, memos.
 * What is searched by stays readable: tenant, realm, kind, the ids of both sides, the state, the time when a row is due. Each
 * document is bound to its row's key: one that was altered, copied to another row, or encrypted with a key that the ring lacks
 * is refused with a {@link SealBrokenException}, which names the row. An older document of the same row does open: a restored
 * backup is no forgery. Thread-safe if the store is.
 *
 * <p>A row is sealed with the current key when it is next saved, and a settled row may rest for years: keep older keys in the
 * ring.
 */
public final class EncryptedSyncStore implements SyncStore {
    private final SyncStore store;
    private final KeyRing keys;
    private final boolean plainToo;

    /**
     * Wraps a store.
     *
     * @param store where the encrypted documents go
     * @param keys the keys
     */
    public EncryptedSyncStore(SyncStore store, KeyRing keys) {
        this(Given.value("store", store), Given.value("keys", keys), false);
    }

    private EncryptedSyncStore(SyncStore store, KeyRing keys, boolean plainToo) {
        this.store = store;
        this.keys = keys;
        this.plainToo = plainToo;
    }

    /**
     * The same store, which also reads rows that were stored before there was encryption; each is sealed when it is next saved.
     * For the time of moving over: whoever can write to the database could otherwise add rows of his own.
     *
     * @return a store of its own over the same rows
     */
    public EncryptedSyncStore readingPlainRowsToo() {
        return new EncryptedSyncStore(store, keys, true);
    }

    @Override
    public Optional<SyncRow> find(RowKey key) {
        return store.find(key).map(this::opened);
    }

    @Override
    public List<SyncRow> findAll(Collection<RowKey> wanted) {
        return opened(store.findAll(wanted));
    }

    @Override
    public Optional<SyncRow> findByRemoteId(TenantId tenant, String realm, String kind, String remoteId) {
        return store.findByRemoteId(tenant, realm, kind, remoteId).map(this::opened);
    }

    @Override
    public List<SyncRow> findByRemoteIds(TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
        return opened(store.findByRemoteIds(tenant, realm, kind, remoteIds));
    }

    @Override
    public SaveResult save(SyncRow row) {
        return store.save(sealed(row));
    }

    @Override
    public List<SaveResult> saveAll(List<SyncRow> rows) {
        return store.saveAll(rows.stream().map(this::sealed).toList());
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        return store.tenants(after, limit);
    }

    @Override
    public List<TenantId> dueTenants(Instant now, int limit) {
        return store.dueTenants(now, limit);
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant) {
        return store.nextDue(tenant);
    }

    @Override
    public List<SyncRow> dueRows(TenantId tenant, Instant now, int limit) {
        return opened(store.dueRows(tenant, now, limit));
    }

    @Override
    public List<SyncRow> list(
            TenantId tenant, String realm, String kind, @Nullable String state, @Nullable String afterId, int limit) {
        return opened(store.list(tenant, realm, kind, state, afterId, limit));
    }

    @Override
    public Map<String, Long> countByState(TenantId tenant, String realm, String kind) {
        return store.countByState(tenant, realm, kind);
    }

    @Override
    public void deleteTenant(TenantId tenant) {
        store.deleteTenant(tenant);
    }

    private List<SyncRow> opened(List<SyncRow> rows) {
        return rows.stream().map(this::opened).toList();
    }

    private SyncRow opened(SyncRow row) {
        if (plainToo && !KeyRing.isSealed(row.document())) {
            return row;
        }
        return with(row, keys.open(row.document(), "contents of row " + row.key(), context(row)));
    }

    private SyncRow sealed(SyncRow row) {
        return with(row, keys.seal(row.document(), context(row)));
    }

    private static SyncRow with(SyncRow row, String document) {
        return new SyncRow(row.key(), row.remoteId(), row.state(), row.dueAt(), document, row.version());
    }

    private static String[] context(SyncRow row) {
        RowKey key = row.key();
        return new String[] {"row", key.tenant().value(), key.realm(), key.kind(), key.id()};
    }
}
