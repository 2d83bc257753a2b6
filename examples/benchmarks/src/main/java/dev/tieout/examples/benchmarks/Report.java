package dev.tieout.examples.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints one line a figure and remembers whether a target was missed. Not thread-safe. */
final class Report {
    private final PrintStream out;
    private boolean missed;

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.printf("%n%s%n", text);
    }

    void line(String format, Object... values) {
        out.printf(Locale.ROOT, "  " + format + "%n", values);
    }

    /** A figure with a target that it has to stay at or below. */
    void atMost(String what, double actual, double target, String unit) {
        boolean met = actual <= target;
        missed |= !met;
        out.printf(
                Locale.ROOT,
                "  %-58s %10.3f %-8s target <= %-8.3f %s%n",
                what,
                actual,
                unit,
                target,
                met ? "met" : "MISSED");
    }

    /** Takes note of targets that were printed elsewhere. */
    void missed(boolean anyMissed) {
        missed |= anyMissed;
    }

    boolean missed() {
        return missed;
    }
}
