package dev.tieout.qbo;

import dev.tieout.TenantId;
import dev.tieout.qbo.sync.internal.background.Background;
import dev.tieout.qbo.sync.internal.outbound.Thrown;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that do the background work, until this or its {@link QuickBooks} is closed. Firms take turns: each that has
 * something due gets one bounded turn a round, whoever has the most. Thread-safe.
 */
public final class SyncWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);
    private static final int MOST_THREADS = 1_000;
    private static final int AHEAD = 100;
    private static final long IDLE_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Background background;
    private final Crew crew;
    private final Consumer<SyncWorker> ended;
    private final Thread dispatcher;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private volatile boolean closing;

    /** Who does the work: the thread that looks for it, or others. */
    record Crew(int threads, @Nullable ExecutorService others) {
        private Executor executor() {
            return others == null ? Runnable::run : others;
        }
    }

    /**
     * What a worker is doing, and what it has done since it was started: for gauges. Immutable.
     *
     * @param threads how many firms it can work on at a time
     * @param working the firms that its process works on at this moment
     * @param turns how many turns firms have had
     * @param rows how many records and feeds were worked on in them
     */
    public record Figures(int threads, Set<TenantId> working, long turns, long rows) {}

    private SyncWorker(Background background, Crew crew, Consumer<SyncWorker> ended) {
        this.background = background;
        this.crew = crew;
        this.ended = ended;
        this.free = new Semaphore(crew.threads());
        this.dispatcher = daemons("tieout-sync").newThread(this::run);
    }

    static Crew alone() {
        return new Crew(1, null);
    }

    static Crew of(int threads, ThreadFactory factory) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads is " + threads
                    + ": give how many firms are to be worked on at a time, 1 to " + MOST_THREADS);
        }
        return new Crew(threads, Executors.newFixedThreadPool(threads, factory));
    }

    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    static SyncWorker start(Background background, Crew crew, Consumer<SyncWorker> ended) {
        SyncWorker worker = new SyncWorker(background, crew, ended);
        worker.dispatcher.start();
        return worker;
    }

    /**
     * Says what this worker is doing. No call goes out.
     *
     * @return the figures of this moment
     */
    public Figures figures() {
        return new Figures(crew.threads(), background.busy(), turns.get(), rows.get());
    }

    private void run() {
        while (!closing) {
            guarded(() -> {
                dispatch();
                // Until something was done, which may have made more of it due, or a second is over.
                boolean unused = news.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                news.drainPermits();
            });
        }
    }

    private void dispatch() throws InterruptedException {
        for (TenantId tenant : background.due(AHEAD)) {
            free.acquire();
            if (closing) {
                free.release();
                return;
            }
            crew.executor().execute(() -> turn(tenant));
        }
    }

    private void turn(TenantId tenant) {
        try {
            guarded(() -> {
                int worked = background.step(tenant);
                turns.incrementAndGet();
                rows.addAndGet(worked);
                if (worked > 0) {
                    news.release();
                }
            });
        } finally {
            free.release();
        }
    }

    private interface Piece {
        void run() throws InterruptedException;
    }

    private void guarded(Piece piece) {
        try {
            piece.run();
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The next second may do better.
            LOG.error("background run failed with {}", new Thrown(e));
            pause();
        } catch (Error e) {
            // Nobody looks at how a thread ends: without this line the worker would end in silence.
            closing = true;
            LOG.error("background run failed, the worker stops, with {}", new Thrown(e));
            throw e;
        }
    }

    private void pause() {
        try {
            boolean unused = news.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Stops after the pieces of work that are under way, and waits for them for up to a minute. May be called twice. */
    @Override
    public void close() {
        closing = true;
        news.release();
        @Nullable ExecutorService others = crew.others();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            dispatcher.join(PATIENCE.toMillis());
            if (others != null) {
                others.shutdown();
                boolean unused = others.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dispatcher.interrupt();
        if (others != null) {
            others.shutdownNow();
        }
        ended.accept(this);
    }
}
