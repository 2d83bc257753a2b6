package dev.tieout.qbo.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.qbo.call.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmPaceTest {
    private static final Duration LONG = Duration.ofHours(1);
    private Stub stub;

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private RealmPace pace(PaceLimits limits) {
        return new RealmPace(limits, stub.clock, stub.sleeper);
    }

    private static void pass(RealmPace pace, Priority priority, boolean batch) throws Exception {
        pace.acquire(priority, batch, LONG).close();
    }

    private static void mostIn(List<Instant> starts, Duration span, int limit) {
        for (int i = limit; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - limit), starts.get(i))).isGreaterThanOrEqualTo(span);
        }
    }

    @Test
    void noMinuteAndNoSecondHoldsMoreThanItsLimit() throws Exception {
        RealmPace pace = pace(new PaceLimits(450, 8, 8, 35));
        List<Instant> starts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            pass(pace, Priority.INTERACTIVE, false);
            starts.add(stub.clock.instant());
        }
        mostIn(starts, Duration.ofMinutes(1), 450);
        mostIn(starts, Duration.ofSeconds(1), 8);
        assertThat(Duration.between(starts.get(0), starts.get(1_999))).isLessThan(Duration.ofMinutes(5));
    }

    /** As in a test that gives the fake's clock and forgets the sleeper: it waits, and does not wait for ever. */
    @Test
    void aClockThatStandsHoldsNobodyUpForEver() throws Exception {
        List<Duration> sleeps = new ArrayList<>();
        Clock standing = Clock.fixed(Instant.parse("2026-03-02T17:00:00Z"), ZoneOffset.UTC);
        RealmPace pace = new RealmPace(new PaceLimits(450, 8, 8, 35), standing, sleeps::add);
        for (int i = 0; i < 24; i++) {
            pass(pace, Priority.INTERACTIVE, false);
        }
        assertThat(sleeps.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void batchesHaveALimitOfTheirOwn() throws Exception {
        RealmPace pace = pace(new PaceLimits(450, 8, 8, 35));
        List<Instant> starts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pass(pace, Priority.INTERACTIVE, true);
            starts.add(stub.clock.instant());
        }
        mostIn(starts, Duration.ofMinutes(1), 35);
    }

    @Test
    void backgroundLeavesAQuarterToInteractiveCalls() throws Exception {
        RealmPace pace = pace(new PaceLimits(100, 100, 8, 35));
        for (int i = 0; i < 75; i++) {
            pass(pace, Priority.BACKGROUND, false);
        }
        assertThat(stub.sleeps).isEmpty();
        for (int i = 0; i < 25; i++) {
            pass(pace, Priority.INTERACTIVE, false);
        }
        assertThat(stub.sleeps).isEmpty();
        pass(pace, Priority.BACKGROUND, false);
        assertThat(stub.sleeps).isNotEmpty();
    }

    @Test
    void aPauseStopsTheCompanyAndIsToldToWhomItIsTooLong() throws Exception {
        RealmPace pace = pace(PaceLimits.standard());
        pace.pause(Duration.ofSeconds(60));
        assertThatThrownBy(() -> pace.acquire(Priority.INTERACTIVE, false, Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        RealmPace.NotInTime.class,
                        e -> assertThat(e.waitNeeded()).isEqualTo(Duration.ofSeconds(60)));
        Instant before = stub.clock.instant();
        pass(pace, Priority.INTERACTIVE, false);
        assertThat(Duration.between(before, stub.clock.instant())).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void neverMoreInFlightThanAllowedHoweverManyThreads() throws Exception {
        RealmPace pace = pace(new PaceLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 4, Integer.MAX_VALUE));
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int threads = 32;
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Priority priority = i % 2 == 0 ? Priority.INTERACTIVE : Priority.BACKGROUND;
                futures.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    for (int n = 0; n < 50; n++) {
                        RealmPace.Permit permit = pace.acquire(priority, false, LONG);
                        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                        Thread.yield();
                        inFlight.decrementAndGet();
                        permit.close();
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void backgroundGoesOnWhileInteractiveCallsNeverStop() throws Exception {
        RealmPace pace = pace(new PaceLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, Integer.MAX_VALUE));
        AtomicInteger interactive = new AtomicInteger();
        AtomicInteger stop = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(5);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                futures.add(pool.submit(() -> {
                    while (stop.get() == 0) {
                        pass(pace, Priority.INTERACTIVE, false);
                        interactive.incrementAndGet();
                    }
                    return null;
                }));
            }
            Future<?> background = pool.submit(() -> {
                for (int n = 0; n < 100; n++) {
                    pass(pace, Priority.BACKGROUND, false);
                }
                return null;
            });
            background.get();
            stop.set(1);
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(interactive.get()).isPositive();
    }

    @Test
    void aPermitGivesItsPlaceBackOnce() throws Exception {
        RealmPace pace = pace(new PaceLimits(10, 10, 1, 10));
        RealmPace.Permit permit = pace.acquire(Priority.INTERACTIVE, false, LONG);
        permit.close();
        permit.close();
        pace.acquire(Priority.INTERACTIVE, false, LONG);
        assertThatThrownBy(() -> pace.acquire(Priority.INTERACTIVE, false, Duration.ZERO))
                .isInstanceOf(RealmPace.NotInTime.class);
    }
}
