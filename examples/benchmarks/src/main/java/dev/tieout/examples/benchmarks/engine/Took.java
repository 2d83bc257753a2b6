package dev.tieout.examples.benchmarks.engine;

import java.lang.management.ManagementFactory;

/**
 * What a piece of work took.
 *
 * @param records how many records it was about
 * @param seconds by the clock on the wall
 * @param cpuSeconds of the whole process, compiler and collector included
 */
record Took(int records, double seconds, double cpuSeconds) {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** A piece of work. */
    interface Work {
        void run() throws Exception;
    }

    static Took of(int records, Work work) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        return new Took(records, (end - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    }

    double rate() {
        return records / seconds;
    }

    double cpuMillis() {
        return cpuSeconds * 1e3 / records;
    }

    Took plus(Took other) {
        return new Took(records + other.records, seconds + other.seconds, cpuSeconds + other.cpuSeconds);
    }

    /** The best of both, time and CPU each for itself: noise only ever adds. */
    Took best(Took other) {
        return new Took(records, Math.min(seconds, other.seconds), Math.min(cpuSeconds, other.cpuSeconds));
    }
}
