package dev.tieout.spi;

import dev.tieout.RealmId;
import dev.tieout.TenantId;

/**
 * One tenant's connection as a {@link TokenStore} keeps it. Immutable.
 *
 * @param tenant the firm; the key
 * @param realm the QuickBooks company it is connected to; unique over all tenants, unless the host allows otherwise
 * @param document what the library wants kept, secret: store it whole, never read it, never log it
 * @param version 0 if it was never stored; else the version that was read
 */
public record StoredTokens(TenantId tenant, RealmId realm, String document, long version) {
    public StoredTokens {
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative");
        }
    }

    /** Names tenant and realm, never the document. */
    @Override
    public String toString() {
        return "StoredTokens[tenant=" + tenant + ", realm=" + realm + ", version=" + version + "]";
    }
}
