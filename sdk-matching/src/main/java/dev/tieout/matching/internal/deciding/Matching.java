// Long by its Javadoc: what finds, scores and decides is held here.
package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.index.Longs;
import dev.tieout.matching.internal.index.Workers;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.records.SideBuilder;
import dev.tieout.matching.internal.records.SidePart;
import dev.tieout.matching.internal.scoring.Blocks;
import dev.tieout.matching.internal.scoring.Firms;
import dev.tieout.matching.internal.scoring.Members;
import dev.tieout.matching.internal.scoring.PairScorer;
import dev.tieout.matching.internal.scoring.Score;
import dev.tieout.matching.internal.scoring.Shares;
import dev.tieout.matching.internal.scoring.Statistics;
import dev.tieout.matching.internal.text.WordTable;
import java.util.BitSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds and scores the candidates of every client and the likely duplicates inside each side, then decides. One that is
 * live may be given changed records; it is thread-safe while nobody does.
 */
public final class Matching {
    /** A client with a candidate this good needs no search by weak keys. */
    private static final double SURE = 8;

    /** Two records of one side are seldom the same: what a pair has to overcome beyond a pair across the sides. */
    private static final double TWIN_PRIOR = 3;

    /** So many keys has a record of each sort. */
    private static final int KEYS = 6;

    static final double TWIN_THRESHOLD = 2;
    /** The least that a pair is ranked by that is always suggested. */
    private static final double ALWAYS_SUGGESTED = -4;

    private static final double RIVALS_THRESHOLD = -2;

    final Side a;
    final Side b;
    Task task;
    final Candidates candidates;
    /** Pairs of one side that look like one client, each {@link Task#pair}. */
    final Longs twinsA = new Longs(64);

    final Longs twinsB = new Longs(64);
    final Statistics stats;
    final Shares shares;
    final Members members;
    final Firms firms;
    /** How many pairs of records were compared so far. */
    final LongAdder compared = new LongAdder();

    private final WordTable words;
    private final @Nullable Updater updater;
    private Decision decision;

    /**
     * Matches two sides.
     *
     * @param partsA the clients
     * @param partsB the customers
     * @param task the rules
     * @param live whether records will change
     * @param workers who does the work
     */
    public Matching(SidePart[] partsA, SidePart[] partsB, Task task, boolean live, Workers workers) {
        words = SidePart.numberAlike(
                Stream.of(partsA, partsB).flatMap(Stream::of).toList());
        a = new Side(partsA, workers);
        b = new Side(partsB, workers);
        this.task = task;
        Statistics[] counted = new Statistics[1];
        Shares[] shared = new Shares[1];
        Members[] alone = new Members[1];
        Firms[] named = new Firms[1];
        workers.all(
                () -> counted[0] = new Statistics(words, a, b),
                () -> shared[0] = new Shares(a, b),
                () -> alone[0] = new Members(a, b),
                () -> named[0] = new Firms(a, b));
        stats = counted[0];
        shares = shared[0];
        members = alone[0];
        firms = named[0];
        candidates = new Candidates(a.n, task.keep());
        updater = live ? new Updater(this) : null;
        all(workers);
        decision = new Decision(this, live ? candidates.copy(a.n) : candidates);
    }

    /** Compares everything. */
    void all(Workers workers) {
        if (task.rules() == Task.EVIDENCE) {
            byEvidence(workers);
        } else {
            new SimpleRules(this).run();
        }
    }

    /**
     * Begins changes to a live matching.
     *
     * @return no changes yet
     * @throws IllegalStateException if it is not live
     */
    public Changes changes() {
        return new Changes(this, new SideBuilder(words), new SideBuilder(words));
    }

    /**
     * Settles changes: compares what they touch, and decides anew.
     *
     * @param changes the changes
     * @param newTask the rules for the records as they are then
     * @param workers who does the work if everything is touched
     */
    public void update(Changes changes, Task newTask, Workers workers) {
        if (updater == null) {
            throw new IllegalStateException("this matching is not live");
        }
        Task old = task;
        task = newTask;
        updater.settle(changes, old, workers);
        decision = new Decision(this, candidates.copy(a.n));
    }

    Blocks blocks() {
        return new Blocks(stats);
    }

    PairScorer scorer() {
        return new PairScorer(stats, shares, members, firms, Math.max(a.n, b.n));
    }

    /** The records of a side by their strong keys. */
    LongIndex strong(Side s, Workers workers) {
        return LongIndex.of(s.n, KEYS, workers, () -> {
            Blocks blocks = blocks();
            return row -> blocks.strong(s, row);
        });
    }

    /** The records of a side by their weak keys, but for some. */
    LongIndex weak(Side s, BitSet without, Workers workers) {
        Longs none = new Longs(0);
        return LongIndex.of(s.n, KEYS, workers, () -> {
            Blocks blocks = blocks();
            return row -> without.get(row) ? none : blocks.weak(s, row);
        });
    }

