package dev.tieout.matching;

import dev.tieout.matching.internal.index.Workers;
import dev.tieout.matching.internal.records.SideBuilder;
import dev.tieout.matching.internal.records.SidePart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands records to the engine in batches, so that a list may be read while it is parsed and need not be held. What comes
 * out does not depend on the number of threads. Used by one thread.
 */
final class Feed<T> {
    private static final int BATCH = 1 << 15;

    private final Workers workers;
    private final int threads;
    private final Reader<T> reader;
    private final Queue<SideBuilder> idle;
    private final List<AtomicReference<SidePart>> parts = new ArrayList<>();
    private final Deque<Future<?>> running = new ArrayDeque<>();
    private List<T> batch = new ArrayList<>();

    interface Reader<T> {
        void read(T record, SideBuilder side);
    }

    /** @param idle builders that nobody uses: each thread takes one and puts it back */
    Feed(Workers workers, int threads, Queue<SideBuilder> idle, Reader<T> reader) {
        this.workers = workers;
        this.idle = idle;
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
        AtomicReference<SidePart> part = new AtomicReference<>();
        parts.add(part);
        batch = new ArrayList<>();
        Runnable task = () -> part.set(read(records));
        if (threads == 1) {
            task.run();
            return;
        }
        running.add(workers.submit(task));
        if (running.size() > threads) {
            Workers.await(running.remove());
        }
    }

    private SidePart read(List<T> records) {
        SideBuilder known = idle.poll();
        SideBuilder builder = known == null ? new SideBuilder() : known;
        for (T record : records) {
            reader.read(record, builder);
        }
        SidePart part = builder.pack();
        if (!builder.full()) {
            idle.add(builder);
        }
        return part;
    }

    SidePart[] finish() {
        if (!batch.isEmpty()) {
            flush();
        }
        running.forEach(Workers::await);
        running.clear();
        return parts.stream().map(AtomicReference::get).toArray(SidePart[]::new);
    }
}
