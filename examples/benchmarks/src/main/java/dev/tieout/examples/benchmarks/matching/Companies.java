package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.data.AllPairs;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.ClientMatch;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.MatchPlan;
import dev.tieout.matching.MatchPolicy;
import dev.tieout.model.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Compares the records of one list each with each, though we match two lists: it is halved by each bit of the position in
 * turn, so that any two stand on different sides at least once.
 */
final class Companies {
    private static final int SUGGESTIONS = 20;

    private final AllPairs companies;

    Companies(AllPairs companies) {
        this.companies = companies;
    }

    /** All suggestions by score: what a person would go through. */
    List<Pair> ranking() {
        MatchPolicy policy =
                MatchPolicy.reviewAll().toBuilder().maxSuggestions(SUGGESTIONS).build();
        Map<Long, Pair> best = new HashMap<>();
        halves(
                policy,
                (client, match) -> match.candidates()
                        .forEach(c -> keep(best, pair(client, c.customer().value(), c.score()))));
        return List.copyOf(best.values());
    }

    /** What is matched without a person. */
    List<Pair> automatic() {
        Map<Long, Pair> best = new HashMap<>();
        halves(MatchPolicy.balanced(), (client, match) -> {
            if (match.bucket() == Bucket.MATCH) {
                keep(best, pair(client, Objects.requireNonNull(match.customer()).value(), match.score()));
            }
        });
        return List.copyOf(best.values());
    }

    private void halves(MatchPolicy policy, BiConsumer<Integer, ClientMatch> each) {
        for (int bit = 1; bit < companies.size(); bit <<= 1) {
            List<Client> clients = new ArrayList<>();
            List<CustomerRecord> customers = new ArrayList<>();
            for (int i = 0; i < companies.size(); i++) {
                if ((i & bit) == 0) {
                    clients.add(companies.client(i));
                } else {
                    customers.add(companies.customer(i));
                }
            }
            MatchPlan plan = ClientMatcher.of(policy).match(clients, customers, MatchDecisions.none());
            plan.clients().forEach(m -> each.accept(Integer.valueOf(m.client().value()), m));
        }
    }

    private static Pair pair(int client, String customer, double score) {
        int other = Integer.parseInt(customer);
        return new Pair(Math.min(client, other), Math.max(client, other), score);
    }

    private static void keep(Map<Long, Pair> best, Pair pair) {
        long key = (long) pair.client() << 32 | pair.customer();
        best.merge(key, pair, (a, b) -> a.score() >= b.score() ? a : b);
    }

    double recallAt(List<Pair> pairs, double precision) {
        return Sweep.recallAt(
                pairs,
                p -> companies.same(p.client(), p.customer()),
                p -> !companies.same(p.client(), p.customer()),
                companies.pairs(),
                precision);
    }

    /** The share of pairs that are right. */
    double precision(List<Pair> pairs) {
        long right = pairs.stream()
                .filter(p -> companies.same(p.client(), p.customer()))
                .count();
        return pairs.isEmpty() ? 0 : right / (double) pairs.size();
    }
}