    private void byEvidence(Workers workers) {
        LongIndex[] built = {strong(b, workers)};
        LongIndex strongB = updater == null ? null : built[0];
        workers.rows(a.n, () -> across(built[0], true));
        workers.rows(b.n, () -> twins(b, built[0], task.settledB(), twinsB));
        // The indexes of a million records are large: one at a time.
        BitSet taken = taken();
        built[0] = weak(b, taken, workers);
        if (updater != null && strongB != null) {
            updater.customers(strongB, built[0], taken);
        }
        workers.rows(a.n, () -> across(built[0], false));
        built[0] = strong(a, workers);
        workers.rows(a.n, () -> twins(a, built[0], task.settledA(), twinsA));
        if (updater != null) {
            updater.clients(built[0], weak(a, new BitSet(), workers));
        }
    }

    /** The customers that some client is sure of: nobody else need look for them by weak keys. */
    private BitSet taken() {
        BitSet taken = new BitSet(b.n);
        for (int i = 0; i < a.n; i++) {
            if (sure(i)) {
                taken.set(candidates.row[candidates.first(i)]);
            }
        }
        return taken;
    }

    boolean sure(int client) {
        int best = candidates.first(client);
        return candidates.row[best] >= 0 && candidates.veto[best] == 0 && candidates.score[best] >= SURE;
    }

    private Workers.Rows across(LongIndex index, boolean strong) {
        Search search = new Search(this, b);
        return (from, to) -> {
            long before = search.compared;
            for (int i = from; i < to; i++) {
                if (task.settledA().get(i)) {
                    continue;
                }
                if (strong) {
                    search.strong(i, index);
                } else if (!sure(i)) {
                    search.weak(i, index);
                }
            }
            compared.add(search.compared - before);
        };
    }

    boolean allowed(int i, int j) {
        return !task.settledB().get(j)
                && (task.refused().isEmpty() || !task.refused().contains(Task.pair(i, j)));
    }

    /**
     * A contradicted pair ranks behind what nothing contradicts. An equal display name, which cannot be created once more,
     * and an e-mail address that one client and one customer have, rank before what only resembles.
     */
    double effective(int i, int j, Score out) {
        double score = out.total - (out.vetoes == 0 ? 0 : 5);
        if (score >= ALWAYS_SUGGESTED) {
            return score;
        }
        boolean always = a.displayKey(a.at(i)) == b.displayKey(b.at(j)) || out.sameOwnEmail();
        return always ? ALWAYS_SUGGESTED : score;
    }

    private Workers.Rows twins(Side s, LongIndex index, BitSet settled, Longs found) {
        Search search = new Search(this, s);
        return (from, to) -> {
            long before = search.compared;
            for (int i = from; i < to; i++) {
                if (!settled.get(i)) {
                    search.twins(s, i, index, settled, null, found);
                }
            }
            compared.add(search.compared - before);
        };
    }

    /** Whether two of one side may be one, whatever the order they stand in. */
    boolean alike(PairScorer scorer, Score out, Side s, int i, int j, double threshold) {
        boolean first = s.tie(s.at(i)) <= s.tie(s.at(j));
        scorer.score(s, first ? i : j, s, first ? j : i, out);
        return out.vetoes == 0 && out.total - TWIN_PRIOR > threshold;
    }

    /** Whether two of one side may be one: less than it takes to call them twins without a rival. */
    boolean mayBeOne(PairScorer scorer, Score out, Side s, int i, int j) {
        return task.rules() != Task.EVIDENCE || alike(scorer, out, s, i, j, RIVALS_THRESHOLD);
    }

    /**
     * Compares any two.
     *
     * @param client the client's row
     * @param customer the customer's row
     * @return a new score
     */
    public Score compare(int client, int customer) {
        Score out = new Score();
        scorer().score(a, client, b, customer, out);
        return out;
    }

    /**
     * Returns how many pairs of records were compared so far.
     *
     * @return the number
     */
    public long compared() {
        return compared.sum();
    }

    /**
     * Returns what was decided.
     *
     * @return the decision
     */
    public Decision decision() {
        return decision;
    }

    /**
     * Returns how many clients and customers have the most telling address that a pair shares.
     *
     * @param client the client's row
     * @param customer the customer's row
     * @return the two numbers, 0 and 0 if they share none
     */
    public int[] sharing(int client, int customer) {
        int[] best = {0, 0};
        int p = a.at(client);
        int q = b.at(customer);
        for (int x = 0; x < a.emails(p); x++) {
            for (int y = 0; y < b.emails(q); y++) {
                long hash = a.emailHash(a.email(p, x));
                if (hash == b.emailHash(b.email(q, y))) {
                    int clients = shares.clientsWithEmail(hash);
                    int customers = shares.customersWithEmail(hash);
                    if (best[0] == 0 || clients + customers < best[0] + best[1]) {
                        best = new int[] {clients, customers};
                    }
                }
            }
        }
        return best;
    }
}
