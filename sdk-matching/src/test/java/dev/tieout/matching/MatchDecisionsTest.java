package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchDecisionsTest {
    private static final LocalId ANN = LocalId.of("c-1");
    private static final LocalId BEN = LocalId.of("c-2");
    private static final RemoteId ONE = RemoteId.of("1");

    @Test
    void aCustomerBelongsToTheLastClientThatWasConfirmed() {
        MatchDecisions decisions = MatchDecisions.none().confirm(ANN, ONE).confirm(BEN, ONE);
        assertThat(decisions.confirmed()).containsExactly(Map.entry(BEN, ONE));
    }

    @Test
    void confirmingTakesARefusalBack() {
        MatchDecisions decisions = MatchDecisions.none().notSame(ANN, ONE).confirm(ANN, ONE);
        assertThat(decisions.refused()).isEmpty();
    }

    @Test
    void aPrimaryStandsForTheOthersUntilTheyAreForgotten() {
        MatchDecisions decisions = MatchDecisions.none().primaryClient(ANN, Set.of(BEN));
        assertThat(decisions.behindClient()).containsExactly(Map.entry(BEN, ANN));
        assertThat(decisions.forget(BEN).behindClient()).isEmpty();
    }

    @Test
    void theTextKeepsEveryDecision() {
        MatchDecisions decisions = MatchDecisions.none()
                .confirm(ANN, ONE)
                .notSame(BEN, RemoteId.of("2"))
                .primaryCustomer(ONE, Set.of(RemoteId.of("3")));
        assertThat(MatchDecisions.parse(decisions.toText())).isEqualTo(decisions);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void confirmingManyIsConfirmingEach(long seed) {
        Random random = new Random(seed);
        MatchDecisions start = MatchDecisions.none();
        for (int i = 0; i < 10; i++) {
            start = start.confirm(client(random), customer(random)).notSame(client(random), customer(random));
        }
        Map<LocalId, RemoteId> links = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            links.put(client(random), customer(random));
        }
        MatchDecisions each = start;
        for (Map.Entry<LocalId, RemoteId> link : links.entrySet()) {
            each = each.confirm(link.getKey(), link.getValue());
        }
        assertThat(start.confirmAll(links)).isEqualTo(each);
    }

    private static LocalId client(Random random) {
        return LocalId.of("c-" + random.nextInt(8));
    }

    private static RemoteId customer(Random random) {
        return RemoteId.of(Integer.toString(1 + random.nextInt(8)));
    }
}
