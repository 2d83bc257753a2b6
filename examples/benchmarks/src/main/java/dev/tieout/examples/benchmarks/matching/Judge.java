package dev.tieout.examples.benchmarks.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.ClientMatch;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.matching.CustomerMatch;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.MatchPlan;
import dev.tieout.matching.MatchPolicy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges plans of ours and pairs of peers by one measure. */
final class Judge {
    private Judge() {}

    /** The default policy, as the command that matches two exports sets it. */
    static MatchPolicy policy(int threads) {
        return MatchPolicy.balanced().toBuilder()
                .threads(threads)
                .keepRecords(false)
                .build();
    }

    static MatchPlan match(LabelledLists lists, MatchPolicy policy) {
        return ClientMatcher.of(policy).match(lists.clients(), lists.customers(), MatchDecisions.none());
    }

    static Accuracy ours(LabelledLists lists, MatchPlan plan) {
        Map<LocalId, Integer> clients = new HashMap<>();
        for (int i = 0; i < lists.clients().size(); i++) {
            clients.put(lists.clients().get(i).id(), i);
        }
        Map<RemoteId, Integer> customers = new HashMap<>();
        for (int j = 0; j < lists.customers().size(); j++) {
            customers.put(lists.customers().get(j).id(), j);
        }
        Accuracy accuracy = new Accuracy(lists);
        for (ClientMatch c : plan.clients()) {
            accuracy.client(
                    clients.getOrDefault(c.client(), -1),
                    c.bucket(),
                    c.customer() == null ? -1 : customers.getOrDefault(c.customer(), -1),
                    c.score(),
                    c.candidates().stream()
                            .map(x -> customers.getOrDefault(x.customer(), -1))
                            .toList());
        }
        for (CustomerMatch q : plan.customers()) {
            if (q.bucket() != Bucket.SKIPPED) {
                accuracy.customer(
                        customers.getOrDefault(q.customer(), -1),
                        q.bucket(),
                        q.client() == null ? -1 : clients.getOrDefault(q.client(), -1));
            }
        }
        return accuracy;
    }

    /** A peer's pairs from a threshold on; all others are in nobody's list but UNMATCHED and NEW. */
    static Accuracy peer(LabelledLists lists, List<Pair> pairs, double threshold) {
        Pair[] ofClient = new Pair[lists.clients().size()];
        int[] ofCustomer = new int[lists.customers().size()];
        Arrays.fill(ofCustomer, -1);
        for (Pair pair : pairs) {
            if (pair.score() >= threshold) {
                ofClient[pair.client()] = pair;
                ofCustomer[pair.customer()] = pair.client();
            }
        }
        Accuracy accuracy = new Accuracy(lists);
        for (int i = 0; i < ofClient.length; i++) {
            Pair pair = ofClient[i];
            if (pair == null) {
                accuracy.client(i, Bucket.UNMATCHED, -1, 0, List.of());
            } else {
                accuracy.client(i, Bucket.MATCH, pair.customer(), pair.score(), List.of());
            }
        }
        for (int j = 0; j < ofCustomer.length; j++) {
            if (lists.truth().bucketOfCustomer(j) != Bucket.SKIPPED) {
                accuracy.customer(j, ofCustomer[j] < 0 ? Bucket.NEW : Bucket.MATCH, ofCustomer[j]);
            }
        }
        return accuracy;
    }
}
