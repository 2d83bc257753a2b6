package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.sync.SyncStatus;

/** The verbs of records that QuickBooks can delete for good. Thread-safe. */
public interface Deletes {
    /**
     * Deletes a record in QuickBooks now, on this thread; one that was never sent is never sent.
     *
     * @param id the record's id
     * @return what became of it
     */
    SyncStatus deleteNow(LocalId id);

    /**
     * Records that a record is to be deleted; {@code QuickBooks.runDue} does it.
     *
     * @param id the record's id
     * @return its status
     */
    SyncStatus stageDelete(LocalId id);
}
