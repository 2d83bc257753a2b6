package dev.tieout.spi;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The app's own records of one kind: what the setup reads, and where changes made in QuickBooks arrive. Thread-safe.
 *
 * <p>Each method is one atomic operation on one record. What the app may well answer is a {@link LocalOutcome}; an
 * unchecked exception is for what the app itself did not expect, such as a database that is down. Either holds up that
 * one record only.
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
     * @return the record with its version, both read at once; or empty if the app has none
     */
    Optional<LocalRecord<T>> find(TenantId tenant, LocalId id);

    /**
     * Adds a record that came from QuickBooks, once for each key: a second call with the same key changes nothing and
     * answers {@link LocalOutcome.Done} with the id of the record that the first one made, or {@link LocalOutcome.Missing}
     * if the app has removed that record since. A refusal is not kept: a later call with the key may succeed.
     *
     * @param tenant the firm
     * @param idempotencyKey names this creation; at most 100 characters
     * @param proposal the record; its id is only a proposal, the app may give it another
     * @return {@link LocalOutcome.Done} with the id that the record has in the app, {@link LocalOutcome.Missing} or
     *     {@link LocalOutcome.Refused}
     */
    LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal);

    /**
     * Replaces a record, only if the app's record still has the version that the new content was computed from: what a
     * user saved in between is never lost.
     *
     * @param tenant the firm
     * @param record the new content; its id says which
     * @param basedOn the version, as {@link #find} or an earlier outcome told it
     * @return {@link LocalOutcome.Done}; {@link LocalOutcome.Stale} if the record has another version by now;
     *     {@link LocalOutcome.Missing} or {@link LocalOutcome.Refused}
     */
    LocalOutcome update(TenantId tenant, T record, String basedOn);

    /**
     * Marks a record as inactive, whichever version it has; never deletes it. One that is inactive already stays so.
     *
     * @param tenant the firm
     * @param id its id
     * @return {@link LocalOutcome.Done}, {@link LocalOutcome.Missing} or {@link LocalOutcome.Refused}
     */
    LocalOutcome deactivate(TenantId tenant, LocalId id);
}
