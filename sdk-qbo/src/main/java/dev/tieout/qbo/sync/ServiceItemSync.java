package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.ServiceItem;
import dev.tieout.sync.SyncStatus;

/** A firm's service items and their items in QuickBooks, one at a time. Thread-safe. */
public interface ServiceItemSync {
    /**
     * Brings a service item to QuickBooks now, on this thread. Safe to repeat.
     *
     * @param item the service item as the app has it
     * @return where it stands; a refusal of QuickBooks is a problem in it, no exception
     */
    SyncStatus sync(ServiceItem item);

    /**
     * Records that a service item is to be brought to QuickBooks. No call goes out.
     *
     * @param item the service item as the app has it
     * @return its status
     */
    SyncStatus stage(ServiceItem item);

    /**
     * Links a service item with an item, and writes the app's values where they differ.
     *
     * @param item the service item as the app has it
     * @param remote the item in QuickBooks
     * @return what became of it
     */
    MatchOutcome match(ServiceItem item, RemoteId remote);

    /**
     * Takes a link apart; nothing is deleted on either side.
     *
     * @param item the service item's id
     * @return its status, no longer synced
     */
    SyncStatus unmatch(LocalId item);

    /**
     * Looks up where a service item stands. No call goes out.
     *
     * @param item the service item's id
     * @return its status
     */
    SyncStatus status(LocalId item);

    /**
     * Tries a service item again that needs attention, is in conflict or uncertain.
     *
     * @param item the service item's id
     * @return its status
     */
    SyncStatus retry(LocalId item);
}
