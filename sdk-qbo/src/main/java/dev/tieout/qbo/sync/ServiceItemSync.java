package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.model.ServiceItem;
import dev.tieout.sync.SyncStatus;

/** A firm's service items and their items in QuickBooks, one at a time. Thread-safe. */
public interface ServiceItemSync extends RecordHandle<ServiceItem> {
    /**
     * Creates a service item as an item, if its name is free, whatever the switches say.
     *
     * @param item the service item as the app has it
     * @return created, or who has the name and which names are free
     */
    CreateOutcome createInQuickBooks(ServiceItem item);

    /**
     * Keeps a service item out of step until a person lets it in again. Its link, if it has one, is kept.
     *
     * @param item the service item's id
     * @return its status
     */
    SyncStatus keepOut(LocalId item);

    /**
     * As {@link #keepOut(LocalId)}, and remembers who said so: a later setup shows it.
     *
     * @param item the service item's id
     * @param by who decided it, in the host's words
     * @return its status
     */
    SyncStatus keepOut(LocalId item, String by);

    /**
     * Lets a service item in again that was kept out or unmatched, and brings it in step.
     *
     * @param item the service item's id
     * @return what became of it
     */
    SyncStatus letIn(LocalId item);
}
