package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.Bucket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a setup found, and what is to be done: matches are to be linked, everything else waits for a decision. Immutable
 * plain data; each decision makes a new plan.
 */
public final class SetupPlan {
    private final TenantId tenant;
    private final RealmId realm;
    private final Instant madeAt;
    private final Map<LocalId, SetupClient> clients;
    private final Map<RemoteId, SetupCustomer> customers;
    private final Decisions decisions;

    /**
     * A plan of its parts, as they were kept.
     *
     * @param tenant the firm
     * @param realm its company
     * @param madeAt when both sides were read
     * @param clients every client of the app
     * @param customers every customer of QuickBooks that was read
     * @param decisions what is to be done
     */
    public SetupPlan(
            TenantId tenant,
            RealmId realm,
            Instant madeAt,
            List<SetupClient> clients,
            List<SetupCustomer> customers,
            List<SetupDecision> decisions) {
        this.tenant = tenant;
        this.realm = realm;
        this.madeAt = madeAt;
        this.clients = new LinkedHashMap<>();
        clients.forEach(client -> this.clients.put(client.id(), client));
        this.customers = new LinkedHashMap<>();
        customers.forEach(customer -> this.customers.put(customer.id(), customer));
        this.decisions = Decisions.of("client", "customer", decisions);
    }

    private SetupPlan(SetupPlan of, Decisions decisions) {
        tenant = of.tenant;
        realm = of.realm;
        madeAt = of.madeAt;
        clients = of.clients;
        customers = of.customers;
        this.decisions = decisions;
    }

    /**
     * Names the firm.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * Names the company.
     *
     * @return the realm
     */
    public RealmId realm() {
        return realm;
    }

    /**
     * Says when both sides were read.
     *
     * @return the moment
     */
    public Instant madeAt() {
        return madeAt;
    }

    /**
     * Lists every client of the app.
     *
     * @return the clients
     */
    public List<SetupClient> clients() {
        return List.copyOf(clients.values());
    }

    /**
     * Lists every customer that was read.
     *
     * @return the customers
     */
    public List<SetupCustomer> customers() {
        return List.copyOf(customers.values());
    }

    /**
     * Lists what is to be done, in the order in which it will be.
     *
     * @return the decisions
     */
    public List<SetupDecision> decisions() {
        return decisions.list();
    }

    /**
     * The bucket Matches: one client and one customer, paired without doubt.
     *
     * @return the clients in it
     */
    public List<SetupClient> matches() {
        return in(Bucket.MATCH);
    }

    /**
     * The bucket Duplicates: a counterpart exists, but only a person can say which.
     *
     * @return the clients in it
     */
    public List<SetupClient> duplicates() {
        return in(Bucket.DUPLICATE);
    }

    /**
     * The bucket Unmatched: clients without a counterpart, perhaps with suggestions.
     *
     * @return the clients in it
     */
    public List<SetupClient> unmatched() {
        return in(Bucket.UNMATCHED);
    }

    /**
     * The bucket New clients: customers without a counterpart in the app.
     *
     * @return the customers in it
     */
    public List<SetupCustomer> newClients() {
        return customers.values().stream().filter(c -> c.bucket() == Bucket.NEW).toList();
    }

    /**
     * Looks up the decision about a client.
     *
     * @param client the client
     * @return the decision, or empty while there is none
     */
    public Optional<SetupDecision> decision(LocalId client) {
        return decisions.about(client);
    }

    /**
     * Decides that a client and a customer are the same. Replaces what was decided about the client.
     *
     * @param client the client
     * @param customer the customer
     * @return the changed plan
     * @throws IllegalArgumentException if either is not in the plan, or the customer is to be linked with another client
     */
    public SetupPlan link(LocalId client, RemoteId customer) {
        known(client);
        known(customer);
        return new SetupPlan(this, decisions.link(client, customer));
    }

    /**
     * Decides to create a client in QuickBooks. Replaces what was decided about the client.
     *
     * @param client the client
     * @return the changed plan
     * @throws IllegalArgumentException if the client is not in the plan, or is linked already
     */
    public SetupPlan createInQuickBooks(LocalId client) {
        if (known(client).linked()) {
            throw new IllegalArgumentException("client " + client + " is linked already: unmatch it first");
        }
        return new SetupPlan(this, decisions.createInQuickBooks(List.of(client)));
    }

    /**
     * Decides to create in QuickBooks every client of the bucket Unmatched about which nothing is decided yet.
     *
     * @return the changed plan
     */
    public SetupPlan createUnmatchedInQuickBooks() {
        return new SetupPlan(
                this,
                decisions.createInQuickBooks(unmatched().stream()
                        .map(SetupClient::id)
                        .filter(decisions::undecided)
                        .toList()));
    }

    /**
     * Decides to create a customer as a client of the app.
     *
     * @param customer the customer
     * @return the changed plan
     * @throws IllegalArgumentException if the customer is not in the plan, or is to be linked
     */
    public SetupPlan createInApp(RemoteId customer) {
        known(customer);
        return new SetupPlan(this, decisions.createInApp(customer));
    }

    /**
     * Decides to create in the app every customer of the bucket New clients about which nothing is decided yet.
     *
     * @return the changed plan
     */
    public SetupPlan createNewInApp() {
        Set<RemoteId> decided = decisions.remotes();
        return new SetupPlan(
                this,
                decisions.createInApp(newClients().stream()
                        .map(SetupCustomer::id)
                        .filter(customer -> !decided.contains(customer))
                        .toList()));
    }

    /**
     * Decides to leave a client alone. Replaces what was decided about it.
     *
     * @param client the client
     * @return the changed plan
     * @throws IllegalArgumentException if the client is not in the plan
     */
    public SetupPlan skip(LocalId client) {
        known(client);
        return new SetupPlan(this, decisions.skip(client));
    }

    /** Counts only: names are the firm's business. */
    @Override
    public String toString() {
        return "SetupPlan[tenant=" + tenant + ", realm=" + realm + ", clients=" + clients.size() + ", customers="
                + customers.size() + ", decisions=" + decisions.size() + "]";
    }

    private List<SetupClient> in(Bucket bucket) {
        return clients.values().stream().filter(c -> c.bucket() == bucket).toList();
    }

    private SetupClient known(LocalId client) {
        SetupClient known = clients.get(client);
        if (known == null) {
            throw new IllegalArgumentException("client " + client + " is not in this plan: preview again");
        }
        return known;
    }

    private void known(RemoteId customer) {
        if (!customers.containsKey(customer)) {
            throw new IllegalArgumentException("customer " + customer + " is not in this plan: preview again");
        }
    }
}
