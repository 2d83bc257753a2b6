package dev.tieout.testkit.throttle;

/**
 * How much a company takes before the fake answers 429; windows slide on the fake's clock. Immutable.
 *
 * @param requestsPerSecond of one app; 0: no limit
 * @param requestsPerMinute of one app; 0: no limit
 * @param batchesPerMinute of one app; 0: no limit
 * @param batchesOfAllAppsPerMinute of all apps together; 0: no limit
 * @param readsPerMonth successful reads of all companies together in a calendar month; 0: no limit
 */
public record Throttling(
        int requestsPerSecond,
        int requestsPerMinute,
        int batchesPerMinute,
        int batchesOfAllAppsPerMinute,
        int readsPerMonth) {
    public Throttling {
        boolean negative = requestsPerSecond < 0
                || requestsPerMinute < 0
                || batchesPerMinute < 0
                || batchesOfAllAppsPerMinute < 0
                || readsPerMonth < 0;
        if (negative) {
            throw new IllegalArgumentException("limits must not be negative");
        }
    }

    /**
     * Limits of one app alone.
     *
     * @param requestsPerSecond 0: no limit
     * @param requestsPerMinute 0: no limit
     * @param batchesPerMinute 0: no limit
     */
    public Throttling(int requestsPerSecond, int requestsPerMinute, int batchesPerMinute) {
        this(requestsPerSecond, requestsPerMinute, batchesPerMinute, 0, 0);
    }

    /**
     * The same limits with an allowance of reads: what Intuit's partner programme counts, that is successful reads by id,
     * queries, changes and reports of the whole workspace. When it is used up reads are refused until the next month, and
     * writes go on.
     *
     * @param reads how many; 0: no limit
     * @return the limits
     */
    public Throttling withReadsPerMonth(int reads) {
        return new Throttling(requestsPerSecond, requestsPerMinute, batchesPerMinute, batchesOfAllAppsPerMinute, reads);
    }

    /**
     * No limits: the default.
     *
     * @return the limits
     */
    public static Throttling off() {
        return new Throttling(0, 0, 0, 0, 0);
    }

    /**
     * Intuit's published limits for one company: 10 requests a second, 500 a minute, 40 batches a minute for one app, 120
     * batches a minute for all apps together (since October 2025).
     *
     * @return the limits
     */
    public static Throttling intuit() {
        return new Throttling(10, 500, 40, 120, 0);
    }
}
