package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.sync.SyncStatus;

/** A firm's clients and their customers in QuickBooks, one at a time. Thread-safe. */
public interface ClientSync {
    /**
     * Brings a client to QuickBooks now, on this thread. Safe to repeat: one client becomes one customer.
     *
     * @param client the client as the app has it
     * @return where it stands; a refusal of QuickBooks is a problem in it, no exception
     */
    SyncStatus sync(Client client);

    /**
     * Records that a client is to be brought to QuickBooks; {@code QuickBooks.runDue} sends it. No call goes out.
     *
     * @param client the client as the app has it
     * @return its status
     */
    SyncStatus stage(Client client);

    /**
     * Links a client with a customer, and writes the app's values where they differ.
     *
     * @param client the client as the app has it
     * @param customer the customer
     * @return what became of it
     */
    MatchOutcome match(Client client, RemoteId customer);

    /**
     * Takes a link apart; nothing is deleted on either side. {@link #match} puts it together again.
     *
     * @param client the client's id
     * @return its status, no longer synced
     */
    SyncStatus unmatch(LocalId client);

    /**
     * Creates a client as a customer, if its display name is free.
     *
     * @param client the client as the app has it
     * @return created, or who has the name and which names are free
     */
    CreateOutcome createInQuickBooks(Client client);

    /**
     * Looks up where a client stands. No call goes out.
     *
     * @param client the client's id
     * @return its status
     */
    SyncStatus status(LocalId client);

    /**
     * Tries a client again that needs attention, is in conflict or uncertain. After an uncertain outcome this creates
     * the record anew: look in QuickBooks first.
     *
     * @param client the client's id
     * @return its status
     */
    SyncStatus retry(LocalId client);
}
