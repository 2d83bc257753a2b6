package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.practice.Habit;
import dev.tieout.examples.benchmarks.matching.practice.PracticeGenerator;
import java.util.Map;

/** The bars of habits of writing: each alone on a whole list, all mixed, and none for comparison. */
final class HabitBars {
    private static final int SIZE = 10_000;
    private static final int LARGE = 100_000;
    private static final long SEED = 9_109;
    private static final double LOSS = 0.02;

    private final Bars bars;
    private final Workbench bench;

    HabitBars(Bars bars, Workbench bench) {
        this.bars = bars;
        this.bench = bench;
    }

    void print() {
        bars.title("habits of writing, each on a whole list of " + SIZE);
        double without = accuracy(SIZE, Map.of()).recall();
        bars.note("recall without a habit %.4f", without);
        for (Habit habit : Habit.values()) {
            Accuracy a = accuracy(SIZE, habit.everywhere());
            rows(habit.name(), a, without - LOSS, 0.9995);
            bars.atLeast(habit + ": partner in the first five of the rest", a.firstFive(), null, 0.93);
        }
        bars.title("all habits mixed, " + LARGE);
        rows("mixed", accuracy(LARGE, Habit.mixed(false)), 0.95, 0.9996);
        bars.title("all habits mixed in a list with codes, " + SIZE);
        rows("mixed, with codes", accuracy(SIZE, Habit.mixed(true)), 0.95, 0.9996);
    }

    private void rows(String name, Accuracy a, double recall, double precision) {
        bars.atLeast(name + ": precision (" + a.wrongOfMatched() + ")", a.precision(), null, precision);
        bars.atLeast(name + ": recall", a.recall(), null, recall);
    }

    private Accuracy accuracy(int size, Map<Habit, Double> habits) {
        LabelledLists lists = PracticeGenerator.generate(size, SEED, bench.options.census(), habits)
                .toLists("");
        return Judge.ours(lists, Judge.match(lists, Judge.policy(2)));
    }
}
