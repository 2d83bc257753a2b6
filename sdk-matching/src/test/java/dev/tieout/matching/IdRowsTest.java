package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdRowsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itKnowsWhatAMapKnows(long seed) {
        Random random = new Random(seed);
        List<LocalId> ids = new ArrayList<>();
        IdRows<LocalId> rows = new IdRows<>(ids);
        Map<LocalId, Integer> expected = new HashMap<>();
        for (int step = 0; step < 3000; step++) {
            LocalId id = LocalId.of("c-" + random.nextInt(400));
            Integer place = expected.get(id);
            if (place == null) {
                ids.add(id);
                rows.put(id, ids.size() - 1);
                expected.put(id, ids.size() - 1);
            } else if (random.nextBoolean()) {
                takeAway(id, place, ids, rows, expected);
            }
        }
        for (int k = 0; k < 400; k++) {
            LocalId id = LocalId.of("c-" + k);
            assertThat(rows.find(id)).isEqualTo(expected.getOrDefault(id, -1));
        }
    }

    /** The last one gets its place, as in a roster. */
    private static void takeAway(
            LocalId id, int place, List<LocalId> ids, IdRows<LocalId> rows, Map<LocalId, Integer> expected) {
        int last = ids.size() - 1;
        rows.remove(id);
        expected.remove(id);
        if (place != last) {
            rows.put(ids.get(last), place);
            expected.put(ids.get(last), place);
            ids.set(place, ids.get(last));
        }
        ids.remove(last);
    }
}
