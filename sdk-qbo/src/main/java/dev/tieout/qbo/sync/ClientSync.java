package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.sync.SyncStatus;
import java.util.List;

/** A firm's clients and their customers in QuickBooks, one at a time. Thread-safe. */
public interface ClientSync extends RecordHandle<Client> {
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
     * Creates a client as a customer, if its display name is free, whatever the switches say.
     *
     * @param client the client as the app has it
     * @return created, or who has the name and which names are free
     */
    CreateOutcome createInQuickBooks(Client client);

    /**
     * Keeps a client out of step until a person lets it in again. Its link, if it has one, is kept.
     *
     * @param client the client's id
     * @return its status
     */
    SyncStatus keepOut(LocalId client);

    /**
     * As {@link #keepOut(LocalId)}, and remembers who said so: a later setup shows it.
     *
     * @param client the client's id
     * @param by who decided it, in the host's words
     * @return its status
     */
    SyncStatus keepOut(LocalId client, String by);

    /**
     * Lets a client in again that was kept out or unmatched, and brings it in step.
     *
     * @param client the client's id
     * @return what became of it
     */
    SyncStatus letIn(LocalId client);
}
