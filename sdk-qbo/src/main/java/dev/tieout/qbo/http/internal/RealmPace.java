package dev.tieout.qbo.http.internal;

import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.qbo.call.Priority;
import dev.tieout.qbo.call.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pace of one company: who may send now. Calls of one priority go in the order in which they came; interactive ones
 * go first, but after four of them a waiting background call has its turn, and background calls never use more than three
 * quarters of what is allowed. Thread-safe.
 *
 * <p>The first in a queue waits for time to pass with the sleeper, the others for the first.
 */
public final class RealmPace {
    private static final long MINUTE = 60_000;
    private static final long SECOND = 1_000;
    private static final int INTERACTIVE_IN_A_ROW = 4;

    private final Clock clock;
    private final Sleeper sleeper;
    private final int inFlightLimit;
    private final int backgroundInFlightLimit;
    private final SlidingWindow minute;
    private final SlidingWindow second;
    private final SlidingWindow batches;
    private final SlidingWindow backgroundMinute;
    private final SlidingWindow backgroundSecond;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Priority, Queue<Ticket>> waiting = new EnumMap<>(Priority.class);
    private int inFlight;
    private int backgroundInFlight;
    private int interactiveInARow;
    private long pausedUntil;

    /** What was slept while the clock stood. */
    private long slept;

    /**
     * A pace.
     *
     * @param limits what is allowed
     * @param clock the time
     * @param sleeper what waits
     */
    public RealmPace(PaceLimits limits, Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.inFlightLimit = limits.inFlight();
        this.backgroundInFlightLimit = share(limits.inFlight());
        this.minute = new SlidingWindow(limits.perMinute(), MINUTE);
        this.second = new SlidingWindow(limits.perSecond(), SECOND);
        this.batches = new SlidingWindow(limits.batchesPerMinute(), MINUTE);
        this.backgroundMinute = new SlidingWindow(share(limits.perMinute()), MINUTE);
        this.backgroundSecond = new SlidingWindow(share(limits.perSecond()), SECOND);
        for (Priority priority : Priority.values()) {
            waiting.put(priority, new ArrayDeque<>());
        }
    }

    private static int share(int limit) {
        return limit == Integer.MAX_VALUE ? limit : Math.max(1, (int) (limit * 3L / 4));
    }

    /** A place in a queue. Not a record: two calls that look alike are two. */
    private static final class Ticket {
        private final Priority priority;
        private final boolean batch;

        private Ticket(Priority priority, boolean batch) {
            this.priority = priority;
            this.batch = batch;
        }
    }

    /** The right to have one call under way; close it when the answer has been read. */
    public final class Permit implements AutoCloseable {
        private final Priority priority;
        private boolean open = true;

        private Permit(Priority priority) {
            this.priority = priority;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (open) {
                    open = false;
                    inFlight--;
                    backgroundInFlight -= priority == Priority.BACKGROUND ? 1 : 0;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** A call would have to wait longer than it may. */
    public static final class NotInTime extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Duration wait;

        NotInTime(Duration wait) {
            super("the turn would come after " + wait, null, false, false);
            this.wait = wait;
        }

        /**
         * How long the wait would be.
         *
         * @return positive
         */
        public Duration waitNeeded() {
            return wait;
        }
    }

    /**
     * Waits for the turn.
     *
     * @param priority who waits
     * @param batch whether the call is a batch
     * @param maxWait the longest wait
     * @return the permit
     * @throws NotInTime if the turn would come too late; at once where that is known
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Permit acquire(Priority priority, boolean batch, Duration maxWait) throws NotInTime, InterruptedException {
        long deadline = now() + maxWait.toMillis();
        Ticket ticket = new Ticket(priority, batch);
        Queue<Ticket> queue = queue(priority);
        lock.lockInterruptibly();
        try {
            queue.add(ticket);
            while (true) {
                long now = now();
                long wait = ticket.equals(queue.peek()) ? delay(ticket, now) : Long.MAX_VALUE;
                if (wait == 0) {
                    return take(priority, batch, now);
                }
                if (wait == Long.MAX_VALUE) {
                    awaitChange(deadline - now);
                } else if (now + wait > deadline) {
                    throw new NotInTime(Duration.ofMillis(wait));
                } else {
                    sleepUnlocked(wait);
                }
            }
        } finally {
            queue.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    /**
     * Stops the whole company for a while, as QuickBooks asks with 429.
     *
     * @param duration how long from now; a longer pause that was set before stays
     */
    public void pause(Duration duration) {
        lock.lock();
        try {
            pausedUntil = Math.max(pausedUntil, now() + duration.toMillis());
        } finally {
            lock.unlock();
        }
    }

    private long delay(Ticket ticket, long now) {
        long wait = ownDelay(ticket, now);
        return wait == 0 && mustYield(ticket, now) ? Long.MAX_VALUE : wait;
    }

    /** 0: now. {@code Long.MAX_VALUE}: when another call ends. Else: after so many milliseconds. */
    private long ownDelay(Ticket ticket, long now) {
        boolean background = ticket.priority == Priority.BACKGROUND;
        if (inFlight >= inFlightLimit || (background && backgroundInFlight >= backgroundInFlightLimit)) {
            return Long.MAX_VALUE;
        }
        long wait = Math.max(pausedUntil - now, Math.max(minute.delay(now), second.delay(now)));
        if (ticket.batch) {
            wait = Math.max(wait, batches.delay(now));
        }
        if (background) {
            wait = Math.max(wait, Math.max(backgroundMinute.delay(now), backgroundSecond.delay(now)));
        }
        return Math.max(0, wait);
    }

    /** The other queue's first call has its turn, and could be sent now. */
    private boolean mustYield(Ticket ticket, long now) {
        boolean background = ticket.priority == Priority.BACKGROUND;
        if (background == (interactiveInARow >= INTERACTIVE_IN_A_ROW)) {
            return false;
        }
        @Nullable
        Ticket other =
                queue(background ? Priority.INTERACTIVE : Priority.BACKGROUND).peek();
        return other != null && ownDelay(other, now) == 0;
    }

    private Permit take(Priority priority, boolean batch, long now) {
        inFlight++;
        minute.start(now);
        second.start(now);
        if (batch) {
            batches.start(now);
        }
        if (priority == Priority.BACKGROUND) {
            backgroundInFlight++;
            backgroundMinute.start(now);
            backgroundSecond.start(now);
            interactiveInARow = 0;
        } else {
            interactiveInARow++;
        }
        return new Permit(priority);
    }

    private Queue<Ticket> queue(Priority priority) {
        Queue<Ticket> queue = waiting.get(priority);
        if (queue == null) {
            throw new IllegalStateException("no queue for " + priority);
        }
        return queue;
    }

    @SuppressWarnings("WaitNotInLoop") // acquire is the loop
    private void awaitChange(long millis) throws NotInTime, InterruptedException {
        if (millis <= 0 || !changed.await(millis, TimeUnit.MILLISECONDS)) {
            throw new NotInTime(Duration.ofSeconds(1));
        }
    }

    private void sleepUnlocked(long millis) throws InterruptedException {
        long before = clock.millis();
        lock.unlock();
        try {
            sleeper.sleep(Duration.ofMillis(millis));
        } finally {
            lock.lock();
        }
        if (clock.millis() == before) {
            // A test's clock that stands while its sleeper sleeps: waiting for it would be for ever.
            slept += millis;
        }
    }

    private long now() {
        return clock.millis() + slept;
    }
}
