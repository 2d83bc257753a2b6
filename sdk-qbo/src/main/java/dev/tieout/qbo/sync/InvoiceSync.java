package dev.tieout.qbo.sync;

import dev.tieout.model.ClientInvoice;

/** A firm's invoices, from the app to QuickBooks. Thread-safe. */
public interface InvoiceSync extends RecordHandle<ClientInvoice>, Voids, Deletes {}
