package dev.tieout.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {
    @Test
    void movesOnlyWhenMovedAndTakesItsZonesAlong() {
        TestClock clock = TestClock.at("2026-03-02T17:00:00Z");
        Clock pacific = clock.withZone(ZoneId.of("America/Los_Angeles"));

        assertThat(clock.advance(Duration.ofHours(1))).isEqualTo("2026-03-02T18:00:00Z");
        clock.set(Instant.parse("2025-01-01T00:00:00Z"));

        assertThat(pacific.instant()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(pacific.getZone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runningClockKeepsWhatItWasMovedBy() {
        TestClock clock = TestClock.running();
        Instant before = Instant.now();
        clock.advance(Duration.ofDays(100));

        assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(100)));
        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isBefore(before);
    }
}
