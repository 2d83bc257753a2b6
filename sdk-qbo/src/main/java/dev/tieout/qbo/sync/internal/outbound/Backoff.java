package dev.tieout.qbo.sync.internal.outbound;

import java.time.Duration;

/** How long a record rests after its nth failed try: half a minute, doubling, at most an hour. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {}

    public static Duration after(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
