package dev.tieout.qbo.call;

/**
 * How fast one QuickBooks company may be asked. Each company has a pace of its own; none slows another. Immutable.
 *
 * <p>Intuit allows 500 requests a minute, 10 a second and 40 batches a minute for a company and an app; the standard
 * stays below, because other nodes and Intuit's own clock count too. All apps of a company together have 120 batches a
 * minute, and nobody sees the others': a batch may be throttled although this pace was kept. The company then rests for a
 * minute, and calls that may wait so long are repeated (QuickBooks facts P4.1 to P4.6).
 *
 * @param perMinute most requests in any 60 seconds
 * @param perSecond most requests in any second
 * @param inFlight most requests under way at once
 * @param batchesPerMinute most batch requests in any 60 seconds; they also count as requests
 */
public record PaceLimits(int perMinute, int perSecond, int inFlight, int batchesPerMinute) {
    public PaceLimits {
        require("perMinute", perMinute);
        require("perSecond", perSecond);
        require("inFlight", inFlight);
        require("batchesPerMinute", batchesPerMinute);
    }

    private static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ": give at least 1");
        }
    }

    /**
     * What suits a process that has its companies to itself.
     *
     * @return 450 a minute, 8 a second, 8 in flight, 38 batches a minute
     */
    public static PaceLimits standard() {
        return new PaceLimits(450, 8, 8, 38);
    }

    /**
     * No limit, for tests and for servers that are not Intuit's.
     *
     * @return limits that are never reached
     */
    public static PaceLimits unlimited() {
        return new PaceLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
