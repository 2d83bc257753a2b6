package dev.tieout.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test moves. It stands still in between, or runs along with the system's clock. Thread-safe; a clock
 * made by {@link #withZone} shows the same moving time.
 */
public final class TestClock extends Clock {
    private final InstantSource base;
    private final AtomicReference<Duration> offset;
    private final ZoneId zone;

    private TestClock(InstantSource base, AtomicReference<Duration> offset, ZoneId zone) {
        this.base = base;
        this.offset = offset;
        this.zone = zone;
    }

    /**
     * A clock that stands still at a moment.
     *
     * @param now the moment
     * @return the clock, in UTC
     */
    public static TestClock at(Instant now) {
        return new TestClock(InstantSource.fixed(now), new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
    }

    /**
     * A clock that stands still at a moment.
     *
     * @param now the moment in ISO-8601, such as {@code 2026-03-02T09:00:00Z}
     * @return the clock, in UTC
     * @throws java.time.format.DateTimeParseException if the text is no moment
     */
    public static TestClock at(String now) {
        return at(Instant.parse(now));
    }

    /**
     * A clock that runs along with the system's clock and can be moved besides.
     *
     * @return the clock, in UTC
     */
    public static TestClock running() {
        return new TestClock(InstantSource.system(), new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
    }

    /**
     * Moves the clock on.
     *
     * @param by how far; must not be negative
     * @return the new moment
     */
    public Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock advances forwards; use set to go back to a moment");
        }
        return base.instant().plus(offset.updateAndGet(old -> old.plus(by)));
    }

    /**
     * Sets the clock, forwards or backwards.
     *
     * @param moment the new moment
     */
    public void set(Instant moment) {
        offset.set(Duration.between(base.instant(), moment));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(base, offset, other);
    }

    /** Shows the moment. */
    @Override
    public String toString() {
        return "TestClock[" + instant() + "]";
    }
}
