package dev.tieout.examples.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints one line a figure and remembers whether a target was missed. Not thread-safe. */
public final class Report {
    private final PrintStream out;
    private boolean missed;

    /** @param out where it prints */
    public Report(PrintStream out) {
        this.out = out;
    }

    /** @param text what the next lines are about */
    public void title(String text) {
        out.printf("%n%s%n", text);
    }

    /**
     * A line without a target.
     *
     * @param format as of {@link java.util.Formatter}
     * @param values its values
     */
    public void line(String format, Object... values) {
        out.printf(Locale.ROOT, "  " + format + "%n", values);
        out.flush();
    }

    /**
     * A figure with a target that it has to stay at or below.
     *
     * @param what the figure
     * @param actual what was measured
     * @param target the bar
     * @param unit its unit
     */
    public void atMost(String what, double actual, double target, String unit) {
        figure(what, actual, unit, "<=", target, actual <= target);
    }

    /**
     * A count with a target that it has to stay at or below.
     *
     * @param what what is counted
     * @param actual how many there were
     * @param target the bar
     */
    public void atMost(String what, long actual, long target) {
        atMost(what, (double) actual, (double) target, "");
    }

    /**
     * A figure with a target that it has to reach.
     *
     * @param what the figure
     * @param actual what was measured
     * @param target the bar
     * @param unit its unit
     */
    public void atLeast(String what, double actual, double target, String unit) {
        figure(what, actual, unit, ">=", target, actual >= target);
    }

    private void figure(String what, double actual, String unit, String sign, double target, boolean met) {
        missed |= !met;
        out.printf(
                Locale.ROOT,
                "  %-58s %10.3f %-8s target %s %-8.3f %s%n",
                what,
                actual,
                unit,
                sign,
                target,
                met ? "met" : "MISSED");
        out.flush();
    }

    /** Takes note of targets that were printed elsewhere. */
    void missed(boolean anyMissed) {
        missed |= anyMissed;
    }

    /** @return whether a target was missed */
    public boolean missed() {
        return missed;
    }
}
