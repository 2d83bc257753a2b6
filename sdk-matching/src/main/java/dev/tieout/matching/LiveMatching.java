package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerMatch.SkipReason;
import dev.tieout.matching.internal.deciding.Changes;
import dev.tieout.matching.internal.deciding.Matching;
import dev.tieout.matching.internal.deciding.Task;
import dev.tieout.matching.internal.index.Workers;
import dev.tieout.model.Client;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A matching that takes changed records and new decisions. Its plan is the one that {@link ClientMatcher#match} makes of
 * the present records and decisions, but only what a change touches is compared again. Changes are collected, and settled
 * when the next plan is asked for: many at a time cost less than one by one. Now and then, when the lists have grown or
 * shrunk by some tenths or a quarter of them changes at once, that takes as long as a whole run.
 *
 * <p>Thread-safe: one lock guards it. It keeps the customers' records, and the clients' if the policy says so.
 */
public final class LiveMatching {
    private final Roster roster;
    private final Matching matching;
    private final Map<LocalId, @Nullable Client> clients = new LinkedHashMap<>();
    private final Map<RemoteId, @Nullable CustomerRecord> customers = new LinkedHashMap<>();
    private @Nullable MatchDecisions decisions;
    private Task task;
    private @Nullable MatchPlan latest;
    /** Who is where in the latest plan; {@code null} if that is not so any more. */
    private @Nullable Roster copy;

    /** Whether changes are being settled; if that did not come to its end, nobody knows what was. */
    private boolean settling;

    /** Whether somebody has another row than the task says, or was decided about. */
    private boolean moved;

    LiveMatching(Roster roster, Matching matching) {
        this.roster = roster;
        this.matching = matching;
        this.task = roster.task();
    }

    /**
     * Adds a client, or changes it.
     *
     * @param client the client as it is now
     */
    public void put(Client client) {
        synchronized (matching) {
            clients.put(client.id(), client);
        }
    }

    /**
     * Adds a customer, or changes it.
     *
     * @param customer the customer as it is now
     */
    public void put(CustomerRecord customer) {
        synchronized (matching) {
            customers.put(customer.id(), customer);
        }
    }

    /**
     * Takes a client away. Nothing happens if it is unknown.
     *
     * @param client its id
     */
    public void removeClient(LocalId client) {
        synchronized (matching) {
            clients.put(client, null);
        }
    }

    /**
     * Takes a customer away. Nothing happens if it is unknown.
     *
     * @param customer its id
     */
    public void removeCustomer(RemoteId customer) {
        synchronized (matching) {
            customers.put(customer, null);
        }
    }

    /**
     * Replaces what people have decided.
     *
     * @param newDecisions all decisions as they are now
     */
    public void decisions(MatchDecisions newDecisions) {
        synchronized (matching) {
            decisions = newDecisions;
        }
    }

    /**
     * Settles all changes so far. {@link MatchPlan#changedSince} tells what became different.
     *
     * @return the plan, which later changes do not alter; the same one if there was no change
     * @throws IllegalStateException if the thread was interrupted while changes were settled, now or before: the plans made
     *     until then stay good, but this matching is not; make a new one from the present records
     */
    public MatchPlan plan() {
        synchronized (matching) {
            if (settling) {
                throw new IllegalStateException("settling changes was interrupted half way: make a new live matching");
            }
            if (!clients.isEmpty() || !customers.isEmpty() || decisions != null) {
                settling = true;
                settle();
                settling = false;
                latest = null;
            }
            if (latest == null) {
                copy = copy == null ? roster.copy() : copy;
                latest = new MatchPlan(copy, matching, matching.decision());
            }
            return latest;
        }
    }

    private void settle() {
        Changes changes = matching.changes();
        Set<RemoteId> reconsidered = new LinkedHashSet<>();
        if (decisions != null) {
            addDecided(reconsidered);
            roster.decide(decisions);
            addDecided(reconsidered);
            decisions = null;
            copy = null;
            moved = true;
        }
        int[] added = {0, 0};
        clients.forEach((id, client) -> change(id, client, changes, added));
        customers.forEach((id, customer) -> change(id, customer, changes, added));
        reconsidered.removeAll(customers.keySet());
        reconsidered.forEach(id -> reconsider(id, changes, added));
        clients.clear();
        customers.clear();
        if (moved) {
            task = roster.task();
            moved = false;
            copy = null;
        }
        try (Workers workers = new Workers(roster.policy.threads())) {
            matching.update(changes, task, workers);
        }
    }

    private void addDecided(Set<RemoteId> ids) {
        ids.addAll(roster.decisions.behindCustomer().keySet());
        ids.addAll(roster.confirmedClient.keySet());
    }

    private void change(LocalId id, @Nullable Client client, Changes changes, int[] added) {
        int known = roster.clientRow(id);
        if (client == null) {
            if (known >= 0) {
                roster.removeClient(known);
                changes.clients().remove(known);
                moved = true;
            }
            return;
        }
        int row = known < 0 ? roster.clientIds.size() : known;
        if (roster.add(id)) {
            moved = true;
        }
        if (roster.policy.keepRecords()) {
            if (row == roster.clients.size()) {
                roster.clients.add(client);
            }
            roster.clients.set(row, client);
        }
        PlanBuilder.read(client, changes.newClients());
        changes.clients().put(row, added[0]++);
    }

    private void change(RemoteId id, @Nullable CustomerRecord customer, Changes changes, int[] added) {
        int known = roster.customerPlace(id);
        if (customer == null) {
            if (known >= 0) {
                leave(known, changes);
                roster.removeCustomer(known);
                moved = true;
            }
            return;
        }
        int place = known < 0 ? roster.customerIds.size() : known;
        if (roster.add(id)) {
            roster.customers.add(customer);
            moved = true;
        }
        roster.customers.set(place, customer);
        consider(place, true, changes, added);
    }

    private void reconsider(RemoteId id, Changes changes, int[] added) {
        int place = roster.customerPlace(id);
        if (place >= 0) {
            consider(place, false, changes, added);
        }
    }

    /** Lets a customer in or leaves it out, as the policy and the decisions now say. */
    private void consider(int place, boolean changed, Changes changes, int[] added) {
        CustomerRecord customer = roster.customers.get(place);
        SkipReason reason = roster.reason(customer);
        if (reason != roster.skipped.get(place)) {
            copy = null;
            roster.skipped.set(place, reason);
        }
        if (reason != null) {
            leave(place, changes);
            return;
        }
        boolean enters = roster.engineRow.get(place) < 0;
        int row = enters ? roster.enter(place) : roster.engineRow.get(place);
        moved |= enters;
        roster.suggestOnly(row, customer);
        if (enters || changed) {
            PlanBuilder.read(customer, changes.newCustomers());
            changes.customers().put(row, added[1]++);
        }
    }

    private void leave(int place, Changes changes) {
        if (roster.engineRow.get(place) >= 0) {
            changes.customers().remove(roster.leave(place));
            moved = true;
        }
    }

    /** How many pairs of records were compared so far. */
    long compared() {
        return matching.compared();
    }
}
