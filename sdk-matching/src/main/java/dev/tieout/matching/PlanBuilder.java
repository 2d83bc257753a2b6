package dev.tieout.matching;

import dev.tieout.matching.CustomerMatch.SkipReason;
import dev.tieout.matching.internal.deciding.Matching;
import dev.tieout.matching.internal.deciding.Task;
import dev.tieout.matching.internal.index.Workers;
import dev.tieout.matching.internal.records.SideBuilder;
import dev.tieout.matching.internal.records.SidePart;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Feeds the records to the engine. Used once; not thread-safe. */
final class PlanBuilder {
    final Roster roster;
    private final MatchPolicy policy;
    private final boolean live;

    /** @param live whether records will change; then the customers are kept whatever the policy says */
    PlanBuilder(MatchPolicy policy, MatchDecisions decisions, boolean live) {
        this.policy = policy;
        this.live = live;
        roster = new Roster(policy, decisions);
    }

    Matching build(Iterable<Client> allClients, Iterable<CustomerRecord> allCustomers) {
        try (Workers workers = new Workers(policy.threads())) {
            Queue<SideBuilder> idle = new ConcurrentLinkedQueue<>();
            Feed<Client> clientFeed = new Feed<>(workers, policy.threads(), idle, PlanBuilder::read);
            for (Client c : allClients) {
                add(c, clientFeed);
            }
            SidePart[] sideA = clientFeed.finish();
            Feed<CustomerRecord> customerFeed = new Feed<>(workers, policy.threads(), idle, PlanBuilder::read);
            for (CustomerRecord q : allCustomers) {
                add(q, customerFeed);
            }
            SidePart[] sideB = customerFeed.finish();
            Task task = roster.task();
            idle.clear();
            if (!live) {
                roster.rest();
            }
            return new Matching(sideA, sideB, task, live, workers);
        }
    }

    private void add(Client c, Feed<Client> feed) {
        if (!roster.add(c.id())) {
            throw new IllegalArgumentException("client " + c.id() + " is listed twice: give each client once");
        }
        if (policy.keepRecords()) {
            roster.clients.add(c);
        }
        feed.add(c);
    }

    static void read(Client c, SideBuilder side) {
        Boolean business = c.kind() == ClientKind.UNKNOWN ? null : (Boolean) (c.kind() == ClientKind.BUSINESS);
        side.add(
                c.id().value(),
                c.displayName(),
                Boolean.FALSE.equals(business) ? null : c.companyName(),
                c.firstName(),
                c.middleName(),
                c.lastName(),
                null,
                business,
                c.emails(),
                c.phones(),
                c.address());
    }

    private void add(CustomerRecord q, Feed<CustomerRecord> feed) {
        int place = roster.customerIds.size();
        if (!roster.add(q.id())) {
            throw new IllegalArgumentException("customer " + q.id() + " is listed twice: give each customer once");
        }
        if (policy.keepRecords() || live) {
            roster.customers.add(q);
        }
        SkipReason reason = roster.reason(q);
        roster.skipped.set(place, reason);
        if (reason == null) {
            roster.suggestOnly(roster.enter(place), q);
            feed.add(q);
        }
    }

    static void read(CustomerRecord q, SideBuilder side) {
        String emails = q.emails();
        side.add(
                q.id().value(),
                q.displayName(),
                q.companyName(),
                q.givenName(),
                q.middleName(),
                q.familyName(),
                q.suffix(),
                null,
                emails == null ? List.of() : List.of(emails),
                q.phones(),
                q.address());
    }
}
