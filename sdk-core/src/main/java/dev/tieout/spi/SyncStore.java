package dev.tieout.spi;

import dev.tieout.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the links between the app's records and QuickBooks', what is still to be sent, and the library's own marks.
 *
 * <p>Each method is one atomic row operation: no transaction type appears here, so a store may join the host's ambient
 * transaction. No call is ever held open across HTTP. Implementations are thread-safe and throw unchecked exceptions
 * only when the storage itself fails. Prove one with {@code SyncStoreContract} of the testkit.
 */
public interface SyncStore {
    /**
     * Looks up a row.
     *
     * @param key the key
     * @return the row, or empty
     */
    Optional<SyncRow> find(RowKey key);

    /**
     * Looks up many rows in one go.
     *
     * @param keys the keys, at most 1,000
     * @return the rows that exist, each once, in any order
     */
    default List<SyncRow> findAll(Collection<RowKey> keys) {
        return keys.stream()
                .distinct()
                .flatMap(key -> find(key).stream())
                .toList();
    }

    /**
     * Looks up the rows that hold QuickBooks ids, in one go.
     *
     * @param tenant the firm
     * @param realm the QuickBooks company's id
     * @param kind the kind of row
     * @param remoteIds the ids in QuickBooks, at most 1,000
     * @return the rows that exist, each once, in any order
     */
    default List<SyncRow> findByRemoteIds(TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
        return remoteIds.stream()
                .distinct()
                .flatMap(id -> findByRemoteId(tenant, realm, kind, id).stream())
                .toList();
    }

    /**
     * Looks up the row that holds a QuickBooks id.
     *
     * @param tenant the firm
     * @param realm the QuickBooks company's id
     * @param kind the kind of row
     * @param remoteId the id in QuickBooks
     * @return the row, or empty
     */
    Optional<SyncRow> findByRemoteId(TenantId tenant, String realm, String kind, String remoteId);

    /**
     * Stores a row if the stored version still equals {@link SyncRow#version()} (0: if there is no row yet), with the
     * version one higher.
     *
     * @param row the row
     * @return {@link SaveResult#SAVED}, {@link SaveResult#STALE}, or {@link SaveResult#TAKEN} if another row of the
     *     same tenant, realm and kind holds the remote id
     */
    SaveResult save(SyncRow row);

    /**
     * Stores many rows in one go, each as {@link #save} does, as if in the order given: one that is stale or taken stops
     * no other.
     *
     * @param rows the rows, at most 1,000, no key twice
     * @return what became of each, in the order of the rows
     */
    default List<SaveResult> saveAll(List<SyncRow> rows) {
        return rows.stream().map(this::save).toList();
    }

    /**
     * Says when a tenant's next row is due.
     *
     * @param tenant the firm
     * @return the earliest due time of its rows; empty if none is due ever
     */
    default Optional<Instant> nextDue(TenantId tenant) {
        return dueRows(tenant, Instant.ofEpochMilli(Long.MAX_VALUE / 2), 1).stream()
                .flatMap(row -> Optional.ofNullable(row.dueAt()).stream())
                .findFirst();
    }

    /**
     * Names tenants that have a row due, those that have waited longest first.
     *
     * @param now rows with {@code dueAt <= now} count
     * @param limit the most tenants to return, at least 1
     * @return distinct tenants
     */
    List<TenantId> dueTenants(Instant now, int limit);

    /**
     * Lists the rows of a tenant that are due, by due time, then by key.
     *
     * @param tenant the firm
     * @param now rows with {@code dueAt <= now} count
     * @param limit the most rows to return, at least 1
     * @return the rows
     */
    List<SyncRow> dueRows(TenantId tenant, Instant now, int limit);

    /**
     * Lists rows of one kind in one total order of their ids, whichever the store keeps, a page at a time.
     *
     * @param tenant the firm
     * @param realm the QuickBooks company's id
     * @param kind the kind of row
     * @param state only rows in this state; {@code null} for all
     * @param afterId only rows whose id comes after this one; {@code null} for the first page
     * @param limit the most rows to return, at least 1
     * @return the rows; fewer than {@code limit} means the end
     */
    List<SyncRow> list(
            TenantId tenant, String realm, String kind, @Nullable String state, @Nullable String afterId, int limit);

    /**
     * Counts the rows of one kind by state.
     *
     * @param tenant the firm
     * @param realm the QuickBooks company's id
     * @param kind the kind of row
     * @return a count for each state that occurs
     */
    Map<String, Long> countByState(TenantId tenant, String realm, String kind);

    /**
     * Deletes every row of a tenant, links included.
     *
     * @param tenant the firm
     */
    void deleteTenant(TenantId tenant);
}
