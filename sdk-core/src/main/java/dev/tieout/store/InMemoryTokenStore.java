package dev.tieout.store;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link TokenStore} that forgets everything when the process ends: for tests and first steps. Thread-safe. */
public final class InMemoryTokenStore implements TokenStore {
    private final Object lock = new Object();
    private final Map<TenantId, StoredTokens> byTenant = new HashMap<>();
    private final Map<RealmId, TenantId> byRealm = new HashMap<>();

    /** An empty store. */
    public InMemoryTokenStore() {}

    @Override
    public Optional<StoredTokens> find(TenantId tenant) {
        synchronized (lock) {
            return Optional.ofNullable(byTenant.get(tenant));
        }
    }

    @Override
    public Optional<TenantId> findTenant(RealmId realm) {
        synchronized (lock) {
            return Optional.ofNullable(byRealm.get(realm));
        }
    }

    @Override
    public SaveResult save(StoredTokens tokens) {
        synchronized (lock) {
            @Nullable StoredTokens stored = byTenant.get(tokens.tenant());
            if ((stored == null ? 0 : stored.version()) != tokens.version()) {
                return SaveResult.STALE;
            }
            @Nullable TenantId holder = byRealm.get(tokens.realm());
            if (holder != null && !holder.equals(tokens.tenant())) {
                return SaveResult.TAKEN;
            }
            if (stored != null) {
                byRealm.remove(stored.realm());
            }
            byRealm.put(tokens.realm(), tokens.tenant());
            byTenant.put(
                    tokens.tenant(),
                    new StoredTokens(tokens.tenant(), tokens.realm(), tokens.document(), tokens.version() + 1));
            return SaveResult.SAVED;
        }
    }

    @Override
    public void delete(TenantId tenant) {
        synchronized (lock) {
            @Nullable StoredTokens stored = byTenant.remove(tenant);
            if (stored != null) {
                byRealm.remove(stored.realm());
            }
        }
    }
}
