package dev.tieout.examples.benchmarks.matching;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.practice.PracticeGenerator;
import dev.tieout.matching.MatchPlan;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** A process that matches one invented practice three times and prints what the better of the two warm runs took, and how right it was. */
final class WarmMatch {
    private static final int RUNS = 3;

    private WarmMatch() {}

    /** Takes the number of clients, the seed and the file of surnames, if there is one. */
    public static void main(String[] args) {
        LabelledLists lists = PracticeGenerator.generate(
                        Integer.parseInt(args[0]), Long.parseLong(args[1]), Path.of(args[2]))
                .toLists("");
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.gc();
        long own = used();
        AtomicLong peak = watch();
        double wall = Double.MAX_VALUE;
        double cpu = Double.MAX_VALUE;
        MatchPlan plan = null;
        for (int run = 0; run < RUNS; run++) {
            plan = null;
            long cpuStart = system.getProcessCpuTime();
            long start = System.nanoTime();
            plan = Judge.match(lists, Judge.policy(2));
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (system.getProcessCpuTime() - cpuStart) / 1e9;
            System.err.printf("  run %d: %.1f s, %.1f CPU s%n", run + 1, seconds, cpuSeconds);
            if (run > 0) {
                wall = Math.min(wall, seconds);
                cpu = Math.min(cpu, cpuSeconds);
            }
        }
        System.gc();
        long kept = used();
        long most = Math.max(kept, peak.get());
        Accuracy a = Judge.ours(lists, Objects.requireNonNull(plan));
        print(List.of(
                wall,
                cpu,
                most / 1e9,
                own / 1e9,
                a.precision(),
                a.recall(),
                a.fourWay(),
                a.duplicatePrecision(),
                a.duplicateRecall(),
                a.firstFive(),
                (double) a.violations(),
                (double) lists.customers().size()));
    }

    private static void print(List<Double> figures) {
        figures.forEach(System.out::println);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The most heap in use right after a collection, from now on. */
    private static AtomicLong watch() {
        AtomicLong peak = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) ->
                                    peak.accumulateAndGet(afterCollection(notification.getUserData()), Math::max),
                            null,
                            null);
        }
        return peak;
    }

    private static long afterCollection(@Nullable Object data) {
        if (!(data instanceof CompositeData composite)) {
            return 0;
        }
        Map<String, MemoryUsage> pools =
                GarbageCollectionNotificationInfo.from(composite).getGcInfo().getMemoryUsageAfterGc();
        long sum = 0;
        for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
            boolean heap = pool.getKey().contains("Eden")
                    || pool.getKey().contains("Survivor")
                    || pool.getKey().contains("Old")
                    || pool.getKey().contains("Tenured");
            sum += heap ? pool.getValue().getUsed() : 0;
        }
        return sum;
    }
}
