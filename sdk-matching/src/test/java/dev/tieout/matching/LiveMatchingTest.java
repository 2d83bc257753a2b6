package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.MatchPolicy.Inclusion;
import dev.tieout.matching.MatchPolicy.Rules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A live matching says what a new run would say. */
class LiveMatchingTest {
    private static MatchPolicy policy(String name) {
        MatchPolicy.Builder b = MatchPolicy.balanced().toBuilder();
        return switch (name) {
            case "suggest" ->
                b.inactiveCustomers(Inclusion.SUGGEST)
                        .subCustomers(Inclusion.MATCH)
                        .build();
            case "strict" -> MatchPolicy.strict();
            case "bare" -> b.keepRecords(false).maxSuggestions(2).build();
            case "email" -> b.rules(Rules.EMAIL_ONLY).build();
            case "name" -> b.rules(Rules.DISPLAY_NAME_ONLY).build();
            case "both" -> b.rules(Rules.EMAIL_AND_NAME).build();
            default -> b.build();
        };
    }

    private static void same(String step, MatchPlan live, MatchPlan fresh, boolean explain) {
        Map<LocalId, ClientMatch> clients = new HashMap<>();
        fresh.clients().forEach(c -> clients.put(c.client(), c));
        assertThat(live.clients()).as(step).hasSameSizeAs(fresh.clients());
        for (ClientMatch c : live.clients()) {
            if (!c.equals(clients.get(c.client()))) {
                assertThat(c).as(step).isEqualTo(clients.get(c.client()));
            }
        }
        Map<RemoteId, CustomerMatch> customers = new HashMap<>();
        fresh.customers().forEach(q -> customers.put(q.customer(), q));
        assertThat(live.customers()).as(step).hasSameSizeAs(fresh.customers());
        for (CustomerMatch q : live.customers()) {
            if (!q.equals(customers.get(q.customer()))) {
                assertThat(q).as(step).isEqualTo(customers.get(q.customer()));
            }
        }
        if (explain) {
            for (ClientMatch c :
                    live.clients().subList(0, Math.min(40, live.clients().size()))) {
                assertThat(live.explain(c.client())).as(step).isEqualTo(fresh.explain(c.client()));
            }
        }
    }

    /** What {@code changedSince} must say: told the slow way. */
    private static PlanChanges changes(MatchPlan old, MatchPlan now) {
        Set<LocalId> clients = new HashSet<>();
        now.clients().stream()
                .filter(c -> !c.equals(old.client(c.client()).orElse(null)))
                .forEach(c -> clients.add(c.client()));
        old.clients().stream().filter(c -> now.client(c.client()).isEmpty()).forEach(c -> clients.add(c.client()));
        Set<RemoteId> customers = new HashSet<>();
        now.customers().stream()
                .filter(q -> !q.equals(old.customer(q.customer()).orElse(null)))
                .forEach(q -> customers.add(q.customer()));
        old.customers().stream()
                .filter(q -> now.customer(q.customer()).isEmpty())
                .forEach(q -> customers.add(q.customer()));
        return new PlanChanges(clients, customers);
    }

    static void run(String policyName, int size, long seed, int steps, boolean decides) {
        MatchPolicy policy = policy(policyName);
        ClientMatcher matcher = ClientMatcher.of(policy);
        PracticeChanges practice = new PracticeChanges(size, seed, decides);
        LiveMatching live = matcher.live(practice.clients.values(), practice.customers.values(), practice.decisions);
        MatchPlan last = live.plan();
        for (int step = 0; step < steps; step++) {
            int batch = 1 + (int) ((seed * 31 + step * 7) % 5);
            for (int k = 0; k < batch; k++) {
                practice.next(live);
            }
            if (decides && step % 3 == 0) {
                practice.decideAbout(last, live);
            }
            MatchPlan now = live.plan();
            MatchPlan fresh = matcher.match(practice.clients.values(), practice.customers.values(), practice.decisions);
            String name = policyName + " size " + size + " seed " + seed + " step " + step;
            same(name, now, fresh, policy.keepRecords() && step % 4 == 0);
            assertThat(now.changedSince(last)).as(name).isEqualTo(changes(last, now));
            last = now;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "balanced,60,40",
        "balanced,150,40",
        "balanced,400,40",
        "suggest,150,30",
        "suggest,400,30",
        "strict,200,30",
        "bare,200,30",
        "email,200,10",
        "name,200,10",
        "both,200,10"
    })
    void aLivePlanIsThatOfANewRun(String policy, int size, int steps) {
        for (long seed = 1; seed <= 3; seed++) {
            run(policy, size, seed * 1000 + size, steps, seed % 2 == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"balanced,2000,7001", "suggest,2200,7002"})
    void aLivePlanOfALongListIsThatOfANewRun(String policy, int size, long seed) {
        run(policy, size, seed, 12, true);
    }
}
