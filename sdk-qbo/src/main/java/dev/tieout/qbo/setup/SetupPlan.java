package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a setup found, and what is to be done: matches are to be linked, everything else waits for a decision. Immutable
 * plain data; each decision makes a new plan.
 */
public final class SetupPlan extends Plan<SetupPlan, SetupClient, SetupCustomer> {
    /**
     * A plan of its parts, as they were kept.
     *
     * @param tenant the firm
     * @param realm its company
     * @param madeAt when both sides were read
     * @param clients every client of the app
     * @param customers every customer of QuickBooks that was read
     * @param decisions what is to be done
     * @param decidedBefore what was decided before
     * @throws IllegalArgumentException if the decisions cannot be carried out together; the line at fault is named
     */
    public SetupPlan(
            TenantId tenant,
            RealmId realm,
            Instant madeAt,
            List<SetupClient> clients,
            List<SetupCustomer> customers,
            List<SetupDecision> decisions,
            List<DecidedBefore> decidedBefore) {
        super(
                tenant,
                realm,
                madeAt,
                byId(clients, SetupClient::id),
                byId(customers, SetupCustomer::id),
                Decisions.of("client", "customer", decisions),
                decidedBefore);
        Decisions.check("client", "customer", decisions, super.locals.keySet(), super.remotes.keySet());
    }

    private SetupPlan(SetupPlan of, Decisions decisions) {
        super(of, decisions);
    }

    /**
     * Reads a plan that {@link #toJson} wrote.
     *
     * @param json the text
     * @return the plan
     * @throws IllegalArgumentException if the text is no such plan; or its decisions cannot be carried out together; the
     *     message names ids at most
     */
    public static SetupPlan fromJson(String json) {
        return PlanJson.clients(json);
    }

    @Override
    public String toJson() {
        return PlanJson.write(this);
    }

    @Override
    @Nullable
    RemoteId counterpart(SetupClient line) {
        return line.customer();
    }

    @Override
    SetupPlan with(Decisions other) {
        return new SetupPlan(this, other);
    }

    /**
     * Lists every client of the app.
     *
     * @return the clients
     */
    public List<SetupClient> clients() {
        return List.copyOf(locals.values());
    }

    /**
     * Lists every customer that was read.
     *
     * @return the customers
     */
    public List<SetupCustomer> customers() {
        return List.copyOf(remotes.values());
    }

    /**
     * The bucket New clients: customers without a counterpart in the app.
     *
     * @return the customers in it
     */
    public List<SetupCustomer> newClients() {
        return remotes.values().stream()
                .filter(c -> c.bucket() == Bucket.NEW && !isDecidedBefore(c.id()))
                .toList();
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
        return with(decided.link(client, customer));
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
        return with(decided.createInApp(customer));
    }

    /**
     * Decides to create in the app every customer of the bucket New clients about which nothing is decided yet.
     *
     * @return the changed plan
     */
    public SetupPlan createNewInApp() {
        Set<RemoteId> known = decided.remotes();
        return with(decided.createInApp(newClients().stream()
                .map(SetupCustomer::id)
                .filter(customer -> !known.contains(customer))
                .toList()));
    }
}
