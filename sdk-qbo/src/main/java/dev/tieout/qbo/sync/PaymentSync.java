package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.model.ClientPayment;
import dev.tieout.sync.SyncStatus;

/** A firm's payments on their way to QuickBooks. Thread-safe. */
public interface PaymentSync {
    /**
     * Brings a payment to QuickBooks now, on this thread. Safe to repeat: one payment becomes one there, even if an answer is
     * lost on the way.
     *
     * @param payment the payment as the app has it
     * @return where it stands; {@code WAITING} names the record that must come first
     */
    SyncStatus sync(ClientPayment payment);

    /**
     * Records that a payment is to be brought to QuickBooks; {@code QuickBooks.runDue} sends it. No call goes out.
     *
     * @param payment the payment as the app has it
     * @return its status
     */
    SyncStatus stage(ClientPayment payment);

    /**
     * Voids a payment in QuickBooks: it stays there, with zero amounts.
     *
     * @param payment the payment's id
     * @return its status, {@code GONE} when it is void
     */
    SyncStatus voidPayment(LocalId payment);

    /**
     * Looks up where a payment stands. No call goes out.
     *
     * @param payment the payment's id
     * @return its status
     */
    SyncStatus status(LocalId payment);

    /**
     * Tries a payment again that needs attention, is in conflict or uncertain. After an uncertain outcome this creates the
     * record anew: look in QuickBooks first.
     *
     * @param payment the payment's id
     * @return its status
     */
    SyncStatus retry(LocalId payment);
}
