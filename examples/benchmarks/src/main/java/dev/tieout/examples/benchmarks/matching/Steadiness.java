package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.MatchPlan;
import dev.tieout.model.Client;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Counts the decisions that come out differently on another run, with another number of threads, in another order. */
final class Steadiness {
    private Steadiness() {}

    static void rows(Bars bars, LabelledLists lists, MatchPlan plan) {
        int again = differences(plan, Judge.match(lists, Judge.policy(2)));
        int alone = differences(plan, Judge.match(lists, Judge.policy(1)));
        bars.atMost("decisions that differ: second run, one thread", again + alone, null, 0);
        List<Client> clients = new ArrayList<>(lists.clients());
        List<CustomerRecord> customers = new ArrayList<>(lists.customers());
        Collections.shuffle(clients, new Random(3));
        Collections.shuffle(customers, new Random(5));
        MatchPlan shuffled = ClientMatcher.of(Judge.policy(2)).match(clients, customers, MatchDecisions.none());
        bars.atMost("decisions that differ: both lists shuffled", differences(plan, shuffled), null, 0);
    }

    static int differences(MatchPlan one, MatchPlan other) {
        return differences(one.clients(), other.clients()) + differences(one.customers(), other.customers());
    }

    private static int differences(List<?> one, List<?> other) {
        Set<Object> seen = new HashSet<>(one);
        int unseen = 0;
        for (Object match : other) {
            unseen += seen.contains(match) ? 0 : 1;
        }
        return unseen;
    }
}
