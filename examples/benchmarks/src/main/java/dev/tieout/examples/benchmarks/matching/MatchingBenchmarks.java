package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.practice.PracticeFiles;
import dev.tieout.examples.benchmarks.matching.practice.PracticeGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The benchmarks of matching, beside the matchers that can be run here. */
public final class MatchingBenchmarks {
    private MatchingBenchmarks() {}

    /**
     * Says what is wrong with options.
     *
     * @param arguments options as of {@link #table}
     * @return the message, or {@code null} if nothing is
     */
    public static @Nullable String wrong(List<String> arguments) {
        try {
            Options.parse(arguments);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /**
     * Prints the table of bars; with {@code --write DIR} writes an invented practice instead.
     *
     * @param arguments options: {@code --data DIR}, {@code --slow}, {@code --write DIR --size N --seed N}
     * @param out where to
     * @return whether a bar was missed
     * @throws Exception if something could not run
     */
    public static boolean table(List<String> arguments, PrintStream out) throws Exception {
        Options options = Options.parse(arguments);
        Path folder = options.write();
        if (folder != null) {
            write(options, folder);
            return false;
        }
        Bars bars = new Bars(out);
        try (Workbench bench = new Workbench(options)) {
            new PracticeBars(bars, bench).tenThousand();
            new HabitBars(bars, bench).print();
            new PublicBars(bars, bench).all();
            new ItemBars(bars).print();
            new LargeBars(bars, bench).hundredThousand(options.slow());
            if (options.slow()) {
                new LargeBars(bars, bench).million();
            } else {
                bars.skipped("1,000,000 clients", "run matching-1m, or --slow");
            }
        }
        return bars.missed();
    }

    /**
     * Prints the bars of 100,000 clients alone.
     *
     * @param arguments options as of {@link #table}
     * @param out where to
     * @return whether a bar was missed
     * @throws Exception if something could not run
     */
    public static boolean hundredThousand(List<String> arguments, PrintStream out) throws Exception {
        Options options = Options.parse(arguments);
        Bars bars = new Bars(out);
        try (Workbench bench = new Workbench(options)) {
            new LargeBars(bars, bench).hundredThousand(options.slow());
        }
        return bars.missed();
    }

    /**
     * Prints the bars of a million clients alone.
     *
     * @param arguments options as of {@link #table}
     * @param out where to
     * @return whether a bar was missed
     * @throws Exception if something could not run
     */
    public static boolean million(List<String> arguments, PrintStream out) throws Exception {
        Bars bars = new Bars(out);
        try (Workbench bench = new Workbench(Options.parse(arguments))) {
            new LargeBars(bars, bench).million();
        }
        return bars.missed();
    }

    private static void write(Options options, Path folder) throws IOException {
        PracticeFiles.write(PracticeGenerator.generate(options.size(), options.seed(), options.census()), folder);
    }
}
