package dev.tieout.spi;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The app's own records of one kind: what the setup reads, and where changes made in QuickBooks arrive. Thread-safe.
 *
 * <p>Prove an implementation with {@code LocalRecordsContract} of the testkit.
 *
 * @param <T> {@link dev.tieout.model.Client} or {@link dev.tieout.model.ServiceItem}
 */
public interface LocalRecords<T> {
    /**
     * Streams all records of a firm, active and inactive, in any order. The library closes the stream.
     *
     * @param tenant the firm
     * @return the records
     */
    Stream<T> all(TenantId tenant);

    /**
     * Looks up a record.
     *
     * @param tenant the firm
     * @param id its id
     * @return the record, or empty if the app has none
     */
    Optional<T> find(TenantId tenant, LocalId id);

    /**
     * Adds a record that came from QuickBooks, once for each key: a second call with the same key returns the id of the
     * record that the first one made, and changes nothing.
     *
     * @param tenant the firm
     * @param idempotencyKey names this creation; at most 100 characters
     * @param proposal the record; its id is only a proposal, the app may give it another
     * @return the id that the record has in the app
     */
    LocalId create(TenantId tenant, String idempotencyKey, T proposal);

    /**
     * Replaces a record. Does nothing if the app no longer has it.
     *
     * @param tenant the firm
     * @param record the new content; its id says which
     */
    void update(TenantId tenant, T record);

    /**
     * Marks a record as inactive, never deletes it. Does nothing if the app no longer has it.
     *
     * @param tenant the firm
     * @param id its id
     */
    void deactivate(TenantId tenant, LocalId id);
}
