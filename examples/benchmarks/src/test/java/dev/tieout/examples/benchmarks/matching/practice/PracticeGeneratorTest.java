package dev.tieout.examples.benchmarks.matching.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.matching.CustomerRecord;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PracticeGeneratorTest {
    private static LabelledLists lists(long seed) {
        return PracticeGenerator.generate(3_000, seed, null).toLists("");
    }

    @Test
    void sameSeedGivesTheSamePractice() {
        assertThat(lists(7).clients()).isEqualTo(lists(7).clients());
        assertThat(lists(7).customers()).isEqualTo(lists(7).customers());
        assertThat(lists(8).clients()).isNotEqualTo(lists(7).clients());
    }

    @Test
    void sharesAreThoseOfTheLabelledPractices() {
        LabelledLists lists = lists(11);
        double clients = lists.clients().size();

        assertThat(lists.truth().pairs() / clients).isCloseTo(0.72, within(0.03));
        assertThat(lists.customers().size() / clients).isCloseTo(1.05, within(0.03));
        assertThat(lists.clients().stream().filter(c -> c.emails().isEmpty()).count() / clients)
                .isCloseTo(0.10, within(0.02));
        assertThat(lists.clients().stream().filter(c -> c.companyName() != null).count() / clients)
                .isCloseTo(0.52, within(0.04));
    }

    @Test
    void noTwoCustomersHaveOneDisplayName() {
        assertThat(lists(13).customers().stream()
                        .map(CustomerRecord::displayName)
                        .map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }
}
