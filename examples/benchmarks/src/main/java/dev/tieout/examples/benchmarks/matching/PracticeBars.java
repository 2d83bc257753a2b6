package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.Bars.Best;
import dev.tieout.examples.benchmarks.matching.Peers.Peer;
import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.data.Sets;
import dev.tieout.matching.MatchPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The bars of practices of 10,000 clients, labelled and invented, with every peer on the first of them. */
final class PracticeBars {
    private static final int SIZE = 10_000;
    private static final long[] SEEDS = {271_828, 314_159};
    private static final double PRECISION = 0.9995;

    private final Bars bars;
    private final Workbench bench;

    PracticeBars(Bars bars, Workbench bench) {
        this.bars = bars;
        this.bench = bench;
    }

    /**
     * What the bars ask of a size.
     *
     * @param recall the least recall
     * @param fourWay the least share of records in the right list
     */
    record Level(double recall, double fourWay) {
        static final Level TEN_THOUSAND = new Level(0.95, 0.945);
        static final Level HUNDRED_THOUSAND = new Level(0.93, 0.935);
        static final Level MILLION = new Level(0.88, 0.91);
    }

    /**
     * The best of the peers on a practice.
     *
     * @param precision of the only safe rule
     * @param recall at a precision of 0.999
     * @param fourWay share of records in the right list
     */
    record Rivals(Best precision, Best recall, Best fourWay) {
        static final Rivals QUOTED =
                new Rivals(new Best("e-mail and name, R .43*", 0.9994), Quoted.FUZZY_AT_999, Quoted.DUKE_FOUR_WAY);
    }

    void tenThousand() throws IOException, InterruptedException {
        Path data = bench.options.data();
        Rivals rivals = null;
        for (String name : Arrays.asList("practice-10k-a", "practice-10k-b")) {
            if (Sets.has(name, data)) {
                rivals = rivals == null ? rivals(name, data) : rivals;
                print(Sets.read(name, data), rivals);
            } else {
                bars.skipped(name, "not in " + data);
            }
        }
        for (long seed : SEEDS) {
            LabelledLists lists = bench.practice("invented-10k-" + seed, SIZE, seed);
            rivals = rivals == null ? rivals(lists.name(), bench.folder()) : rivals;
            print(lists, rivals);
        }
    }

    /** Lets each peer match a practice. */
    private Rivals rivals(String name, Path data) throws IOException, InterruptedException {
        bars.note("");
        bars.note("peers on %s: precision and recall from their threshold on, then recall at a precision", name);
        LabelledLists lists = Sets.read(name, data);
        Best precision = Rivals.QUOTED.precision();
        Best recall = Rivals.QUOTED.recall();
        Best fourWay = Rivals.QUOTED.fourWay();
        for (Peer peer : Peer.values()) {
            Peers.Result result = Peers.run(peer, name, data);
            Accuracy a = Judge.peer(lists, result.pairs(), peer.threshold);
            Accuracy all = Judge.peer(lists, result.pairs(), 0);
            bars.note(
                    "%-30s P %.4f R %.3f (%s), R at .99 %.3f, at .999 %.3f, right list %.3f, %.0f CPU s",
                    peer.title,
                    a.precision(),
                    a.recall(),
                    a.wrongOfMatched(),
                    all.recallAt(0.99),
                    all.recallAt(0.999),
                    a.fourWay(),
                    result.cpuSeconds());
            if (peer == Peer.RULE) {
                precision = new Best(String.format("%s, R %.2f", peer.title, a.recall()), a.precision());
            }
            recall = recall.or(new Best(peer.title, all.recallAt(0.999)));
            fourWay = fourWay.or(new Best(peer.title, a.fourWay()));
        }
        return new Rivals(precision, recall, fourWay);
    }

    private void print(LabelledLists lists, Rivals rivals) {
        MatchPlan plan = Judge.match(lists, Judge.policy(2));
        bars.title(lists.name() + ": " + lists.clients().size() + " x "
                + lists.customers().size());
        rows(bars, Judge.ours(lists, plan), rivals, Level.TEN_THOUSAND);
        Steadiness.rows(bars, lists, plan);
    }

    /** The bars that hold for each size. */
    static void rows(Bars bars, Accuracy a, Rivals rivals, Level level) {
        bars.atLeast(
                "precision of automatic matches (" + a.wrongOfMatched() + ")",
                a.precision(),
                rivals.precision(),
                PRECISION);
        bars.atLeast("recall", a.recall(), rivals.recall(), level.recall());
        bars.atLeast("right list, all records", a.fourWay(), rivals.fourWay(), level.fourWay());
        bars.atLeast("duplicates: precision", a.duplicatePrecision(), Quoted.NO_PEER, 0.95);
        bars.atLeast("duplicates: recall", a.duplicateRecall(), Quoted.NO_PEER, 0.80);
        bars.atLeast("partner in the first five, of pairs not matched", a.firstFive(), null, 0.90);
        bars.atMost("customers matched twice", a.violations(), null, 0);
    }
}
