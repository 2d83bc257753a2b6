package dev.tieout.qbo.sync;

import dev.tieout.model.ServiceItem;

/** A firm's service items and their items in QuickBooks, one at a time. Thread-safe. */
public interface ServiceItemSync extends RecordHandle<ServiceItem> {
    /**
     * Creates a service item as an item, if its name is free, whatever the switches say.
     *
     * @param item the service item as the app has it
     * @return created, or who has the name and which names are free
     */
    CreateOutcome createInQuickBooks(ServiceItem item);
}
