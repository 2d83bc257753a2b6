package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tieout.RemoteId;
import dev.tieout.matching.MatchPolicy.Profile;
import dev.tieout.matching.practice.Practice;
import dev.tieout.matching.practice.PracticeGenerator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchPolicyTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void reviewAllMatchesNothingAndSuggestsFirstWhatWouldBeMatched(long seed) {
        Practice practice = PracticeGenerator.generate(800, seed);
        MatchPlan matched = plan(MatchPolicy.balanced(), practice, MatchDecisions.none());
        MatchPlan asked = plan(MatchPolicy.reviewAll(), practice, MatchDecisions.none());
        assertThat(asked.clientCounts()).doesNotContainKey(Bucket.MATCH);
        for (ClientMatch match : matched.clients()) {
            if (match.bucket() == Bucket.MATCH) {
                ClientMatch question = asked.client(match.client()).orElseThrow();
                assertThat(question.bucket()).isEqualTo(Bucket.UNMATCHED);
                assertThat(question.candidates().get(0).customer()).isEqualTo(match.customer());
            }
        }
    }

    @Test
    void aCustomerBehindAPrimaryIsOutOfTheWay() {
        Practice practice = PracticeGenerator.generate(300, 9);
        MatchPlan before = plan(MatchPolicy.balanced(), practice, MatchDecisions.none());
        ClientMatch match = before.clients().stream()
                .filter(c -> c.bucket() == Bucket.MATCH)
                .findFirst()
                .orElseThrow();
        RemoteId behind = match.customer();
        RemoteId primary = practice.customers().stream()
                .map(CustomerRecord::id)
                .filter(id -> !id.equals(behind))
                .findFirst()
                .orElseThrow();
        MatchDecisions decisions = MatchDecisions.parse(
                MatchDecisions.none().primaryCustomer(primary, Set.of(behind)).toText());
        MatchPlan after = plan(MatchPolicy.balanced(), practice, decisions);
        CustomerMatch customer = after.customer(behind).orElseThrow();
        assertThat(customer.bucket()).isEqualTo(Bucket.SKIPPED);
        assertThat(customer.skipReason()).isEqualTo(CustomerMatch.SkipReason.BEHIND_PRIMARY);
        ClientMatch client = after.client(match.client()).orElseThrow();
        assertThat(client.customer()).isNotEqualTo(behind);
        assertThat(client.candidates()).extracting(Candidate::customer).doesNotContain(behind);
    }

    @Test
    void boundsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MatchPolicy.balanced().toBuilder().maxSuggestions(21).build())
                .withMessageContaining("maxSuggestions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatchPolicy.balanced().toBuilder().threads(0).build())
                .withMessageContaining("threads");
    }

    @Test
    void aBuilderKeepsWhatIsNotSet() {
        MatchPolicy policy = MatchPolicy.strict().toBuilder().maxSuggestions(3).build();
        assertThat(policy.profile()).isEqualTo(Profile.STRICT);
        assertThat(policy.maxSuggestions()).isEqualTo(3);
    }

    private static MatchPlan plan(MatchPolicy policy, Practice practice, MatchDecisions decisions) {
        return ClientMatcher.of(policy).match(practice.clients(), practice.customers(), decisions);
    }
}
