package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerMatch.SkipReason;
import dev.tieout.matching.MatchPolicy.Inclusion;
import dev.tieout.matching.internal.deciding.Task;
import dev.tieout.matching.internal.index.Ints;
import dev.tieout.model.Client;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in which row, and what people decided about them. Not thread-safe while it changes; a copy never does. */
final class Roster {
    /** The natural log odds of an automatic match; each wrong one costs more than thousands of right ones are worth. */
    private static final double BALANCED = 2;

    private static final double STRICT = 6;

    final MatchPolicy policy;
    MatchDecisions decisions;
    final List<LocalId> clientIds;
    final List<RemoteId> customerIds;
    /** The client of each customer that a person linked. */
    Map<RemoteId, LocalId> confirmedClient = Map.of();

    /** The records, if the policy keeps them. */
    final List<Client> clients;

    final List<CustomerRecord> customers;
    /** The engine's row of each customer, or -1 for one that is left out. */
    final Ints engineRow;

    final Ints customerOfRow;
    final List<@Nullable SkipReason> skipped;
    private final BitSet suggestOnly;
    /** The rows of those whom a person has dealt with, as of the last task. */
    private BitSet settledClients = new BitSet();

    private BitSet settledCustomers = new BitSet();
    private @Nullable IdRows<LocalId> clientRows;
    private @Nullable IdRows<RemoteId> customerPlaces;

    Roster(MatchPolicy policy, MatchDecisions decisions) {
        this.policy = policy;
        this.decisions = decisions;
        clientIds = new ArrayList<>();
        customerIds = new ArrayList<>();
        clients = new ArrayList<>();
        customers = new ArrayList<>();
        engineRow = new Ints(1024);
        customerOfRow = new Ints(1024);
        skipped = new ArrayList<>();
        suggestOnly = new BitSet();
        decide(decisions);
    }

    private Roster(Roster o) {
        policy = o.policy;
        decisions = o.decisions;
        confirmedClient = o.confirmedClient;
        clientIds = new ArrayList<>(o.clientIds);
        customerIds = new ArrayList<>(o.customerIds);
        clients = o.clients;
        customers = o.customers;
        engineRow = o.engineRow.copy();
        customerOfRow = o.customerOfRow.copy();
        skipped = new ArrayList<>(o.skipped);
        suggestOnly = new BitSet();
        settledClients = o.settledClients;
        settledCustomers = o.settledCustomers;
    }

    void decide(MatchDecisions newDecisions) {
        decisions = newDecisions;
        Map<RemoteId, LocalId> byCustomer = new HashMap<>();
        newDecisions.confirmed().forEach((client, customer) -> byCustomer.put(customer, client));
        confirmedClient = byCustomer;
    }

    /** A copy for a plan. The records are not copied: they are those of the latest plan. */
    Roster copy() {
        return new Roster(this);
    }

    /** The place of a client in the list, which is its row; -1 if it is unknown. */
    int clientRow(LocalId id) {
        return clientRows().find(id);
    }

    /** The place of a customer in the list, which is not its row; -1 if it is unknown. */
    int customerPlace(RemoteId id) {
        return customerPlaces().find(id);
    }

    private synchronized IdRows<LocalId> clientRows() {
        if (clientRows == null) {
            clientRows = new IdRows<>(clientIds);
        }
        return clientRows;
    }

    private synchronized IdRows<RemoteId> customerPlaces() {
        if (customerPlaces == null) {
            customerPlaces = new IdRows<>(customerIds);
        }
        return customerPlaces;
    }

    /** Gives back what finds the ids, until they are looked for again. */
    synchronized void rest() {
        clientRows = null;
        customerPlaces = null;
    }

    /** Gives a client a row if it has none. */
    boolean add(LocalId id) {
        return clientRows().putIfAbsent(id, clientIds.size()) && clientIds.add(id);
    }

    /** Gives a customer a place if it has none, and no row. */
    boolean add(RemoteId id) {
        if (!customerPlaces().putIfAbsent(id, customerIds.size())) {
            return false;
        }
        customerIds.add(id);
        engineRow.add(-1);
        skipped.add(null);
        return true;
    }

    /** Gives a customer the next row. */
    int enter(int place) {
        int row = customerOfRow.size();
        engineRow.set(place, row);
        customerOfRow.add(place);
        return row;
    }

    /** Takes a customer's row away; the customer of the last row gets it. */
    int leave(int place) {
        int row = engineRow.get(place);
        int last = customerOfRow.size() - 1;
        int moved = customerOfRow.get(last);
        customerOfRow.set(row, moved);
        engineRow.set(moved, row);
        engineRow.set(place, -1);
        customerOfRow.removeLast();
        suggestOnly.set(row, suggestOnly.get(last));
        suggestOnly.clear(last);
        return row;
    }

