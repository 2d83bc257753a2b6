package dev.tieout.examples.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import dev.tieout.examples.benchmarks.matching.data.Truth;
import dev.tieout.matching.Bucket;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    /** Entities 1 and 2 on both sides, 3 alone in the app, 4 alone in the books, 5 twice in the books, 6 skipped. */
    private static final Truth TRUTH = new Truth(
            new int[] {1, 2, 3, 5}, new int[] {1, 2, 4, 5, 5, 6}, new boolean[] {false, false, false, false, false, true
            });

    private static final LabelledLists LISTS =
            new LabelledLists("", Collections.nCopies(4, null), Collections.nCopies(6, null), TRUTH);

    @Test
    void truthTellsTheFourListsApart() {
        assertThat(List.of(0, 1, 2, 3).stream().map(TRUTH::bucketOfClient))
                .containsExactly(Bucket.MATCH, Bucket.MATCH, Bucket.UNMATCHED, Bucket.DUPLICATE);
        assertThat(List.of(0, 1, 2, 3, 4, 5).stream().map(TRUTH::bucketOfCustomer))
                .containsExactly(
                        Bucket.MATCH, Bucket.MATCH, Bucket.NEW, Bucket.DUPLICATE, Bucket.DUPLICATE, Bucket.SKIPPED);
        assertThat(TRUTH.pairs()).isEqualTo(2);
        assertThat(TRUTH.partner(1)).isEqualTo(1);
        assertThat(TRUTH.partner(3)).isNegative();
    }

    @Test
    void rightWrongAndLeftToAPersonAreCounted() {
        Accuracy a = new Accuracy(LISTS);
        a.client(0, Bucket.MATCH, 0, 9, List.of());
        a.client(1, Bucket.UNMATCHED, -1, 1, List.of(2, 1));
        a.client(2, Bucket.MATCH, 2, 5, List.of());
        a.client(3, Bucket.DUPLICATE, -1, 1, List.of(3, 4));
        a.customer(0, Bucket.MATCH, 0);
        a.customer(1, Bucket.NEW, -1);
        a.customer(2, Bucket.MATCH, 2);
        a.customer(3, Bucket.DUPLICATE, -1);
        a.customer(4, Bucket.NEW, -1);

        assertThat(a.precision()).isEqualTo(0.5);
        assertThat(a.recall()).isEqualTo(0.5);
        assertThat(a.recallAt(0.999)).isEqualTo(0.5);
        assertThat(a.recallWithFirst()).isEqualTo(0.5);
        assertThat(a.firstFive()).isEqualTo(1);
        assertThat(a.fourWay()).isEqualTo(4 / 9.0);
        assertThat(a.duplicatePrecision()).isEqualTo(1);
        assertThat(a.duplicateRecall()).isEqualTo(2 / 3.0);
        assertThat(a.violations()).isZero();
    }

    @Test
    void matchOfADuplicateIsNotWrongButInTheWrongList() {
        Accuracy a = Judge.peer(LISTS, List.of(new Pair(3, 4, 0.9)), 0.5);

        assertThat(a.precision()).isEqualTo(1);
        assertThat(a.recall()).isZero();
        assertThat(a.fourWay()).isEqualTo(2 / 9.0);
    }

    @Test
    void customerWithTwoClientsIsAViolation() {
        Accuracy a = new Accuracy(LISTS);
        a.client(0, Bucket.MATCH, 0, 9, List.of());
        a.client(1, Bucket.MATCH, 0, 9, List.of());

        assertThat(a.violations()).isEqualTo(1);
    }
}
