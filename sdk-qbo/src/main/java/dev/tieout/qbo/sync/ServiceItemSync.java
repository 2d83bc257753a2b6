package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.model.ServiceItem;
import dev.tieout.sync.SyncStatus;

/** A firm's service items and their items in QuickBooks, one at a time. Thread-safe. */
public interface ServiceItemSync extends RecordHandle<ServiceItem> {
    /**
     * Finds services in QuickBooks a page at a time, for a dialog: by name, with the category's, or by code, whole or in part,
     * typing mistakes forgiven; the best first. The first search of a company reads all its active services; for ten minutes
     * the next ones make no call.
     *
     * @param text what a person typed so far; blank lists the services by name
     * @param page which page, from 0 on
     * @param size how many a page, 1 to 100
     * @return the page; nothing beyond the first 1,000 hits: have the person type more
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    ItemPage search(String text, int page, int size);

    /**
     * Creates a service item under a name that a person chose because its own is taken. The name is written back to the app's
     * service item, and kept with the link: where the app goes on with the old one, it is not tried again.
     *
     * @param item the service item as the app has it, with its old name
     * @param name the chosen name
     * @return created, or who has that name too
     */
    CreateOutcome createInQuickBooks(ServiceItem item, String name);

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
