package dev.tieout.qbo;

import dev.tieout.qbo.sync.internal.outbound.Thrown;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread that does the background work, until it or its {@link QuickBooks} is closed. Thread-safe. */
public final class SyncWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);

    private final IntSupplier work;
    private final Consumer<SyncWorker> ended;
    private final ScheduledExecutorService thread;

    private SyncWorker(IntSupplier work, Consumer<SyncWorker> ended) {
        this.work = work;
        this.ended = ended;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "tieout-sync");
            worker.setDaemon(true);
            return worker;
        });
    }

    static SyncWorker start(IntSupplier work, Consumer<SyncWorker> ended) {
        SyncWorker worker = new SyncWorker(work, ended);
        // run() lets nothing escape, so there is nothing to learn from the future.
        ScheduledFuture<?> unused = worker.thread.scheduleWithFixedDelay(worker::run, 0, 1, TimeUnit.SECONDS);
        return worker;
    }

    private void run() {
        try {
            int worked;
            do {
                worked = work.getAsInt();
            } while (worked > 0 && !thread.isShutdown());
        } catch (RuntimeException e) {
            // The schedule would end with the exception; the next second may do better.
            LOG.error("background run failed with {}", new Thrown(e));
        } catch (Error e) {
            // The future that holds it is never looked at: without this line the worker would end in silence.
            LOG.error("background run failed, the worker stops, with {}", new Thrown(e));
            throw e;
        }
    }

    /** Stops after the piece of work that is under way, and waits for it for up to a minute. May be called twice. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        ended.accept(this);
    }
}
