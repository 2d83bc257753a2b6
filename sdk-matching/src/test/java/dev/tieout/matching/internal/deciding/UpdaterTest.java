package dev.tieout.matching.internal.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.index.Workers;
import dev.tieout.matching.internal.records.SideBuilder;
import dev.tieout.matching.internal.records.SidePart;
import dev.tieout.matching.internal.text.TextKeys;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdaterTest {
    private static final int SIZE = 300;

    private static void customer(SideBuilder side, int i, int year) {
        String email = "c" + i + "y" + year + "@firm.example";
        side.add("q" + i, "Firm " + i, null, null, null, null, null, null, List.of(email), List.of(), null);
    }

    private static Task task(int rules) {
        return new Task(rules, 2, false, 6, 1, new BitSet(), new BitSet(), new BitSet(), Set.of());
    }

    @ParameterizedTest(name = "rules {0}")
    @ValueSource(ints = {Task.EVIDENCE, Task.EMAIL})
    void whatChangesForYearsTakesNoMoreMemoryThanWhatIsThere(int rules) {
        SideBuilder side = new SideBuilder();
        for (int i = 0; i < SIZE; i++) {
            customer(side, i, 0);
        }
        SidePart[] customers = {side.pack()};
        try (Workers workers = new Workers(1)) {
            Matching matching = new Matching(new SidePart[0], customers, task(rules), true, workers);
            for (int year = 1; year <= 5; year++) {
                Changes changes = matching.changes();
                for (int i = 0; i < SIZE; i++) {
                    customer(changes.newCustomers(), i, year);
                    changes.customers().put(i, i);
                }
                matching.update(changes, task(rules), workers);
                LongIndex byEmail = matching.shares.customersByEmail();
                assertThat(byEmail.stale()).as("year " + year).isFalse();
                String now = "c7y" + year + "@firm.example";
                assertThat(byEmail.count(byEmail.find(TextKeys.hash(now, 0, now.length()))))
                        .isEqualTo(1);
            }
        }
    }
}
