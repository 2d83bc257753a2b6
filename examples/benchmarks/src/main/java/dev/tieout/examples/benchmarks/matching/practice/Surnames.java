package dev.tieout.examples.benchmarks.matching.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws surnames: seven in ten of a census list by their counts where there is one, else of invented names by Zipf's
 * law; the rest rare, of immigrants, doubled, accented or with an apostrophe. Not thread-safe.
 */
final class Surnames {
    private static final int INVENTED = 10_000;

    private final Dice dice;
    private final Words words;
    private final List<String> names = new ArrayList<>();
    private final double[] upTo;

    /**
     * @param census a file with the columns name, rank, count; {@code null} for none
     */
    Surnames(Dice dice, Words words, @Nullable Path census) {
        this.dice = dice;
        this.words = words;
        List<Double> counts = new ArrayList<>();
        if (census == null || !Files.exists(census)) {
            for (int i = 0; i < INVENTED; i++) {
                names.add(built(i * 7919));
                counts.add(1 / Math.pow(i + 25, 0.95));
            }
        } else {
            read(census, counts);
        }
        upTo = new double[counts.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += counts.get(i);
            upTo[i] = sum;
        }
    }

    private void read(Path census, List<Double> counts) {
        try {
            for (String line : Files.readAllLines(census).stream().skip(1).toList()) {
                String[] fields = line.split(",");
                names.add(cased(fields[0]));
                counts.add(Double.valueOf(fields[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cased(String upper) {
        String name = upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT);
        return name.startsWith("Mc") && name.length() > 3
                ? "Mc" + Character.toUpperCase(name.charAt(2)) + name.substring(3)
                : name;
    }

    String draw() {
        return switch (dice.share(0.024, 0.02, 0.009, 0.0075, 0.22)) {
            case 0 -> dice.one(words.list("accented"));
            case 1 -> common() + "-" + (dice.chance(0.5) ? common() : rare());
            case 2 -> dice.of("de ", "van ", "Del ", "St. ", common() + " ") + common();
            case 3 -> "O'" + common();
            case 4 -> rare();
            default -> common();
        };
    }

    private String common() {
        int at = Arrays.binarySearch(upTo, dice.random().nextDouble() * upTo[upTo.length - 1]);
        return names.get(Math.min(at < 0 ? -at - 1 : at, upTo.length - 1));
    }

    private String rare() {
        return built(dice.below(1 << 20));
    }

    private String built(int number) {
        List<String> starts = words.list("start");
        List<String> middles = words.list("middle");
        List<String> ends = words.list("end");
        String start = starts.get(number % starts.size());
        int rest = number / starts.size();
        String middle = rest % 3 == 0 ? "" : middles.get(rest / 3 % middles.size());
        return start + middle + ends.get(rest % ends.size());
    }
}
