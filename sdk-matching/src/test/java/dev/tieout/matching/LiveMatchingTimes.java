package dev.tieout.matching;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Prints what one change costs beside a new run, in CPU time: {@code main(size, changes)}. Not a test. */
final class LiveMatchingTimes {
    private LiveMatchingTimes() {}

    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int changes = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        PracticeChanges practice = new PracticeChanges(size, 5, false);
        ClientMatcher matcher = ClientMatcher.of(MatchPolicy.balanced());
        double run = Double.MAX_VALUE;
        for (int k = 0; k < 5; k++) {
            double from = millis();
            matcher.match(practice.clients.values(), practice.customers.values(), practice.decisions);
            run = Math.min(run, millis() - from);
        }
        LiveMatching live = matcher.live(practice.clients.values(), practice.customers.values(), practice.decisions);
        MatchPlan last = live.plan();
        long all = live.compared();
        double[] plans = new double[changes];
        double[] comparisons = new double[changes];
        for (int k = 0; k < changes; k++) {
            practice.next(live);
            double from = millis();
            MatchPlan now = live.plan();
            double between = millis();
            now.changedSince(last);
            plans[k] = between - from;
            comparisons[k] = millis() - between;
            last = now;
        }
        double share = (live.compared() - all) / (double) changes / all;
        System.out.printf("size %d: a run %.0f ms; comparisons of one change %.4f of a run's%n", size, run, share);
        print("plan() after one change", plans, run);
        print("changedSince", comparisons, run);
    }

    private static void print(String what, double[] millis, double run) {
        Arrays.sort(millis);
        double median = millis[millis.length / 2];
        double tail = millis[millis.length * 99 / 100];
        System.out.printf("%s: median %.2f ms, 99th %.2f ms; median to a run %.4f%n", what, median, tail, median / run);
    }

    private static double millis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }
}
