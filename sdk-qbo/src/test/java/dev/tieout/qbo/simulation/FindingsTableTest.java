package dev.tieout.qbo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Counts what the oracle finds, by kind; {@code -Dsimulation.table=true} prints it. */
@EnabledIfSystemProperty(named = "simulation.table", matches = "true")
class FindingsTableTest {
    @Test
    void findingsByKind() {
        for (boolean bookkeeper : new boolean[] {false, true}) {
            Map<String, List<String>> byKind = new TreeMap<>();
            Map<String, Integer> seedsOf = new TreeMap<>();
            int seeds = 0;
            int bad = 0;
            long start = System.nanoTime();
            for (long seed : Simulation.seeds().toArray()) {
                List<Finding> findings = Simulation.run(seed, bookkeeper).findings();
                seeds++;
                bad += findings.isEmpty() ? 0 : 1;
                findings.forEach(each -> byKind.computeIfAbsent(each.kind(), any -> new ArrayList<>())
                        .add("seed " + seed + " " + each.record() + ": " + each.text()));
                findings.stream().map(Finding::kind).distinct().forEach(kind -> seedsOf.merge(kind, 1, Integer::sum));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("== " + (bookkeeper ? "with" : "without") + " a bookkeeper: " + seeds + " seeds, " + bad
                    + " with findings, " + took.toMillis() / Math.max(1, seeds) + " ms a seed");
            byKind.forEach((kind, all) -> {
                System.out.println("  " + kind + ": " + all.size() + " in " + seedsOf.get(kind) + " seeds");
                all.stream()
                        .limit(Integer.getInteger("simulation.examples", 3))
                        .forEach(each -> System.out.println("      " + each));
            });
            assertThat(seeds).isPositive();
        }
    }
}
