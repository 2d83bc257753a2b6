package dev.tieout.examples.benchmarks.matching.practice;

import java.util.List;
import java.util.Random;

/** Chance with a seed. Not thread-safe. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** Says yes as often as the rate says. */
    boolean chance(double rate) {
        return random.nextDouble() < rate;
    }

    /** A number from {@code 0} to {@code end - 1}. */
    int below(int end) {
        return random.nextInt(end);
    }

    /** A number from {@code from} to {@code to}. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of many, the n-th as often as 1 / (n + offset). */
    <T> T earlier(List<T> of, int offset) {
        double spread = Math.log((of.size() + offset) / (double) offset);
        int at = (int) (offset * (Math.exp(random.nextDouble() * spread) - 1));
        return of.get(Math.min(at, of.size() - 1));
    }

    /** The index of a share, each as often as it is large; the rest is the last one's. */
    int share(double... shares) {
        double left = random.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return shares.length;
    }
}
