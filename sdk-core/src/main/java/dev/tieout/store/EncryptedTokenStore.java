package dev.tieout.store;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import java.util.Optional;

/**
 * Encrypts the documents of another {@link TokenStore} (AES-256-GCM) before they reach it. Each is bound to its tenant and
 * realm: a row that was copied to another tenant, altered, or encrypted with a key that the ring lacks is refused with a
 * {@link SealBrokenException}, and never taken for a lost connection. Thread-safe if the store is.
 *
 * <p>Rows that were stored before there was encryption cannot be told from forged ones, and are refused too: let the firms
 * connect again, or read them once with the bare store and save them through this one.
 */
public final class EncryptedTokenStore implements TokenStore {
    private final TokenStore store;
    private final KeyRing keys;

    /**
     * Wraps a store.
     *
     * @param store where the encrypted documents go
     * @param keys the keys
     */
    public EncryptedTokenStore(TokenStore store, KeyRing keys) {
        this.store = Given.value("store", store);
        this.keys = Given.value("keys", keys);
    }

    @Override
    public Optional<StoredTokens> find(TenantId tenant) {
        return store.find(tenant)
                .map(stored -> new StoredTokens(
                        stored.tenant(),
                        stored.realm(),
                        keys.open(stored.document(), "tokens of tenant " + tenant, context(stored)),
                        stored.version()));
    }

    @Override
    public Optional<TenantId> findTenant(RealmId realm) {
        return store.findTenant(realm);
    }

    @Override
    public SaveResult save(StoredTokens tokens) {
        String sealed = keys.seal(tokens.document(), context(tokens));
        return store.save(new StoredTokens(tokens.tenant(), tokens.realm(), sealed, tokens.version()));
    }

    @Override
    public void delete(TenantId tenant) {
        store.delete(tenant);
    }

    private static String[] context(StoredTokens tokens) {
        return new String[] {"tokens", tokens.tenant().value(), tokens.realm().value()};
    }
}
