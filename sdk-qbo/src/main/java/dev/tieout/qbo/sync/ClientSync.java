package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;

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
     * Finds customers a page at a time, as {@link #search(String)} does.
     *
     * @param text what a person typed so far; blank lists the customers by name
     * @param by what is searched
     * @param page which page, from 0 on
     * @param size how many a page, 1 to 100
     * @return the page; nothing beyond the first 1,000 hits: have the person type more
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    CustomerPage search(String text, SearchBy by, int page, int size);

    /**
     * Says what matching a client with a customer would do, for a person to confirm: each field with both values, and what stays
     * untouched. Reads the customer, writes nothing.
     *
     * @param client the client as the app has it
     * @param customer the customer
     * @return what would be done, or empty if QuickBooks has no such customer
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    Optional<MatchPreview> previewMatch(Client client, RemoteId customer);

    /**
     * Matches a client that may be linked with another customer: its link is moved, as {@code match} never does by itself.
     *
     * @param client the client as the app has it
     * @param customer the customer
     * @return what became of it
     */
    MatchOutcome move(Client client, RemoteId customer);

    /**
     * Takes an unmatch back: the client is linked again with the customer that it was unmatched from, and all is as it was.
     *
     * @param client the client's id
     * @return what became of it; {@link MatchOutcome.NotThere} if it was not unmatched, or the customer is gone or inactive
     */
    MatchOutcome undoUnmatch(LocalId client);

    /**
     * Creates a client as a customer, if its display name is free, whatever the switches say. The name is checked before, so
     * that a taken one leaves no problem behind, and again if QuickBooks refuses it.
     *
     * @param client the client as the app has it
     * @return created, or who has the name and which names are free
     */
    CreateOutcome createInQuickBooks(Client client);

    /**
     * Creates a client under a name that a person chose because its own is taken. The name is written back to the app's client,
     * and kept with the link: where the app goes on with the old one, it is not tried again.
     *
     * @param client the client as the app has it, with its old name
     * @param displayName the chosen name
     * @return created, or who has that name too
     */
    CreateOutcome createInQuickBooks(Client client, String displayName);

    /**
     * Tells how the switch of a client stands, for its form: whether it is kept in step. Of a client that the library never heard
     * of it is what the firm's settings say about creating clients. No call goes out.
     *
     * @param client the client's id
     * @return whether it is on
     */
    boolean isOn(LocalId client);

    /**
     * Turns the switch of a client, at its creation or later. Off keeps it out, whatever is edited on either side; on lets it in
     * and brings it in step in the background, also where the firm's settings create no clients by themselves. One look-up and
     * one or two saves.
     *
     * @param client the client as the app has it
     * @param on whether it is to be kept in step
     * @return its status
     */
    SyncStatus toggle(Client client, boolean on);

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
