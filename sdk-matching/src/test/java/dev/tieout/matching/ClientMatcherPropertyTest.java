package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.practice.Practice;
import dev.tieout.matching.practice.PracticeGenerator;
import dev.tieout.model.Client;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every practice, whatever its seed. */
class ClientMatcherPropertyTest {
    private static MatchPlan match(MatchPolicy policy, List<Client> clients, List<CustomerRecord> customers) {
        return ClientMatcher.of(policy).match(clients, customers, MatchDecisions.none());
    }

    private static Map<LocalId, ClientMatch> byId(MatchPlan plan) {
        Map<LocalId, ClientMatch> map = new HashMap<>();
        plan.clients().forEach(c -> map.put(c.client(), c));
        return map;
    }

    private static Map<RemoteId, Bucket> bucketsOfCustomers(MatchPlan plan) {
        Map<RemoteId, Bucket> map = new HashMap<>();
        plan.customers().forEach(q -> map.put(q.customer(), q.bucket()));
        return map;
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102})
    void everyRecordIsInOneListAndNoCustomerHasTwoClients(long seed) {
        Practice practice = PracticeGenerator.generate(3000, seed);
        MatchPlan plan = match(MatchPolicy.balanced(), practice.clients(), practice.customers());

        assertThat(plan.clients()).hasSameSizeAs(practice.clients());
        assertThat(plan.customers()).hasSameSizeAs(practice.customers());
        Set<RemoteId> taken = new HashSet<>();
        for (ClientMatch c : plan.clients()) {
            assertThat(c.bucket()).isIn(Bucket.MATCH, Bucket.DUPLICATE, Bucket.UNMATCHED);
            RemoteId customer = c.customer();
            assertThat(customer != null).isEqualTo(c.bucket() == Bucket.MATCH);
            if (customer != null) {
                assertThat(taken.add(customer))
                        .as("second client on %s", customer)
                        .isTrue();
                assertThat(plan.customer(customer).orElseThrow().client()).isEqualTo(c.client());
            }
        }
        for (CustomerMatch q : plan.customers()) {
            assertThat(q.bucket()).isIn(Bucket.MATCH, Bucket.DUPLICATE, Bucket.NEW, Bucket.SKIPPED);
            assertThat(q.bucket() == Bucket.MATCH).isEqualTo(taken.contains(q.customer()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202})
    void neitherOrderNorThreadsChangeTheResult(long seed) {
        Practice practice = PracticeGenerator.generate(6000, seed);
        MatchPlan first = match(MatchPolicy.balanced(), practice.clients(), practice.customers());
        List<Client> clients = new ArrayList<>(practice.clients());
        List<CustomerRecord> customers = new ArrayList<>(practice.customers());
        Collections.shuffle(clients, new Random(seed));
        Collections.shuffle(customers, new Random(seed + 1));
        MatchPolicy threaded = MatchPolicy.balanced().toBuilder().threads(4).build();
        MatchPlan second = match(threaded, clients, customers);

        assertThat(byId(second)).isEqualTo(byId(first));
        assertThat(bucketsOfCustomers(second)).isEqualTo(bucketsOfCustomers(first));
    }

    @ParameterizedTest
    @ValueSource(longs = {301})
    void theWeightsOfAnExplanationSumToItsScore(long seed) {
        Practice practice = PracticeGenerator.generate(1500, seed);
        MatchPlan plan = match(MatchPolicy.balanced(), practice.clients(), practice.customers());
        for (ClientMatch c : plan.clients()) {
            Explanation e = plan.explain(c.client());
            double sum = e.evidence().stream().mapToDouble(Evidence::weight).sum();
            assertThat(sum).isCloseTo(e.score(), within(1e-9));
            assertThat(e.text(Locale.ENGLISH)).endsWith(".").doesNotContain("@");
            if (c.bucket() == Bucket.MATCH) {
                assertThat(e.contradictions()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {401, 402})
    void nearlyAllPairsAreFoundAndHardlyAnyIsWrong(long seed) {
        Practice practice = PracticeGenerator.generate(6000, seed);
        MatchPlan plan = match(MatchPolicy.balanced(), practice.clients(), practice.customers());
        int matched = 0;
        int wrong = 0;
        int right = 0;
        for (ClientMatch c : plan.clients()) {
            RemoteId customer = c.customer();
            if (customer != null) {
                matched++;
                boolean same = practice.entityOfClient()
                        .get(c.client())
                        .equals(practice.entityOfCustomer().get(customer));
                wrong += same ? 0 : 1;
                right += customer.equals(practice.pairs().get(c.client())) ? 1 : 0;
            }
        }
        assertThat(wrong).as("wrong of %s", matched).isLessThanOrEqualTo(6);
        assertThat(right / (double) practice.pairs().size()).isGreaterThan(0.92);
    }

    @ParameterizedTest
    @ValueSource(longs = {501})
    void aStricterProfileMatchesASubset(long seed) {
        Practice practice = PracticeGenerator.generate(3000, seed);
        Map<LocalId, ClientMatch> balanced =
                byId(match(MatchPolicy.balanced(), practice.clients(), practice.customers()));
        MatchPlan strict = match(MatchPolicy.strict(), practice.clients(), practice.customers());
        for (ClientMatch c : strict.clients()) {
            if (c.bucket() == Bucket.MATCH) {
                assertThat(balanced.get(c.client()).customer()).isEqualTo(c.customer());
            }
        }
        MatchPlan review = match(MatchPolicy.reviewAll(), practice.clients(), practice.customers());
        assertThat(review.clientCounts()).doesNotContainKey(Bucket.MATCH);
    }

    @ParameterizedTest
    @ValueSource(longs = {601})
    void decisionsOverrideScoresAndAreNotAskedAgain(long seed) {
        Practice practice = PracticeGenerator.generate(1500, seed);
        MatchPlan plan = match(MatchPolicy.balanced(), practice.clients(), practice.customers());
        List<ClientMatch> matched = plan.clients().stream()
                .filter(c -> c.bucket() == Bucket.MATCH)
                .limit(20)
                .toList();
        MatchDecisions decisions = MatchDecisions.none();
        for (int i = 0; i + 1 < matched.size(); i += 2) {
            RemoteId own = matched.get(i).customer();
            RemoteId other = matched.get(i + 1).customer();
            assertThat(own).isNotNull();
            assertThat(other).isNotNull();
            decisions = decisions
                    .notSame(matched.get(i).client(), own)
                    .confirm(matched.get(i).client(), other);
        }
        MatchDecisions kept = MatchDecisions.parse(decisions.toText());
        assertThat(kept).isEqualTo(decisions);
        MatchPlan again =
                ClientMatcher.of(MatchPolicy.balanced()).match(practice.clients(), practice.customers(), kept);
        for (int i = 0; i + 1 < matched.size(); i += 2) {
            ClientMatch c = again.client(matched.get(i).client()).orElseThrow();
            assertThat(c.customer()).isEqualTo(matched.get(i + 1).customer());
            assertThat(c.decidedByPerson()).isTrue();
            assertThat(again.client(matched.get(i + 1).client()).orElseThrow().customer())
                    .isNotEqualTo(c.customer());
        }
    }
}
