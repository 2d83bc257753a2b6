package dev.tieout.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures pieces of work on this thread by CPU time and bytes allocated. All pieces take turns within a round, so that
 * a busy machine slows all of them alike; the least of all rounds counts, for noise only ever adds.
 */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A piece of work. Its result is used, so that it cannot be optimised away. */
    interface Work {
        long run() throws Exception;
    }

    /**
     * What a piece of work took.
     *
     * @param minMillis CPU milliseconds of its best run
     * @param medianMillis CPU milliseconds of its middle run
     * @param bytes bytes allocated by its middle run
     */
    record Cost(double minMillis, double medianMillis, long bytes) {}

    /**
     * What all pieces took.
     *
     * @param byName the costs by the name of the piece
     */
    record Costs(Map<String, Cost> byName) {
        Cost of(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }
    }

    private final Map<String, Work> works = new LinkedHashMap<>();
    private long sink;

    Meter add(String name, Work work) {
        works.put(name, work);
        return this;
    }

    /** Runs {@code warmUp} rounds uncounted and {@code rounds} counted; each piece runs {@code times} times a round. */
    Costs run(int warmUp, int rounds, int times) throws Exception {
        Map<String, List<long[]>> runs = new LinkedHashMap<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                long[] cost = once(work.getValue(), times);
                if (round >= warmUp) {
                    runs.computeIfAbsent(work.getKey(), k -> new ArrayList<>()).add(cost);
                }
            }
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        runs.forEach((name, list) -> costs.put(name, cost(list, times)));
        return new Costs(costs);
    }

    private long[] once(Work work, int times) throws Exception {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            sink += work.run();
        }
        return new long[] {THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getThreadAllocatedBytes(thread) - bytes};
    }

    private static Cost cost(List<long[]> runs, int times) {
        List<Long> nanos = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        for (long[] run : runs) {
            nanos.add(run[0]);
            bytes.add(run[1]);
        }
        Collections.sort(nanos);
        Collections.sort(bytes);
        double scale = 1e6 * times;
        return new Cost(nanos.get(0) / scale, nanos.get(nanos.size() / 2) / scale, bytes.get(bytes.size() / 2) / times);
    }

    /** What all runs returned, summed up: prints as proof that the work was done. */
    long sink() {
        return sink;
    }
}
