package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerMatch.SkipReason;
import dev.tieout.matching.internal.deciding.Decision;
import dev.tieout.matching.internal.deciding.Matching;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What matching proposes: every client and every customer in exactly one list, never two clients on one customer.
 *
 * <p>Immutable and thread-safe. The lists are views that are computed as they are read.
 */
public final class MatchPlan {
    final Roster input;
    final Matching matching;
    final Decision decision;
    private final Map<Integer, List<Claim>> claims = new HashMap<>();

    record Claim(int client, double score) {}

    MatchPlan(Roster input, Matching matching, Decision decision) {
        this.input = input;
        this.matching = matching;
        this.decision = decision;
        for (int i = 0; i < input.clientIds.size(); i++) {
            if (decision.bucketOfClient(i) == Decision.DUPLICATE) {
                for (int rank = 0; rank < input.policy.maxSuggestions() && decision.candidate(i, rank) >= 0; rank++) {
                    int j = decision.candidate(i, rank);
                    if (decision.bucketOfCustomer(j) == Decision.DUPLICATE) {
                        claims.computeIfAbsent(j, x -> new ArrayList<>()).add(new Claim(i, decision.score(i, rank)));
                    }
                }
            }
        }
        claims.values()
                .forEach(list -> list.sort(Comparator.comparingDouble(Claim::score)
                        .reversed()
                        .thenComparing(
                                claim -> input.clientIds.get(claim.client()).value())));
    }

    /**
     * Returns every client once, in the order given; in the plan of a live matching, those that changed may stand elsewhere.
     *
     * @return an unmodifiable view
     */
    public List<ClientMatch> clients() {
        return new AbstractList<>() {
            @Override
            public ClientMatch get(int i) {
                return clientAt(i);
            }

            @Override
            public int size() {
                return input.clientIds.size();
            }
        };
    }

    /**
     * Returns every customer once, in the order given; in the plan of a live matching, those that changed may stand
     * elsewhere.
     *
     * @return an unmodifiable view
     */
    public List<CustomerMatch> customers() {
        return new AbstractList<>() {
            @Override
            public CustomerMatch get(int i) {
                return customerAt(i);
            }

            @Override
            public int size() {
                return input.customerIds.size();
            }
        };
    }

    /**
     * Looks up a client.
     *
     * @param id its id
     * @return what was decided for it, or empty if it was not in the input
     */
    public Optional<ClientMatch> client(LocalId id) {
        int row = input.clientRow(id);
        return row < 0 ? Optional.empty() : Optional.of(clientAt(row));
    }

    /**
     * Looks up a customer.
     *
     * @param id its id
     * @return what was decided for it, or empty if it was not in the input
     */
    public Optional<CustomerMatch> customer(RemoteId id) {
        int place = input.customerPlace(id);
        return place < 0 ? Optional.empty() : Optional.of(customerAt(place));
    }

    /**
     * Compares this plan with an earlier one, so that a host changes what it shows and nothing else. Cheap for two plans of
     * one live matching.
     *
     * @param earlier the plan to compare with
     * @return the clients and customers of whom the plans say different things, or that one of them does not have
     */
    public PlanChanges changedSince(MatchPlan earlier) {
        return new PlanComparison(earlier, this).changes();
    }

