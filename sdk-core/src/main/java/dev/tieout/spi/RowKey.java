package dev.tieout.spi;

import dev.tieout.TenantId;

/**
 * The key of a {@link SyncRow}. Immutable.
 *
 * @param tenant the firm
 * @param realm the QuickBooks company's id, or empty for a row of the tenant as a whole; links are kept per realm, so
 *     that connecting another company never mixes two sets of ids. At most 30 characters
 * @param kind what the row is about, a short lower-case word such as {@code client}; at most 30 characters
 * @param id the record's local id, or the library's own name for a row that is no record; at most 200 characters
 */
public record RowKey(TenantId tenant, String realm, String kind, String id) implements Comparable<RowKey> {
    public RowKey {
        if (realm.length() > 30 || kind.isEmpty() || kind.length() > 30 || id.isEmpty() || id.length() > 200) {
            throw new IllegalArgumentException(
                    "row key out of bounds: realm up to 30, kind 1 to 30, id 1 to 200 characters");
        }
    }

    /** Orders by tenant, realm, kind and id, each by UTF-16 code unit. */
    @Override
    public int compareTo(RowKey other) {
        int c = tenant.value().compareTo(other.tenant.value());
        c = c != 0 ? c : realm.compareTo(other.realm);
        c = c != 0 ? c : kind.compareTo(other.kind);
        return c != 0 ? c : id.compareTo(other.id);
    }
}
