package dev.tieout.qbo;

import dev.tieout.qbo.sync.internal.outbound.Thrown;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread that does the background work. Thread-safe. */
public final class SyncWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);

    private final QuickBooks quickBooks;
    private final ScheduledExecutorService thread;

    private SyncWorker(QuickBooks quickBooks) {
        this.quickBooks = quickBooks;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "tieout-sync");
            worker.setDaemon(true);
            return worker;
        });
    }

    static SyncWorker start(QuickBooks quickBooks) {
        SyncWorker worker = new SyncWorker(quickBooks);
        // run() lets nothing escape, so there is nothing to learn from the future.
        ScheduledFuture<?> unused = worker.thread.scheduleWithFixedDelay(worker::run, 0, 1, TimeUnit.SECONDS);
        return worker;
    }

    private void run() {
        try {
            int worked;
            do {
                worked = quickBooks.runDue();
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

    /** Stops after the piece of work that is under way, and waits for it for up to a minute. */
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
    }
}
