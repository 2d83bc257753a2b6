package dev.tieout.sync;

import dev.tieout.TenantId;

/**
 * Is told when the state of a record changes: once, after it was stored, on the thread that did the work. What it throws
 * is logged and otherwise ignored. Must be thread-safe.
 */
@FunctionalInterface
public interface SyncListener {
    /**
     * The state of a record has changed.
     *
     * @param tenant the firm
     * @param before where the record stood
     * @param after where it stands now
     */
    void changed(TenantId tenant, SyncStatus before, SyncStatus after);
}
