package dev.tieout.qbo.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final Projection SEEN = Projection.of(Map.of("Name", "Ann", "BillAddr.City", "York"));

    @Test
    void anAddressIsOneMember() {
        assertThat(Projection.of(Map.of("BillAddr.City", "York", "BillAddr.Line1", "1 Main St", "Name", "Ann"))
                        .members())
                .containsExactly("BillAddr", "Name");
    }

    @Test
    void blankValuesCountAsAbsent() {
        assertThat(Projection.builder()
                        .put("Name", " ")
                        .put("Phone", null)
                        .build()
                        .fields())
                .isEmpty();
    }

    @Test
    void anEchoOfWhatTheAppWroteIsNoNews() {
        Projection written = Projection.of(Map.of("Name", "Anna", "BillAddr.City", "York"));
        assertThat(SEEN.newsFor(written, written)).isEmpty();
    }

    @Test
    void anEditInQuickBooksIsNews() {
        Projection app = SEEN;
        Projection edited = Projection.of(Map.of("Name", "Ann", "BillAddr.City", "Leeds"));
        assertThat(SEEN.newsFor(app, edited)).containsExactly("BillAddr");
    }

    @Test
    void aFieldThatOnlyQuickBooksGainedIsNews() {
        Projection gained = Projection.of(Map.of("Name", "Ann", "BillAddr.City", "York", "PrimaryPhone", "555"));
        assertThat(SEEN.newsFor(SEEN, gained)).containsExactly("PrimaryPhone");
    }

    @Test
    void toStringNamesFieldsAndNeverValues() {
        assertThat(SEEN.toString()).contains("Name").doesNotContain("Ann", "York");
    }
}
