package dev.tieout.qbo.sync;

import dev.tieout.model.ClientRefund;

/** A firm's refunds, from the app to QuickBooks, which deletes them and knows no void. Thread-safe. */
public interface RefundSync extends RecordHandle<ClientRefund>, Deletes {}
