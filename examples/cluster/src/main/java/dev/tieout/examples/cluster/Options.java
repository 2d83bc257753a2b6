package dev.tieout.examples.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line says. Immutable. */
record Options(
        int nodes,
        int tenants,
        int kills,
        int records,
        int speed,
        long seed,
        @Nullable String jdbc) {
    private static final Set<String> KNOWN =
            Set.of("--nodes", "--tenants", "--kills", "--records", "--speed", "--seed", "--jdbc");

    /** @throws IllegalArgumentException if an option is unknown, lacks its value or is out of range */
    static Options read(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new IllegalArgumentException("unknown option " + args[i] + ": give some of " + KNOWN);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " lacks its value");
            }
            given.put(args[i], args[i + 1]);
        }
        return new Options(
                number(given, "--nodes", 3, 1, 50),
                number(given, "--tenants", 20, 1, 10_000),
                number(given, "--kills", 20, 0, 100_000),
                number(given, "--records", 10, 1, 10_000),
                number(given, "--speed", 20, 1, 1_000),
                number(given, "--seed", 1, 0, Integer.MAX_VALUE),
                given.get("--jdbc"));
    }

    private static int number(Map<String, String> given, String option, int otherwise, int least, int most) {
        @Nullable String text = given.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, with what is out of range
        }
        throw new IllegalArgumentException(
                option + " is " + text + ": give a whole number from " + least + " to " + most);
    }
}
