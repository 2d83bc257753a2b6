package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.MatchPolicy.Inclusion;
import dev.tieout.matching.MatchPolicy.Rules;
import dev.tieout.matching.practice.Practice;
import dev.tieout.matching.practice.PracticeGenerator;
import dev.tieout.model.Client;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatWasInterruptedHalfWayIsNotUsedAgain() {
        Practice practice = PracticeGenerator.generate(600, 4);
        LiveMatching live = ClientMatcher.of(
                        MatchPolicy.balanced().toBuilder().threads(2).build())
                .live(practice.clients(), practice.customers(), MatchDecisions.none());
        MatchPlan before = live.plan();
        List<ClientMatch> told = List.copyOf(before.clients());
        practice.clients().forEach(live::put);
        Thread.currentThread().interrupt();
        assertThatThrownBy(live::plan).isInstanceOf(IllegalStateException.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(live::plan)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("make a new live matching");
        assertThat(before.clients()).isEqualTo(told);
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

    /** Puts records one by one, and compares with a new run after each. */
    private static final class Lists {
        private final ClientMatcher matcher = ClientMatcher.of(MatchPolicy.balanced());
        private final Map<LocalId, Client> clients = new HashMap<>();
        private final Map<RemoteId, CustomerRecord> customers = new HashMap<>();
        private final LiveMatching live = matcher.live(List.of(), List.of(), MatchDecisions.none());

        void client(String id, String name, @Nullable String email, String phone) {
            Client c = Client.builder(LocalId.of(id), name)
                    .emails(email == null ? List.of() : List.of(email))
                    .phones(List.of(phone))
                    .build();
            clients.put(c.id(), c);
            live.put(c);
        }

        void customer(int id, String name, @Nullable String email, String phone) {
            CustomerRecord q = CustomerRecord.builder(RemoteId.of(String.valueOf(id)), name)
                    .emails(email)
                    .phones(List.of(phone))
                    .build();
            customers.put(q.id(), q);
            live.put(q);
        }

        /** Enough others that a record more does not touch everybody. */
        void fill(int n) {
            for (int i = 0; i < n; i++) {
                String name = (char) ('A' + i % 26) + "ndo" + (char) ('a' + i / 26) + " Velm" + (char) ('a' + i % 24);
                customer(1000 + i, name + "ar", null, "");
            }
            live.plan();
        }

        MatchPlan plan(String step) {
            MatchPlan plan = live.plan();
            same(step, plan, matcher.match(clients.values(), customers.values(), MatchDecisions.none()), true);
            return plan;
        }
    }

    @Test
    void theMemberOfAHouseholdWhoGetsOrLosesARecordIsSeen() {
        Lists lists = new Lists();
        lists.fill(300);
        String phone = "512 555 0100";
        lists.client("C1", "Ann Quellinger", "home@quelling.org", "");
        lists.customer(1, "Ann & Bob Quellinger", "home@quelling.org", phone);
        lists.customer(2, "Carl Brandtner", null, phone);
        lists.customer(3, "Bob Quellinger", null, "");
        double without =
                lists.plan("household").client(LocalId.of("C1")).orElseThrow().score();
        lists.customer(2, "Bob Quellinger", null, phone);
        lists.customer(3, "Carl Brandtner", null, "");
        double with = lists.plan("member alone")
                .client(LocalId.of("C1"))
                .orElseThrow()
                .score();
        assertThat(with).isLessThan(without - 4);
        lists.customer(2, "Carl Brandtner", null, phone);
        lists.customer(3, "Bob Quellinger", null, "");
        lists.plan("exchanged again");
    }

    /** A telephone number that 40 customers have finds them; one that 41 have does not. */
    @Test
    void aListThatGrowsPastWhatTellsSomethingIsSeen() {
        Lists lists = new Lists();
        lists.fill(700);
        String phone = "512 555 0100";
        lists.client("C1", "Kathrine Zorbal", null, phone);
        lists.customer(1, "Katherine Quellinger", "kat.quellin@mail.org", phone);
        lists.customer(2, "Katharine Quellinger", "kat.quellins@mail.org", phone);
        lists.customer(3, "Kathrine Ornek", null, phone);
        for (int i = 0; i < 36; i++) {
            lists.customer(100 + i, "Zum" + (char) ('a' + i % 26) + " Orn" + (char) ('a' + i / 26) + "ek", null, phone);
        }
        MatchPlan few = lists.plan("39");
        assertThat(few.customer(RemoteId.of("1")).orElseThrow().bucket()).isEqualTo(Bucket.DUPLICATE);
        assertThat(few.client(LocalId.of("C1")).orElseThrow().candidates()).isNotEmpty();
        for (int i = 0; i < 3; i++) {
            lists.customer(200 + i, "Ulmer" + (char) ('a' + i) + " Steg" + (char) ('a' + i), null, phone);
            lists.plan("one more " + i);
        }
        for (int i = 0; i < 3; i++) {
            lists.customer(200 + i, "Ulmer" + (char) ('a' + i) + " Steg" + (char) ('a' + i), null, "");
            lists.plan("one less " + i);
        }
    }

    @Test
    void wordsThatCameLaterAreComparedInTheSameOrder() {
        Lists lists = new Lists();
        lists.fill(300);
        int number = 1;
        for (String stem : List.of("Marbel", "Torvan", "Quistel", "Brandor", "Velmor", "Sastin", "Orwell", "Duncar")) {
            for (int k = 0; k < 3; k++) {
                lists.customer(number++, stem + "ina Works " + "XYZ".charAt(k) + "orn", null, "");
            }
            lists.client(
                    stem, stem + "ine " + stem + "ina Zeppelin Group LLC", null, "512 555 0" + stem.length() + "99");
            lists.customer(number++, stem + "inx Zeppelin Group LLC", null, "512 555 0" + stem.length() + "99");
            lists.plan(stem);
        }
    }

    @Test
    void aPlanStaysAsItWasAndOnlyTheLatestExplains() {
        Lists lists = new Lists();
        lists.client("C1", "Ann Quellinger", "ann@quelling.org", "");
        lists.customer(1, "Ann Quellinger", "ann@quelling.org", "");
        MatchPlan first = lists.plan("first");
        List<ClientMatch> before = List.copyOf(first.clients());
        assertThat(lists.live.plan()).isSameAs(first);
        lists.live.removeCustomer(RemoteId.of("1"));
        lists.live.removeCustomer(RemoteId.of("99"));
        assertThat(first.explain(LocalId.of("C1")).customer()).isEqualTo(RemoteId.of("1"));
        MatchPlan second = lists.live.plan();

        assertThat(second.changedSince(first))
                .isEqualTo(new PlanChanges(Set.of(LocalId.of("C1")), Set.of(RemoteId.of("1"))));
        assertThat(first.clients()).isEqualTo(before);
        assertThatThrownBy(() -> first.explain(LocalId.of("C1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer plan");
    }

    @Test
    void oneChangeIsComparedWithFewOthers() {
        PracticeChanges practice = new PracticeChanges(5000, 11, false);
        LiveMatching live = ClientMatcher.of(MatchPolicy.balanced())
                .live(practice.clients.values(), practice.customers.values(), practice.decisions);
        long all = live.compared();
        int changes = 200;
        for (int k = 0; k < changes; k++) {
            practice.next(live);
            live.plan();
        }
        assertThat((live.compared() - all) / (double) changes / all)
                .as("share of a new run's comparisons that one change takes")
                .isLessThan(0.02);
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
        for (long seed = 1; seed <= 2; seed++) {
            run(policy, size, seed * 1000 + size, steps, seed % 2 == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"balanced,2000,7001", "suggest,2200,7002"})
    void aLivePlanOfALongListIsThatOfANewRun(String policy, int size, long seed) {
        run(policy, size, seed, 12, true);
    }
}
