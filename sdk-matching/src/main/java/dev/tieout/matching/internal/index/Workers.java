package dev.tieout.matching.internal.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A few threads that share out rows; with one thread everything runs on the caller's. Close it when done. */
public final class Workers implements AutoCloseable {
    private static final int STEP = 2048;

    private final int threads;
    private final ExecutorService executor;

    /**
     * Starts none yet.
     *
     * @param threads how many may work at a time
     */
    public Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads, task -> {
            Thread t = new Thread(task, "tieout-matching");
            t.setDaemon(true);
            return t;
        });
    }

    /** How many may work at a time. */
    int threads() {
        return threads;
    }

    /** What one thread does with the rows it is given. */
    public interface Rows {
        void work(int from, int to);
    }

    /** Gives all rows out in steps; each thread gets a worker of its own. */
    public void rows(int n, Supplier<Rows> worker) {
        if (threads == 1 || n <= STEP) {
            worker.get().work(0, n);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable[] tasks = new Runnable[threads];
        for (int t = 0; t < threads; t++) {
            tasks[t] = () -> {
                Rows mine = worker.get();
                for (int from = next.getAndAdd(STEP); from < n; from = next.getAndAdd(STEP)) {
                    mine.work(from, Math.min(n, from + STEP));
                }
            };
        }
        all(tasks);
    }

    /** Does numbered pieces of work side by side and waits for them. */
    public void each(int n, IntConsumer work) {
        Runnable[] tasks = new Runnable[n];
        for (int t = 0; t < n; t++) {
            int number = t;
            tasks[t] = () -> work.accept(number);
        }
        all(tasks);
    }

    /**
     * Runs tasks side by side and waits for them.
     *
     * @param tasks what to run
     */
    public void all(Runnable... tasks) {
        if (threads == 1) {
            for (Runnable task : tasks) {
                task.run();
            }
            return;
        }
        List<Future<?>> running = new ArrayList<>(tasks.length);
        for (Runnable task : tasks) {
            running.add(submit(task));
        }
        running.forEach(Workers::await);
    }

    /**
     * Starts a task.
     *
     * @param task what to run
     * @return a handle for {@link #await}
     */
    public Future<?> submit(Runnable task) {
        return executor.submit(task);
    }

    /**
     * Waits for a task.
     *
     * @param task its handle
     */
    public static void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("matching was interrupted: start it again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
