package dev.tieout.examples.benchmarks.matching.data;

import java.nio.file.Files;
import java.nio.file.Path;

/** The sets by name, under one folder. */
public final class Sets {
    /** The set whose companies are compared each with each. */
    public static final String COMPANIES = "goldenmatch_orgs_hard";

    /** The persons with typing errors, few enough for every peer. */
    public static final String FAKE = "splink_fake_1000";

    private Sets() {}

    /** The file that is there if the set is. */
    private static Path path(String name, Path data) {
        if (name.startsWith("febrl")) {
            return data.resolve("febrl").resolve("dataset" + name.substring("febrl".length()) + ".csv");
        }
        return name.equals(FAKE)
                ? data.resolve(FAKE).resolve("fake_1000.csv")
                : data.resolve(name).resolve(name.equals(COMPANIES) ? "truth.csv" : "truth_records.csv");
    }

    /**
     * Says whether a set is there.
     *
     * @param name its name
     * @param data the folder of the sets
     * @return whether it is
     */
    public static boolean has(String name, Path data) {
        return Files.exists(path(name, data));
    }

    /**
     * Reads a set of two lists.
     *
     * @param name its name: febrl1, febrl2, febrl3, {@link #FAKE}, or the folder of a practice
     * @param data the folder of the sets
     * @return the lists
     */
    public static LabelledLists read(String name, Path data) {
        if (name.startsWith("febrl")) {
            return PublicSets.febrl(name, path(name, data));
        }
        return name.equals(FAKE) ? PublicSets.fake1000(name, path(name, data)) : Folders.read(name, data.resolve(name));
    }

    /**
     * Reads the companies.
     *
     * @param data the folder of the sets
     * @return the companies
     */
    public static AllPairs companies(Path data) {
        Path folder = data.resolve(COMPANIES);
        return PublicSets.companies(folder.resolve("records.csv"), folder.resolve("truth.csv"));
    }
}
