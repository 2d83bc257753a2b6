package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncStatus;

/**
 * A firm's records of one kind, one at a time. Handles do no I/O until a method is called. Thread-safe.
 *
 * <p>A refusal of QuickBooks is a problem in the status, no exception. Exceptions come from the host's own stores, and
 * from {@code TieoutException} where the firm was never connected.
 *
 * @param <L> the app's record
 */
public interface RecordHandle<L> {
    /**
     * Brings a record to QuickBooks now, on this thread, whatever the switches for automatic travel say. Safe to repeat:
     * one record of the app becomes one of QuickBooks. Without versions the last call wins.
     *
     * @param record the record as the app has it
     * @return where it stands
     */
    SyncStatus sync(L record);

    /**
     * As {@link #sync(Object)}, and leaves out what is older than what was handed over before.
     *
     * @param record the record as the app has it
     * @param version the app's version of it, a number that counts up
     * @return where it stands
     */
    SyncStatus sync(L record, long version);

    /**
     * Records that a record is to be brought to QuickBooks; {@code QuickBooks.runDue} sends it. One look-up and one save,
     * no call goes out.
     *
     * @param record the record as the app has it
     * @return its status
     */
    SyncStatus stage(L record);

    /**
     * As {@link #stage(Object)}, and leaves out what is older than what was handed over before.
     *
     * @param record the record as the app has it
     * @param version the app's version of it, a number that counts up
     * @return its status
     */
    SyncStatus stage(L record, long version);

    /**
     * Says what {@link #sync(Object)} would do, by what QuickBooks was last seen to hold. Writes nothing anywhere.
     *
     * @param record the record as the app has it
     * @return the plan: each field that differs, with both values and who would win
     */
    SyncPlan plan(L record);

    /**
     * Looks up where a record stands. No call goes out.
     *
     * @param id the record's id
     * @return its status; {@code NOT_SYNCED} if the library never heard of it
     */
    SyncStatus status(LocalId id);

    /**
     * Decides anew about a record that is stuck, and does what is to be done. Never sends again what may have arrived: an
     * uncertain record is searched for again, a conflict is decided again, one that is gone is left.
     *
     * @param id the record's id
     * @return what became of it
     */
    SyncStatus retry(LocalId id);

    /**
     * Answers a difference: one side's values are to stand.
     *
     * @param id the record's id
     * @param side {@code APP} writes the app's values; {@code QUICKBOOKS} takes QuickBooks' into the app, or accepts them
     *     where the kind of record does not go back into the app
     * @param fields the fields meant, as {@code status.differences()} names them; none for all
     * @return what became of it
     */
    SyncStatus resolve(LocalId id, Side side, String... fields);

    /**
     * Links a record with one of QuickBooks, and brings it in step.
     *
     * @param record the record as the app has it
     * @param remote the record in QuickBooks
     * @return what became of it
     */
    MatchOutcome match(L record, RemoteId remote);

    /**
     * Links a record that was handed over before, such as one of uncertain outcome.
     *
     * @param id the record's id
     * @param remote the record in QuickBooks
     * @return what became of it; {@link MatchOutcome.NotThere} also if the app never handed the record over
     */
    MatchOutcome match(LocalId id, RemoteId remote);

    /**
     * Takes a link apart; nothing is deleted on either side. It stays apart until a person matches or creates the record.
     * One whose create has not been answered waits until it is known what became of that, and is not sent again.
     *
     * @param id the record's id
     * @return its status
     */
    SyncStatus unmatch(LocalId id);

    /**
     * As {@link #unmatch(LocalId)}, and remembers who said so: a later setup shows it.
     *
     * @param id the record's id
     * @param by who decided it, in the host's words
     * @return its status
     */
    SyncStatus unmatch(LocalId id, String by);

    /**
     * Says that a record of QuickBooks is not this one, though it looks like it: both are right. Never asked again.
     * What waited for the answer goes on.
     *
     * @param id the record
     * @param other the record of QuickBooks
     * @return how it stands now
     */
    SyncStatus notTheSame(LocalId id, RemoteId other);

    /**
     * Lifts a void or delete that was not sent yet.
     *
     * @param id the record's id
     * @return its status
     */
    SyncStatus withdraw(LocalId id);

    /**
     * Sends a record that is gone, or of uncertain outcome, as a new one under a new request id. A person's word, for one
     * record: look in QuickBooks first.
     *
     * @param id the record's id
     * @return what became of it
     */
    SyncStatus resend(LocalId id);

    /**
     * Lets go of a record that is gone or uncertain: QuickBooks stays as it is, and nothing is sent by itself any more. Where
     * a create is on its way, that is an unmatch: what it made is found out and kept in mind.
     *
     * @param id the record's id
     * @return its status
     */
    SyncStatus forget(LocalId id);
}
