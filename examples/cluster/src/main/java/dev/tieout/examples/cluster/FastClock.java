package dev.tieout.examples.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs faster than the machine's from a common moment on, so that all processes of a run agree on the time, and
 * minutes of waiting take seconds. Immutable.
 */
final class FastClock extends Clock {
    private final long from;
    private final int speed;

    /**
     * @param from the common moment, in milliseconds of the machine's clock
     * @param speed how many seconds go by in one
     */
    FastClock(long from, int speed) {
        this.from = from;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(from + (System.currentTimeMillis() - from) * speed);
    }

    /** Sleeps for a time of this clock. */
    void sleep(Duration time) throws InterruptedException {
        Thread.sleep(Math.max(1, time.toMillis() / speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a run has one clock");
    }
}
