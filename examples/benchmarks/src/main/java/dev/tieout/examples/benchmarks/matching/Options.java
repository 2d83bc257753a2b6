package dev.tieout.examples.benchmarks.matching;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about matching.
 *
 * @param data the folder of the labelled sets
 * @param slow whether the peers run on 100,000 too, and ours on a million
 * @param write where to write an invented practice instead, or {@code null}
 * @param size its clients
 * @param seed its seed
 */
record Options(Path data, boolean slow, @Nullable Path write, int size, long seed) {
    private static final Path DEFAULT_DATA = Path.of("..", "shared", "data", "matching");
    private static final int DEFAULT_SIZE = 10_000;

    static Options parse(List<String> arguments) {
        Path data = DEFAULT_DATA;
        boolean slow = false;
        Path write = null;
        int size = DEFAULT_SIZE;
        long seed = 1;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--slow" -> slow = true;
                case "--data" -> data = Path.of(value(option, rest));
                case "--write" -> write = Path.of(value(option, rest));
                case "--size" -> size = Integer.parseInt(value(option, rest));
                case "--seed" -> seed = Long.parseLong(value(option, rest));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new Options(data, slow, write, size, seed);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    /** The file of surnames, whether it is there or not. */
    Path census() {
        return data.resolve(Path.of("lists", "census_surnames", "census_surnames_2010_top10k.csv"));
    }
}
