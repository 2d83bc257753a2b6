package dev.tieout.examples.benchmarks;

import dev.tieout.examples.benchmarks.engine.EngineBenchmark;
import dev.tieout.examples.benchmarks.matching.MatchingBenchmarks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the named benchmarks, or all. Exit code 1 where a target was missed, 2 for a wrong name or option. */
public final class Benchmarks {
    private Benchmarks() {}

    /** One benchmark. */
    private interface Benchmark {
        void run(Report report) throws Exception;
    }

    /**
     * Runs them.
     *
     * @param args names, none for all; from the first {@code --} on options of matching
     * @throws Exception if one could not run
     */
    public static void main(String[] args) throws Exception {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("page", ReadingBenchmarks::page);
        all.put("single", ReadingBenchmarks::single);
        all.put("first-call", CallingBenchmarks::firstCall);
        all.put("requests", CallingBenchmarks::requests);
        all.put("stream", CallingBenchmarks::stream);
        all.put("size", SizeBenchmark::run);
        all.put("search", SearchBenchmark::run);
        all.put("engine", report -> EngineBenchmark.run(report, EngineBenchmark.Sizes.FULL));
        List<String> words = List.of(args);
        int count = (int) words.stream().takeWhile(w -> !w.startsWith("--")).count();
        List<String> options = words.subList(count, words.size());
        all.put("matching", report -> report.missed(MatchingBenchmarks.table(options, System.out)));
        List<String> names = count == 0 ? List.copyOf(all.keySet()) : words.subList(0, count);
        all.put("engine-quick", report -> EngineBenchmark.run(report, EngineBenchmark.Sizes.QUICK));
        all.put("matching-100k", report -> report.missed(MatchingBenchmarks.hundredThousand(options, System.out)));
        all.put("matching-1m", report -> report.missed(MatchingBenchmarks.million(options, System.out)));
        if (!all.keySet().containsAll(names)) {
            System.err.println("Unknown benchmark in " + names + "; there are " + all.keySet());
            System.exit(2);
        }
        String wrong = MatchingBenchmarks.wrong(options);
        if (wrong != null) {
            System.err.println(wrong);
            System.exit(2);
        }
        Report report = new Report(System.out);
        for (String name : names) {
            Benchmark benchmark = all.get(name);
            if (benchmark != null) {
                benchmark.run(report);
            }
        }
        System.exit(report.missed() ? 1 : 0);
    }
}
