package dev.tieout.qbo.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.sync.ConflictPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Projection BASE = Projection.of(Map.of("Name", "Ann", "Phone", "1"));

    @Test
    void nothingIsWrittenWhereTheAppChangedNothing() {
        Projection remote = Projection.of(Map.of("Name", "Anne", "Phone", "1"));
        Merge merge = Merge.of(BASE, BASE, BASE, remote, ConflictPolicy.APP_WINS);
        assertThat(merge.toWrite()).isEmpty();
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void anEditOfTheAppIsWrittenAndAnEditInQuickBooksSurvives() {
        Projection app = Projection.of(Map.of("Name", "Ann", "Phone", "2"));
        Projection remote = Projection.of(Map.of("Name", "Anne", "Phone", "1"));
        Merge merge = Merge.of(app, BASE, BASE, remote, ConflictPolicy.APP_WINS);
        assertThat(merge.toWrite()).containsExactly("Phone");
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void bothChangingTheSameFieldIsAConflictThatThePolicyDecides() {
        Projection app = Projection.of(Map.of("Name", "Anna", "Phone", "1"));
        Projection remote = Projection.of(Map.of("Name", "Anne", "Phone", "1"));
        Merge appWins = Merge.of(app, BASE, BASE, remote, ConflictPolicy.APP_WINS);
        assertThat(appWins.toWrite()).containsExactly("Name");
        assertThat(appWins.conflicts()).containsExactly("Name");
        assertThat(Merge.of(app, BASE, BASE, remote, ConflictPolicy.QUICKBOOKS_WINS)
                        .toWrite())
                .isEmpty();
        assertThat(Merge.of(app, BASE, BASE, remote, ConflictPolicy.ASK).blockedBy(ConflictPolicy.ASK))
                .isTrue();
    }

    @Test
    void bothChangingAFieldToTheSameValueIsNoConflict() {
        Projection both = Projection.of(Map.of("Name", "Anna", "Phone", "1"));
        Merge merge = Merge.of(both, BASE, BASE, both, ConflictPolicy.ASK);
        assertThat(merge.toWrite()).isEmpty();
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void atTheFirstMatchTheAppOverwritesWhatItKnowsAndTheRestSurvives() {
        Projection app = Projection.of(Map.of("Name", "Ann Lee"));
        Projection remote = Projection.of(Map.of("Name", "Ann", "Phone", "1"));
        Merge merge = Merge.of(app, null, remote, remote, ConflictPolicy.ASK);
        assertThat(merge.toWrite()).containsExactly("Name");
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void aFieldThatTheAppHadAndClearedIsCleared() {
        Projection app = Projection.of(Map.of("Name", "Ann"));
        Merge merge = Merge.of(app, BASE, BASE, BASE, ConflictPolicy.APP_WINS);
        assertThat(merge.toWrite()).containsExactly("Phone");
    }

    @Test
    void defaultsThatQuickBooksAddsInsideAMemberAreNoReasonToWrite() {
        Projection app = Projection.of(Map.of("Line.0.Amount", "5"));
        Projection remote = Projection.of(Map.of("Line.0.Amount", "5", "Line.0.TaxCodeRef", "NON"));
        assertThat(Merge.of(app, null, null, remote, ConflictPolicy.APP_WINS).toWrite())
                .isEmpty();
    }
}
