package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.sync.SyncStatus;
import java.util.List;

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
     * Finds customers for a dialog: by display name, company name or e-mail address, whole or in part, typing mistakes
     * forgiven; the best first, those not linked yet before the others. The first search of a company reads all its
     * customers; for ten minutes the next ones make no call.
     *
     * @param text what a person typed so far; blank lists the first customers by name
     * @return at most 20
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    List<CustomerHit> search(String text);

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
