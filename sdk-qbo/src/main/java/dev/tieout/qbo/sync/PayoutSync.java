package dev.tieout.qbo.sync;

import dev.tieout.model.Payout;

/**
 * A firm's payouts, from the app to QuickBooks, each one bank deposit. A payout waits for its payments and refunds. What it is
 * made of does not change once QuickBooks has it; {@code deleteNow} and {@code resend} make it anew. Thread-safe.
 */
public interface PayoutSync extends RecordHandle<Payout>, Deletes {}
