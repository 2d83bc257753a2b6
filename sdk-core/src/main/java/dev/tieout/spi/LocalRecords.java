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
     * @return the record and the app's version of it, or empty if the app has none
     */
    Optional<LocalRecord<T>> find(TenantId tenant, LocalId id);

    /**
     * Adds a record that came from QuickBooks, once for each key: a second call with the same key answers with the record
     * that the first one made, and changes nothing.
     *
     * @param tenant the firm
     * @param idempotencyKey names this creation; at most 100 characters
     * @param proposal the record; its id is only a proposal, the app may give it another
     * @return {@link LocalOutcome.Done} with the id that the record has in the app, or {@link LocalOutcome.Refused}
     */
    LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal);

    /**
     * Replaces a record, if it is still the one that the change was computed from: what a person saved meanwhile must not
     * be lost.
     *
     * @param tenant the firm
     * @param record the new content; its id says which
     * @param basedOn the {@linkplain LocalRecord#version() version} that the change was computed from
     * @return what became of it; {@link LocalOutcome.Stale} if the app's record has another version by now
     */
    LocalOutcome update(TenantId tenant, T record, String basedOn);

    /**
     * Marks a record as inactive, never deletes it.
     *
     * @param tenant the firm
     * @param id its id
     * @return what became of it; {@link LocalOutcome.Missing} if the app no longer has it
     */
    LocalOutcome deactivate(TenantId tenant, LocalId id);
}
