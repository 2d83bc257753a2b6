package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.sync.SyncStatus;

/** The verbs of records that QuickBooks can void: kept, and taken out of the books. Thread-safe. */
public interface Voids {
    /**
     * Voids a record in QuickBooks now, on this thread; one that was never sent is never sent. Later edits have no effect.
     *
     * @param id the record's id
     * @return what became of it
     */
    SyncStatus voidNow(LocalId id);

    /**
     * Records that a record is to be voided; {@code QuickBooks.runDue} does it.
     *
     * @param id the record's id
     * @return its status
     */
    SyncStatus stageVoid(LocalId id);
}
