package dev.tieout.matching;

import dev.tieout.matching.internal.SideBuilder;
import dev.tieout.matching.internal.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Hands records to the engine in batches, so that a list may be read while it is parsed and need not be held. What comes
 * out does not depend on the number of threads. Used by one thread.
 */
final class Feed<T> {
    private static final int BATCH = 1 << 15;

    private final Workers workers;
    private final int threads;
    private final Reader<T> reader;
    private final List<SideBuilder> parts = new ArrayList<>();
    private final Deque<Future<?>> running = new ArrayDeque<>();
    private List<T> batch = new ArrayList<>();

    interface Reader<T> {
        void read(T record, SideBuilder side);
    }

    Feed(Workers workers, int threads, Reader<T> reader) {
        this.workers = workers;
        this.threads = threads;
        this.reader = reader;
    }

    void add(T record) {
        batch.add(record);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        List<T> records = batch;
        SideBuilder part = new SideBuilder();
        parts.add(part);
        batch = new ArrayList<>();
        Runnable task = () -> {
            records.forEach(r -> reader.read(r, part));
            part.trim();
        };
        if (threads == 1) {
            task.run();
            return;
        }
        running.add(workers.submit(task));
        if (running.size() > threads) {
            Workers.await(running.remove());
        }
    }

    SideBuilder[] finish() {
        if (!batch.isEmpty() || parts.isEmpty()) {
            flush();
        }
        running.forEach(Workers::await);
        running.clear();
        return parts.toArray(new SideBuilder[0]);
    }
}
