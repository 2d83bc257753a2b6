package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.Bars.Best;
import dev.tieout.examples.benchmarks.matching.Peers.Peer;
import dev.tieout.examples.benchmarks.matching.data.AllPairs;
import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import dev.tieout.examples.benchmarks.matching.data.Sets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The bars of public sets, each peer on each set. */
final class PublicBars {
    private static final double SAFE = 0.999;
    private static final double NEARLY_SAFE = 0.99;
    private static final List<Peer> PEERS = List.of(Peer.FUZZY, Peer.FUZZY_EXACT, Peer.DUKE);

    private final Bars bars;
    private final Path data;

    PublicBars(Bars bars, Workbench bench) {
        this.bars = bars;
        data = bench.options.data();
    }

    void all() throws IOException, InterruptedException {
        bars.title("public sets");
        Best febrl = Quoted.DUKE_FEBRL.or(Quoted.SPLINK_FEBRL);
        for (String set : List.of("febrl1", "febrl2", "febrl3")) {
            linkage(set, new Asked(febrl, 0.86, Quoted.FUZZY_FEBRL, 0.985));
        }
        linkage(Sets.FAKE, new Asked(Quoted.SPLINK_FAKE, 0.42, Quoted.FUZZY_FAKE, 0.56));
        companies();
    }

    /**
     * What the bars ask of a set.
     *
     * @param peer the best of the quoted ones that keep husband and wife apart
     * @param automatic the least recall without a person, at a precision of 0.999
     * @param freePeer the best of all quoted ones
     * @param withFirst the least recall with the first suggestion
     */
    private record Asked(Best peer, double automatic, Best freePeer, double withFirst) {}

    private void linkage(String set, Asked asked) throws IOException, InterruptedException {
        if (!Sets.has(set, data)) {
            bars.skipped(set, "not in " + data);
            return;
        }
        LabelledLists lists = Sets.read(set, data);
        Accuracy a = Judge.ours(lists, Judge.match(lists, Judge.policy(2)));
        Best best = new Best("", 0);
        String size = set + " (" + lists.truth().pairs() + " pairs): ";
        for (Peer peer : PEERS) {
            Accuracy p = Judge.peer(lists, Peers.run(peer, set, data).pairs(), 0);
            bars.note(
                    "%s%s: P %.4f R %.3f, R at .999 %.3f",
                    size, peer.title, p.precision(), p.recall(), p.recallAt(SAFE));
            best = best.or(new Best(peer.title, p.recallAt(SAFE)));
        }
        bars.atLeast(size + "recall at P .999", a.recallAt(SAFE), best.or(asked.peer()), asked.automatic());
        bars.atLeast(
                size + "with the first suggestion", a.recallWithFirst(), best.or(asked.freePeer()), asked.withFirst());
        bars.note("%sours without a person: %s", size, a.wrongOfMatched());
    }

    private void companies() throws IOException, InterruptedException {
        if (!Sets.has(Sets.COMPANIES, data)) {
            bars.skipped(Sets.COMPANIES, "not in " + data);
            return;
        }
        AllPairs companies = Sets.companies(data);
        Companies ours = new Companies(companies);
        List<Pair> automatic = ours.automatic();
        Best best = Quoted.DUKE_COMPANIES;
        for (Peer peer : PEERS) {
            List<Pair> pairs = Peers.run(peer, Sets.COMPANIES, data).pairs();
            best = best.or(new Best(peer.title, ours.recallAt(pairs, NEARLY_SAFE)));
        }
        bars.atLeast(
                Sets.COMPANIES + " (" + companies.pairs() + " pairs): recall at P .99",
                ours.recallAt(ours.ranking(), NEARLY_SAFE),
                best,
                0.65);
        bars.note(
                "of these matched without a person: P %.4f, recall at P .99 %.3f",
                ours.precision(automatic), ours.recallAt(automatic, NEARLY_SAFE));
    }
}
