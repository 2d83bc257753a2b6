package dev.tieout.qbo.call;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how patiently a call that failed for a passing reason is made again. Writes are repeated with the same
 * request id, so that QuickBooks answers what it answered before instead of writing twice. Immutable.
 *
 * @param attempts how often in all, at least 1
 * @param firstDelay the longest wait before the second attempt; it doubles with every attempt
 * @param longestDelay where the doubling ends
 */
public record RetryRules(int attempts, Duration firstDelay, Duration longestDelay) {
    public RetryRules {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + ": give at least 1");
        }
        if (firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("longestDelay must be at least firstDelay, which must not be negative");
        }
    }

    /**
     * What suits most hosts.
     *
     * @return four attempts, waits of up to 0.5 s, 1 s, 2 s, never more than 30 s
     */
    public static RetryRules standard() {
        return new RetryRules(4, Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    /**
     * Each call once.
     *
     * @return one attempt
     */
    public static RetryRules none() {
        return new RetryRules(1, Duration.ZERO, Duration.ZERO);
    }

    /**
     * The wait after a failed attempt, with full jitter: anything from nothing to the doubled delay.
     *
     * @param failedAttempts how many attempts have failed, from 1
     * @param random where the jitter comes from
     * @return how long to wait
     */
    public Duration delayAfter(int failedAttempts, RandomGenerator random) {
        long ceiling = firstDelay.toMillis() << Math.min(failedAttempts - 1, 20);
        long bounded = Math.min(Math.max(ceiling, 0), longestDelay.toMillis());
        return Duration.ofMillis(bounded == 0 ? 0 : random.nextLong(bounded + 1));
    }
}
