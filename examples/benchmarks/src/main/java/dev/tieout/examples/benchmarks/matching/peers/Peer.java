package dev.tieout.examples.benchmarks.matching.peers;

import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.List;

/** A matcher that scores pairs of two lists. */
interface Peer {
    /** The pairs it deems worth a score. */
    List<Pair> score(List<Fields> clients, List<Fields> customers) throws Exception;
}
