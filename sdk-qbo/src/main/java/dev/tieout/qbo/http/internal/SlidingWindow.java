package dev.tieout.qbo.http.internal;

/**
 * At most so many starts in any span of this length; exact, unlike a bucket, which lets twice as many through around a
 * full minute. Not thread-safe.
 */
final class SlidingWindow {
    private final long[] starts;
    private final long spanMillis;
    private int next;
    private int size;

    /** A window; {@code Integer.MAX_VALUE} means no limit. */
    SlidingWindow(int limit, long spanMillis) {
        this.starts = new long[limit == Integer.MAX_VALUE ? 0 : limit];
        this.spanMillis = spanMillis;
    }

    /** How long until another start is allowed; 0 if it is now. */
    long delay(long now) {
        return size < starts.length || starts.length == 0 ? 0 : Math.max(0, starts[next] + spanMillis - now);
    }

    void start(long now) {
        if (starts.length > 0) {
            starts[next] = now;
            next = (next + 1) % starts.length;
            size = Math.min(size + 1, starts.length);
        }
    }
}
