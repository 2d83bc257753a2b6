package dev.tieout.testkit.throttle;

/**
 * How much a company takes before the fake answers 429; windows slide on the fake's clock. Immutable.
 *
 * @param requestsPerSecond 0: no limit
 * @param requestsPerMinute 0: no limit
 * @param batchesPerMinute 0: no limit
 */
public record Throttling(int requestsPerSecond, int requestsPerMinute, int batchesPerMinute) {
    public Throttling {
        if (requestsPerSecond < 0 || requestsPerMinute < 0 || batchesPerMinute < 0) {
            throw new IllegalArgumentException("limits must not be negative");
        }
    }

    /**
     * No limits: the default.
     *
     * @return the limits
     */
    public static Throttling off() {
        return new Throttling(0, 0, 0);
    }

    /**
     * Intuit's published limits: 10 requests a second, 500 a minute, 40 batches a minute for one company (QuickBooks
     * facts P4.1 to P4.3).
     *
     *
     * @return the limits
     */
    public static Throttling intuit() {
        return new Throttling(10, 500, 40);
    }
}
