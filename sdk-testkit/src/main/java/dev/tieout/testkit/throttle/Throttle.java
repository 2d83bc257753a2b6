package dev.tieout.testkit.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the requests of each company and refuses those above the limits. Refused ones do not count. Thread-safe. */
public final class Throttle {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final class Meter {
        final Deque<Instant> requests = new ArrayDeque<>();
        final Deque<Instant> batches = new ArrayDeque<>();
    }

    private final InstantSource clock;
    private final Map<String, Meter> meters = new ConcurrentHashMap<>();
    private volatile Throttling limits;
    private YearMonth month = YearMonth.of(1, 1);
    private int reads;

    /**
     * A throttle without history.
     *
     * @param clock the fake's clock
     * @param limits the limits
     */
    public Throttle(InstantSource clock, Throttling limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Changes the limits, from the next request on.
     *
     * @param other the limits
     */
    public void limits(Throttling other) {
        limits = other;
        meters.clear();
        synchronized (this) {
            reads = 0;
        }
    }

    /**
     * Counts a request of the only app.
     *
     * @param realm the company
     * @param batch whether it is a batch
     * @return whether it is within the limits
     */
    public boolean admits(String realm, boolean batch) {
        return admits(realm, "", batch);
    }

    /**
     * Counts a request.
     *
     * @param realm the company
     * @param app the app that sends it
     * @param batch whether it is a batch
     * @return whether it is within the limits
     */
    public boolean admits(String realm, String app, boolean batch) {
        Throttling now = limits;
        if (now.equals(Throttling.off())) {
            return true;
        }
        Meter meter = meters.computeIfAbsent(realm + "/" + app, key -> new Meter());
        Meter all = meters.computeIfAbsent(realm, key -> new Meter());
        synchronized (all) {
            return admits(meter, all, batch, now);
        }
    }

    /**
     * Whether the month's allowance of reads has any left.
     *
     * @return whether it has; true if there is no such limit
     */
    public synchronized boolean admitsRead() {
        int allowed = limits.readsPerMonth();
        return allowed == 0 || !current().equals(month) || reads < allowed;
    }

    /** Counts a read that was answered. */
    public synchronized void countRead() {
        if (!current().equals(month)) {
            month = current();
            reads = 0;
        }
        reads++;
    }

    private YearMonth current() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    /**
     * Counts batches that other apps have just sent to a company.
     *
     * @param realm the company
     * @param number how many
     */
    public void othersSent(String realm, int number) {
        Meter all = meters.computeIfAbsent(realm, key -> new Meter());
        synchronized (all) {
            for (int i = 0; i < number; i++) {
                all.batches.addLast(clock.instant());
            }
        }
    }

    private boolean admits(Meter meter, Meter all, boolean batch, Throttling limit) {
        Instant now = clock.instant();
        dropBefore(meter.requests, now.minus(MINUTE));
        dropBefore(meter.batches, now.minus(MINUTE));
        dropBefore(all.batches, now.minus(MINUTE));
        if (full(limit.requestsPerMinute(), meter.requests.size())
                || full(limit.requestsPerSecond(), since(meter.requests, now.minus(SECOND)))
                || (batch && full(limit.batchesPerMinute(), meter.batches.size()))
                || (batch && full(limit.batchesOfAllAppsPerMinute(), all.batches.size()))) {
            return false;
        }
        meter.requests.addLast(now);
        if (batch) {
            meter.batches.addLast(now);
            all.batches.addLast(now);
        }
        return true;
    }

    private static boolean full(int limit, int used) {
        return limit > 0 && used >= limit;
    }

    private static void dropBefore(Deque<Instant> times, Instant limit) {
        while (!times.isEmpty() && !times.getFirst().isAfter(limit)) {
            times.removeFirst();
        }
    }

    private static int since(Deque<Instant> times, Instant limit) {
        int count = 0;
        var newestFirst = times.descendingIterator();
        while (newestFirst.hasNext() && newestFirst.next().isAfter(limit)) {
            count++;
        }
        return count;
    }
}