    /**
     * Counts the clients of each list.
     *
     * @return an unmodifiable map; a list without clients is left out
     */
    public Map<Bucket, Integer> clientCounts() {
        Map<Bucket, Integer> counts = new EnumMap<>(Bucket.class);
        clients().forEach(c -> counts.merge(c.bucket(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Counts the customers of each list.
     *
     * @return an unmodifiable map; a list without customers is left out
     */
    public Map<Bucket, Integer> customerCounts() {
        Map<Bucket, Integer> counts = new EnumMap<>(Bucket.class);
        customers().forEach(c -> counts.merge(c.bucket(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Explains a client's decision: against its customer, or else against its best candidate.
     *
     * @param client the client
     * @return the explanation
     * @throws IllegalArgumentException if the client was not in the input
     * @throws IllegalStateException if the policy said not to keep the records, or if this is the plan of a live matching
     *     that has made a newer one
     */
    public Explanation explain(LocalId client) {
        return explained(client, null);
    }

    /**
     * Explains how a client and a customer compare.
     *
     * @param client the client
     * @param customer the customer
     * @return the explanation
     * @throws IllegalArgumentException if either was not in the input, or the customer was skipped
     * @throws IllegalStateException if the policy said not to keep the records, or if this is the plan of a live matching
     *     that has made a newer one
     */
    public Explanation explain(LocalId client, RemoteId customer) {
        return explained(client, customer);
    }

    private Explanation explained(LocalId client, @Nullable RemoteId customer) {
        synchronized (matching) {
            if (matching.decision() != decision) {
                throw new IllegalStateException("a newer plan was made of the live matching: explain from that one");
            }
            return new Explainer(this).explain(client, customer);
        }
    }

    static double confidence(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    RemoteId customerId(int engineRow) {
        return input.customerIds.get(input.customerOfRow.get(engineRow));
    }

    ClientMatch clientAt(int i) {
        LocalId id = input.clientIds.get(i);
        RemoteId confirmed = input.decidedCustomer(i);
        if (confirmed != null) {
            return new ClientMatch(id, Bucket.MATCH, confirmed, 1, Double.POSITIVE_INFINITY, true, List.of(), null);
        }
        LocalId primary = input.decidedPrimary(i);
        if (primary != null) {
            return new ClientMatch(id, Bucket.UNMATCHED, null, 0, Double.NEGATIVE_INFINITY, true, List.of(), primary);
        }
        int bucket = decision.bucketOfClient(i);
        double score = decision.candidate(i, 0) < 0 ? Double.NEGATIVE_INFINITY : decision.score(i, 0);
        if (bucket == Decision.MATCH) {
            return new ClientMatch(
                    id,
                    Bucket.MATCH,
                    customerId(decision.customerOf(i)),
                    confidence(score),
                    score,
                    false,
                    List.of(),
                    null);
        }
        List<Candidate> candidates = candidates(i, bucket == Decision.DUPLICATE);
        Bucket list = bucket == Decision.DUPLICATE ? Bucket.DUPLICATE : Bucket.UNMATCHED;
        return new ClientMatch(id, list, null, confidence(score), score, false, candidates, null);
    }

    List<Candidate> candidates(int i, boolean claimedOnly) {
        List<Candidate> list = new ArrayList<>();
        for (int rank = 0; rank < input.policy.maxSuggestions() && decision.candidate(i, rank) >= 0; rank++) {
            int j = decision.candidate(i, rank);
            if (!claimedOnly || decision.bucketOfCustomer(j) == Decision.DUPLICATE) {
                double score = decision.score(i, rank);
                list.add(new Candidate(customerId(j), confidence(score), score));
            }
        }
        return list;
    }

    /** The clients that claim a duplicate, best first. */
    List<Claim> claims(int engineRow) {
        return claims.getOrDefault(engineRow, List.of());
    }

    CustomerMatch customerAt(int index) {
        RemoteId id = input.customerIds.get(index);
        SkipReason reason = input.skipped.get(index);
        if (reason != null) {
            return new CustomerMatch(id, Bucket.SKIPPED, null, List.of(), reason);
        }
        LocalId confirmed = input.decidedClient(index);
        if (confirmed != null) {
            return new CustomerMatch(id, Bucket.MATCH, confirmed, List.of(), null);
        }
        int j = input.engineRow.get(index);
        int bucket = decision.bucketOfCustomer(j);
        if (bucket == Decision.MATCH) {
            return new CustomerMatch(id, Bucket.MATCH, input.clientIds.get(decision.clientOf(j)), List.of(), null);
        }
        if (bucket == Decision.NONE) {
            return new CustomerMatch(id, Bucket.NEW, null, List.of(), null);
        }
        List<LocalId> claimants = claims(j).stream()
                .map(claim -> input.clientIds.get(claim.client()))
                .toList();
        return new CustomerMatch(id, Bucket.DUPLICATE, null, claimants, null);
    }
}
