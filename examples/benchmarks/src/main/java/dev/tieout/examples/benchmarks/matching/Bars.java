package dev.tieout.examples.benchmarks.matching;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the table of bars, a line a measure, and remembers whether one was missed. Not thread-safe. */
final class Bars {
    private static final String LINE = "%-58s %10s  %-34s %10s  %-7s %s%n";

    private final PrintStream out;
    private boolean missed;

    /**
     * The best that a peer reaches.
     *
     * @param name who
     * @param value how much
     */
    record Best(String name, double value) {
        Best or(Best other) {
            return other.value > value ? other : this;
        }
    }

    Bars(PrintStream out) {
        this.out = out;
    }

    boolean missed() {
        return missed;
    }

    void title(String text) {
        out.printf(Locale.ROOT, "%n%s%n", text);
        out.printf(Locale.ROOT, LINE, "measure", "ours", "best peer", "bar", "", "ours/peer");
    }

    void note(String format, Object... values) {
        out.printf(Locale.ROOT, "  " + format + "%n", values);
    }

    /** Says that a measure could not be taken, and why. */
    void skipped(String measure, String why) {
        out.printf(Locale.ROOT, LINE, measure, "skipped", why, "", "skipped", "");
    }

    void atLeast(String measure, double ours, @Nullable Best peer, double bar) {
        line(measure, ours, peer, ">= " + number(bar), ours >= bar);
    }

    void atMost(String measure, double ours, @Nullable Best peer, double bar) {
        line(measure, ours, peer, "<= " + number(bar), ours <= bar);
    }

    private void line(String measure, double ours, @Nullable Best peer, String bar, boolean met) {
        missed |= !met;
        String best = peer == null ? "-" : number(peer.value()) + " " + peer.name();
        String ratio = peer == null || peer.value() == 0 ? "" : String.format(Locale.ROOT, "%.2f", ours / peer.value());
        out.printf(Locale.ROOT, LINE, measure, number(ours), best, bar, met ? "met" : "MISSED", ratio);
        out.flush();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) >= 2
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value >= 2 ? "%.1f" : "%.5f", value)
                        .replaceAll("(\\.\\d{3}\\d*?)0+$", "$1");
    }
}
