package dev.tieout.spi;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import java.util.Optional;

/**
 * Keeps each tenant's OAuth tokens. Each method is one atomic row operation; implementations are thread-safe and throw
 * unchecked exceptions only when the storage itself fails.
 *
 * <p>Intuit's refresh tokens are single-use: a store that loses a write, or lets an old version overwrite a newer one,
 * disconnects the firm. Prove an implementation with {@code TokenStoreContract} of the testkit.
 */
public interface TokenStore {
    /**
     * Looks up a tenant's tokens.
     *
     * @param tenant the firm
     * @return its row, or empty if it was never connected or was deleted
     */
    Optional<StoredTokens> find(TenantId tenant);

    /**
     * Looks up whose company a realm is.
     *
     * @param realm the QuickBooks company
     * @return the tenant that holds it, or empty
     */
    Optional<TenantId> findTenant(RealmId realm);

    /**
     * Stores a row if the stored version still equals {@link StoredTokens#version()} (0: if there is no row yet), with
     * the version one higher.
     *
     * @param tokens the row
     * @return {@link SaveResult#SAVED}, {@link SaveResult#STALE}, or {@link SaveResult#TAKEN} if another tenant holds
     *     the realm
     */
    SaveResult save(StoredTokens tokens);

    /**
     * Deletes a tenant's row, if there is one.
     *
     * @param tenant the firm
     */
    void delete(TenantId tenant);
}
