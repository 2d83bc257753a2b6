package dev.tieout.qbo.sync;

import dev.tieout.model.ClientPayment;

/** A firm's payments, from the app to QuickBooks. Thread-safe. */
public interface PaymentSync extends RecordHandle<ClientPayment>, Voids, Deletes {}
