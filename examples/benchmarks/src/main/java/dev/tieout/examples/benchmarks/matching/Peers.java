package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.Child;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import dev.tieout.examples.benchmarks.matching.peers.PeerMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets peers score sets, each in a process of its own: their Lucenes differ, and one needs gigabytes. */
final class Peers {
    /** The peers, and from which score on each calls a pair a match. */
    enum Peer {
        /** Exact e-mail address and exact name. */
        RULE("rule", "e-mail and name", 1),
        /** Intuit's fuzzy-matcher as it comes. */
        FUZZY("fuzzy", "fuzzy-matcher", 0.5),
        /** The same with the e-mail address as one element. */
        FUZZY_EXACT("fuzzy-exact", "fuzzy-matcher, exact e-mail", 0.5),
        /** Duke. */
        DUKE("duke", "Duke", 0.87);

        final String argument;
        final String title;
        final double threshold;

        Peer(String argument, String title, double threshold) {
            this.argument = argument;
            this.title = title;
            this.threshold = threshold;
        }
    }

    /**
     * What a peer made of a set.
     *
     * @param pairs each other's best
     * @param cpuSeconds what its process took
     */
    record Result(List<Pair> pairs, double cpuSeconds) {}

    private Peers() {}

    static Result run(Peer peer, String set, Path data) throws IOException, InterruptedException {
        String own = peer == Peer.DUKE ? "duke" : "fuzzy";
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + jars(own);
        String out = Child.run(
                List.of("-Xmx6g", "-XX:+UseParallelGC"),
                classPath,
                PeerMain.class,
                peer.argument,
                set,
                data.toString());
        List<String> lines = out.lines().toList();
        List<Pair> pairs = lines.stream().skip(1).map(Peers::pair).toList();
        return new Result(pairs, Double.parseDouble(lines.get(0)));
    }

    private static Pair pair(String line) {
        String[] fields = line.split(" ");
        return new Pair(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), Double.parseDouble(fields[2]));
    }

    private static String jars(String peer) throws IOException {
        Path folder = Path.of("examples", "benchmarks", "target", "peers", peer);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