    /** Takes a client away; the last one gets its row. */
    void removeClient(int row) {
        int last = clientIds.size() - 1;
        clientRows().remove(clientIds.get(row));
        if (row != last) {
            clientRows().put(clientIds.get(last), row);
            clientIds.set(row, clientIds.get(last));
        }
        clientIds.remove(last);
        if (policy.keepRecords()) {
            clients.set(row, clients.get(last));
            clients.remove(last);
        }
    }

    /** Takes a customer without a row away; the last one gets its place. */
    void removeCustomer(int place) {
        int last = customerIds.size() - 1;
        customerPlaces().remove(customerIds.get(place));
        if (place != last) {
            customerPlaces().put(customerIds.get(last), place);
            customerIds.set(place, customerIds.get(last));
            customers.set(place, customers.get(last));
            skipped.set(place, skipped.get(last));
            int row = engineRow.get(last);
            engineRow.set(place, row);
            if (row >= 0) {
                customerOfRow.set(row, place);
            }
        }
        customerIds.remove(last);
        customers.remove(last);
        skipped.remove(last);
        engineRow.removeLast();
    }

    void suggestOnly(int row, CustomerRecord q) {
        boolean inactive = !q.active() && policy.inactiveCustomers() == Inclusion.SUGGEST;
        suggestOnly.set(row, inactive || (q.subCustomer() && policy.subCustomers() == Inclusion.SUGGEST));
    }

    @Nullable
    SkipReason reason(CustomerRecord q) {
        if (confirmedClient.containsKey(q.id())) {
            return null;
        }
        if (decisions.behindCustomer().containsKey(q.id())) {
            return SkipReason.BEHIND_PRIMARY;
        }
        if (q.subCustomer() && policy.subCustomers() == Inclusion.SKIP) {
            return SkipReason.SUB_CUSTOMER;
        }
        return !q.active() && policy.inactiveCustomers() == Inclusion.SKIP ? SkipReason.INACTIVE : null;
    }

    /** The client's customer by a person's decision, if it is there. */
    @Nullable
    RemoteId decidedCustomer(int client) {
        RemoteId customer = settled(client) ? decisions.confirmed().get(clientIds.get(client)) : null;
        return customer != null && customerPlace(customer) >= 0 ? customer : null;
    }

    /** The client that a person chose in this one's stead. */
    @Nullable
    LocalId decidedPrimary(int client) {
        return settled(client) ? decisions.behindClient().get(clientIds.get(client)) : null;
    }

    /** The customer's client by a person's decision, if it is there; not asked of customers that are left out. */
    @Nullable
    LocalId decidedClient(int place) {
        LocalId client = linked(place) ? confirmedClient.get(customerIds.get(place)) : null;
        return client != null && clientRow(client) >= 0 ? client : null;
    }

    boolean settled(int client) {
        return settledClients.get(client);
    }

    boolean linked(int place) {
        return settledCustomers.get(engineRow.get(place));
    }

    Task task() {
        BitSet settledA = new BitSet();
        BitSet settledB = new BitSet();
        decisions.confirmed().forEach((client, customer) -> {
            int i = clientRow(client);
            int j = customerPlace(customer);
            if (i >= 0 && j >= 0) {
                settledA.set(i);
                settledB.set(engineRow.get(j));
            }
        });
        for (LocalId client : decisions.behindClient().keySet()) {
            int i = clientRow(client);
            if (i >= 0) {
                settledA.set(i);
            }
        }
        settledClients = settledA;
        settledCustomers = settledB;
        return new Task(
                rules(),
                policy.profile() == MatchPolicy.Profile.STRICT ? STRICT : BALANCED,
                policy.profile() == MatchPolicy.Profile.REVIEW_ALL,
                Math.max(policy.maxSuggestions(), 5) + 1,
                policy.threads(),
                settledA,
                settledB,
                suggestOnly,
                refused());
    }

    private int rules() {
        return switch (policy.rules()) {
            case EVIDENCE -> Task.EVIDENCE;
            case EMAIL_ONLY -> Task.EMAIL;
            case DISPLAY_NAME_ONLY -> Task.NAME;
            case EMAIL_AND_NAME -> Task.EMAIL_AND_NAME;
        };
    }

    private Set<Long> refused() {
        Set<Long> pairs = new HashSet<>();
        for (MatchDecisions.Pair p : decisions.refused()) {
            int i = clientRow(p.client());
            int j = customerPlace(p.customer());
            if (i >= 0 && j >= 0 && engineRow.get(j) >= 0) {
                pairs.add((long) i << 32 | engineRow.get(j));
            }
        }
        return pairs;
    }
}
