package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.sync.SyncStatus;

/** A firm's invoices on their way to QuickBooks. Thread-safe. */
public interface InvoiceSync {
    /**
     * Brings an invoice to QuickBooks now, on this thread. Safe to repeat: one invoice becomes one there, even if an answer is
     * lost on the way.
     *
     * @param invoice the invoice as the app has it
     * @return where it stands; {@code WAITING} names the record that must come first
     */
    SyncStatus sync(ClientInvoice invoice);

    /**
     * Records that an invoice is to be brought to QuickBooks; {@code QuickBooks.runDue} sends it. No call goes out.
     *
     * @param invoice the invoice as the app has it
     * @return its status
     */
    SyncStatus stage(ClientInvoice invoice);

    /**
     * Voids an invoice in QuickBooks: it stays there, with zero amounts.
     *
     * @param invoice the invoice's id
     * @return its status, {@code GONE} when it is void
     */
    SyncStatus voidInvoice(LocalId invoice);

    /**
     * Looks up where an invoice stands. No call goes out.
     *
     * @param invoice the invoice's id
     * @return its status
     */
    SyncStatus status(LocalId invoice);

    /**
     * Tries an invoice again that needs attention, is in conflict or uncertain. After an uncertain outcome this creates the
     * record anew: look in QuickBooks first.
     *
     * @param invoice the invoice's id
     * @return its status
     */
    SyncStatus retry(LocalId invoice);
}
