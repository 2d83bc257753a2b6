package dev.tieout.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that moves only when a test moves it, and never backwards by itself. Thread-safe; a clock made by
 * {@link #withZone} shows the same moving time.
 */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * A clock that stands still at a moment.
     *
     * @param now the moment
     * @return the clock, in UTC
     */
    public static TestClock at(Instant now) {
        return new TestClock(new AtomicReference<>(now), ZoneOffset.UTC);
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
     * Moves the clock on.
     *
     * @param by how far; must not be negative
     * @return the new moment
     */
    public Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock advances forwards; use set to go back to a moment");
        }
        return now.updateAndGet(instant -> instant.plus(by));
    }

    /**
     * Sets the clock, forwards or backwards.
     *
     * @param moment the new moment
     */
    public void set(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }

    /** Shows the moment. */
    @Override
    public String toString() {
        return "TestClock[" + now.get() + "]";
    }
}
