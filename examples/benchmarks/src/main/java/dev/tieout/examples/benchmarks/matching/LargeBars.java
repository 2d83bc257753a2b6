package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.Child;
import dev.tieout.examples.benchmarks.matching.Bars.Best;
import dev.tieout.examples.benchmarks.matching.Peers.Peer;
import dev.tieout.examples.benchmarks.matching.PracticeBars.Level;
import dev.tieout.examples.benchmarks.matching.PracticeBars.Rivals;
import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.matching.MatchPlan;
import java.io.IOException;
import java.util.List;

/** The bars of 100,000 and of a million clients, on invented practices. */
final class LargeBars {
    private static final String HUNDRED = "invented-100k";
    private static final long HUNDRED_SEED = 161_803;
    private static final long MILLION_SEED = 577_215;

    private final Bars bars;
    private final Workbench bench;

    LargeBars(Bars bars, Workbench bench) {
        this.bars = bars;
        this.bench = bench;
    }

    void hundredThousand(boolean withPeers) throws IOException, InterruptedException {
        LabelledLists lists = bench.practice(HUNDRED, 100_000, HUNDRED_SEED);
        MatchPlan plan = Judge.match(lists, Judge.policy(2));
        bars.title(HUNDRED + ": " + lists.clients().size() + " x "
                + lists.customers().size());
        Best cpu = withPeers ? duke(lists) : Quoted.SPLINK_CPU;
        PracticeBars.rows(bars, Judge.ours(lists, plan), Rivals.QUOTED, Level.HUNDRED_THOUSAND);
        Steadiness.rows(bars, lists, plan);
        bars.atMost("CPU seconds in a cold JVM, reading included", cold(), cpu, 8);
    }

    private Best duke(LabelledLists lists) throws IOException, InterruptedException {
        Peers.Result duke = Peers.run(Peer.DUKE, HUNDRED, bench.folder());
        Accuracy a = Judge.peer(lists, duke.pairs(), Peer.DUKE.threshold);
        Accuracy all = Judge.peer(lists, duke.pairs(), 0);
        bars.note(
                "Duke: P %.4f R %.3f (%s), R at .99 %.3f, at .999 %.3f, right list %.3f, %.0f CPU s",
                a.precision(),
                a.recall(),
                a.wrongOfMatched(),
                all.recallAt(0.99),
                all.recallAt(0.999),
                a.fourWay(),
                duke.cpuSeconds());
        return duke.cpuSeconds() < Quoted.SPLINK_CPU.value()
                ? new Best(Peer.DUKE.title, duke.cpuSeconds())
                : Quoted.SPLINK_CPU;
    }

    /** The best of three: noise only ever adds. */
    private double cold() throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            String seconds = Child.run(
                    List.of("-Xmx2g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                    System.getProperty("java.class.path"),
                    ColdMatch.class,
                    bench.folder().resolve(HUNDRED).toString());
            best = Math.min(best, Double.parseDouble(seconds));
        }
        return best;
    }

    void million() throws IOException, InterruptedException {
        bars.title("invented-1m");
        String out = Child.run(
                List.of(
                        "-Xmx2g",
                        "-XX:+UseParallelGC",
                        "-XX:MaxNewSize=400m",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "-XX:+UseTransparentHugePages"),
                System.getProperty("java.class.path"),
                WarmMatch.class,
                "1000000",
                String.valueOf(MILLION_SEED),
                bench.options.census().toString());
        double[] f = out.lines().mapToDouble(Double::parseDouble).toArray();
        bars.note("1,000,000 x %.0f", f[11]);
        bars.atLeast("precision of automatic matches", f[4], Rivals.QUOTED.precision(), 0.9995);
        bars.atLeast("recall", f[5], Rivals.QUOTED.recall(), Level.MILLION.recall());
        bars.atLeast("right list, all records", f[6], Rivals.QUOTED.fourWay(), Level.MILLION.fourWay());
        bars.atLeast("duplicates: precision", f[7], Quoted.NO_PEER, 0.95);
        bars.atLeast("duplicates: recall", f[8], Quoted.NO_PEER, 0.80);
        bars.atLeast("partner in the first five, of pairs not matched", f[9], null, 0.90);
        bars.atMost("customers matched twice", f[10], null, 0);
        bars.atMost("seconds, better of two warm runs, two threads", f[0], null, 15);
        bars.note("CPU seconds of a warm run: %.1f", f[1]);
        bars.atMost(String.format("GB of heap after collections (lists %.2f)", f[3]), f[2], null, 2);
    }
}
