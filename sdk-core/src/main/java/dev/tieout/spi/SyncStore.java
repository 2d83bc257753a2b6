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
 * <p>Each row is read and saved atomically, and no method promises more: no transaction type appears here, so a store
 * may join the host's ambient transaction. One that does must tell {@link SaveResult#STALE} and {@link SaveResult#TAKEN}
 * without an error that ends the transaction; on PostgreSQL that is {@code insert … on conflict do nothing}. No call is
 * ever held open across HTTP. Texts are compared code point by code point: ids that differ in case, in an accent or only
 * in their Unicode normal form are different ids. Implementations are thread-safe and throw unchecked exceptions only
 * when the storage itself fails. Prove one with {@code SyncStoreContract} of the testkit.
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
     * Looks up many rows at once.
     *
     * @param keys the keys, of any tenants, at most 1,000 a call; may be empty or name a key twice
     * @return the rows that exist, each once, in any order
     */
    List<SyncRow> findAll(Collection<RowKey> keys);

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
     * Looks up the rows that hold some QuickBooks ids.
     *
     * @param tenant the firm
     * @param realm the QuickBooks company's id
     * @param kind the kind of row
     * @param remoteIds the ids in QuickBooks, at most 1,000 a call; may be empty or name an id twice
     * @return the rows that exist, each once, in any order
     */
    List<SyncRow> findByRemoteIds(TenantId tenant, String realm, String kind, Collection<String> remoteIds);

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
     * Stores many rows, each by a compare-and-set of its own, as if {@link #save} were called for each in the order
     * given: one row that is {@link SaveResult#STALE} or {@link SaveResult#TAKEN} never stops another. A store may do it
     * in one transaction or one by one. Calls at the same time may share rows, in any order; a store that locks rows
     * until the end of the call locks them in an order of its own, such as by key.
     *
     * <p>If the storage fails, any of the rows may have been stored.
     *
     * @param rows the rows, at most 1,000 a call; may be empty
     * @return what became of each row, in the order of the rows
     * @throws IllegalArgumentException if two rows have the same key; nothing is stored then
     */
    List<SaveResult> saveAll(List<SyncRow> rows);

    /**
     * Names the tenants that have rows, due or not, a page at a time, in one total order that the store keeps.
     *
     * @param after only tenants that come after this one, which may have lost its rows since; {@code null} for the first
     *     page
     * @param limit the most tenants to return, at least 1
     * @return distinct tenants; fewer than {@code limit} means the end
     */
    List<TenantId> tenants(@Nullable TenantId after, int limit);

    /**
     * Names tenants that have a row due, those that have waited longest first.
     *
     * @param now rows with {@code dueAt <= now} count
     * @param limit the most tenants to return, at least 1
     * @return distinct tenants
     */
    List<TenantId> dueTenants(Instant now, int limit);

    /**
     * Tells when a tenant next wants attention.
     *
     * @param tenant the firm
     * @return the earliest {@code dueAt} of its rows, past or future; empty if no row is ever due
     */
    Optional<Instant> nextDue(TenantId tenant);

    /**
     * Lists the rows of a tenant that are due, by due time, then by key in an order that the store keeps.
     *
     * @param tenant the firm
     * @param now rows with {@code dueAt <= now} count
     * @param limit the most rows to return, at least 1
     * @return the rows
     */
    List<SyncRow> dueRows(TenantId tenant, Instant now, int limit);

    /**
     * Lists rows of one kind a page at a time, in one total order of their ids: whichever the store keeps, the same in
     * every page, so that the pages together have every row once.
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
