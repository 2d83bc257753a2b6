package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.data.Folders;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.MatchPlan;
import java.nio.file.Path;
import java.time.Duration;

/** A process that reads one practice, matches it once, and prints the CPU seconds since its start. */
final class ColdMatch {
    private ColdMatch() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        MatchPlan plan = ClientMatcher.of(Judge.policy(2))
                .match(Folders.clients(folder), Folders.customers(folder), MatchDecisions.none());
        if (plan.clientCounts().isEmpty()) {
            throw new IllegalStateException("nothing was matched");
        }
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.println(cpu.toMillis() / 1e3);
    }
}
