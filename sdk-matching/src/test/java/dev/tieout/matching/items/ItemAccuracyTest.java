package dev.tieout.matching.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.items.CatalogueGenerator.Catalogues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemAccuracyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 47, 1000003})
    void noMatchIsWrongAndFewAreMissed(long seed) {
        Catalogues catalogues = CatalogueGenerator.generate(seed, 1000);
        ItemMatchPlan plan = ItemMatcher.match(catalogues.items(), catalogues.records(), MatchDecisions.none());

        int right = 0;
        int wrong = 0;
        for (ItemMatch match : plan.items()) {
            RemoteId matched = match.record();
            if (matched != null && matched.equals(catalogues.truth().get(match.item()))) {
                right++;
            } else if (matched != null) {
                wrong++;
            }
        }
        double recall = (double) right / catalogues.truth().size();
        assertThat(wrong).as("wrong matches, seed %d", seed).isZero();
        assertThat(recall).as("recall, seed %d", seed).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void eachRecordHasOnePlaceWhateverTheOrder() {
        Catalogues catalogues = CatalogueGenerator.generate(5, 400);
        ItemMatchPlan plan = ItemMatcher.match(catalogues.items(), catalogues.records(), MatchDecisions.none());
        var items = new ArrayList<>(catalogues.items());
        var records = new ArrayList<>(catalogues.records());
        Collections.shuffle(items, new Random(1));
        Collections.shuffle(records, new Random(2));
        ItemMatchPlan shuffled = ItemMatcher.match(items, records, MatchDecisions.none());

        assertThat(plan.items()).hasSameSizeAs(catalogues.items());
        assertThat(plan.records()).hasSameSizeAs(catalogues.records());
        assertThat(shuffled.items()).containsExactlyInAnyOrderElementsOf(plan.items());
        assertThat(shuffled.records()).containsExactlyInAnyOrderElementsOf(plan.records());
        Set<RemoteId> taken = new HashSet<>();
        plan.items().stream()
                .filter(match -> match.bucket() == Bucket.MATCH)
                .forEach(match -> assertThat(taken.add(match.record())).isTrue());
    }
}
