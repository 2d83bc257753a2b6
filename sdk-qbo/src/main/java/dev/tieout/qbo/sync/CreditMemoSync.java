package dev.tieout.qbo.sync;

import dev.tieout.model.ClientCreditMemo;

/** A firm's credit memos, from the app to QuickBooks, which deletes them and knows no void. Thread-safe. */
public interface CreditMemoSync extends RecordHandle<ClientCreditMemo>, Deletes {}
