package dev.tieout.qbo.call;

import java.time.Duration;

/**
 * Waits. The only way in which this library waits for time to pass, so that a test can give one that moves its clock
 * forward and returns at once. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Sleeper {
    /**
     * Waits at least this long.
     *
     * @param duration how long; zero or negative returns at once
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * The one that really waits.
     *
     * @return a sleeper on the system's time
     */
    static Sleeper system() {
        return duration -> {
            if (duration.toNanos() > 0) {
                Thread.sleep(duration.toMillis(), (int) (duration.toNanos() % 1_000_000));
            }
        };
    }
}
