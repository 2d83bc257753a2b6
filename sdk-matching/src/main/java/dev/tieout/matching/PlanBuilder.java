package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerMatch.SkipReason;
import dev.tieout.matching.MatchPolicy.Inclusion;
import dev.tieout.matching.internal.Ints;
import dev.tieout.matching.internal.Matching;
import dev.tieout.matching.internal.SideBuilder;
import dev.tieout.matching.internal.Task;
import dev.tieout.matching.internal.TextKeys;
import dev.tieout.matching.internal.Workers;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feeds the records to the engine and keeps what the plan needs of them. Used once; not thread-safe. */
final class PlanBuilder {
    /** The natural log odds of an automatic match; each wrong one costs more than thousands of right ones are worth. */
    private static final double BALANCED = 2;

    private static final double STRICT = 6;

    final MatchPolicy policy;
    final MatchDecisions decisions;
    final List<LocalId> clientIds = new ArrayList<>();
    final List<RemoteId> customerIds = new ArrayList<>();
    /** The client of each customer that a person linked. */
    final Map<RemoteId, LocalId> confirmedClient = new HashMap<>();

    final Map<LocalId, Integer> clientRows = new HashMap<>();
    final Map<RemoteId, Integer> customerRows = new HashMap<>();
    final List<Client> clients = new ArrayList<>();
    final List<CustomerRecord> customers = new ArrayList<>();
    /** The engine's row of each customer, or -1 for one that is left out. */
    final Ints engineRow = new Ints(1024);

    final Ints customerOfRow = new Ints(1024);
    final List<@Nullable SkipReason> skipped = new ArrayList<>();
    private final BitSet suggestOnly = new BitSet();

    PlanBuilder(MatchPolicy policy, MatchDecisions decisions) {
        this.policy = policy;
        this.decisions = decisions;
        decisions.confirmed().forEach((client, customer) -> confirmedClient.put(customer, client));
    }

    MatchPlan build(Iterable<Client> allClients, Iterable<CustomerRecord> allCustomers) {
        try (Workers workers = new Workers(policy.threads())) {
            Feed<Client> clientFeed = new Feed<>(workers, policy.threads(), PlanBuilder::read);
            for (Client c : allClients) {
                add(c, clientFeed);
            }
            SideBuilder[] sideA = clientFeed.finish();
            Feed<CustomerRecord> customerFeed = new Feed<>(workers, policy.threads(), PlanBuilder::read);
            for (CustomerRecord q : allCustomers) {
                add(q, customerFeed);
            }
            SideBuilder[] sideB = customerFeed.finish();
            return new MatchPlan(this, new Matching(sideA, sideB, ties(), task(), workers));
        }
    }

    private void add(Client c, Feed<Client> feed) {
        if (clientRows.putIfAbsent(c.id(), clientIds.size()) != null) {
            throw new IllegalArgumentException("client " + c.id() + " is listed twice: give each client once");
        }
        clientIds.add(c.id());
        if (policy.keepRecords()) {
            clients.add(c);
        }
        feed.add(c);
    }

    private static void read(Client c, SideBuilder side) {
        Boolean business = c.kind() == ClientKind.UNKNOWN ? null : (Boolean) (c.kind() == ClientKind.BUSINESS);
        side.add(
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
        if (customerRows.putIfAbsent(q.id(), customerIds.size()) != null) {
            throw new IllegalArgumentException("customer " + q.id() + " is listed twice: give each customer once");
        }
        customerIds.add(q.id());
        if (policy.keepRecords()) {
            customers.add(q);
        }
        SkipReason reason = reason(q);
        skipped.add(reason);
        if (reason != null) {
            engineRow.add(-1);
            return;
        }
        engineRow.add(customerOfRow.size());
        customerOfRow.add(customerIds.size() - 1);
        if ((!q.active() && policy.inactiveCustomers() == Inclusion.SUGGEST)
                || (q.subCustomer() && policy.subCustomers() == Inclusion.SUGGEST)) {
            suggestOnly.set(customerOfRow.size() - 1);
        }
        feed.add(q);
    }

    private static void read(CustomerRecord q, SideBuilder side) {
        String emails = q.emails();
        side.add(
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

    private @Nullable SkipReason reason(CustomerRecord q) {
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

    private long[] ties() {
        long[] ties = new long[customerOfRow.size()];
        for (int j = 0; j < ties.length; j++) {
            String id = customerIds.get(customerOfRow.get(j)).value();
            ties[j] = TextKeys.hash(id, 0, id.length());
        }
        return ties;
    }

    private Task task() {
        BitSet settledA = new BitSet();
        BitSet settledB = new BitSet();
        decisions.confirmed().forEach((client, customer) -> {
            Integer i = clientRows.get(client);
            Integer j = customerRows.get(customer);
            if (i != null && j != null) {
                settledA.set(i);
                settledB.set(engineRow.get(j));
            }
        });
        for (LocalId client : decisions.behindClient().keySet()) {
            Integer i = clientRows.get(client);
            if (i != null) {
                settledA.set(i);
            }
        }
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
            Integer i = clientRows.get(p.client());
            Integer j = customerRows.get(p.customer());
            if (i != null && j != null && engineRow.get(j) >= 0) {
                pairs.add((long) i << 32 | engineRow.get(j));
            }
        }
        return pairs;
    }
}
