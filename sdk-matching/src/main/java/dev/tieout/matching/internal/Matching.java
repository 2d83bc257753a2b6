package dev.tieout.matching.internal;

import java.util.Arrays;
import java.util.BitSet;

/** Finds and scores the candidates of every client and the likely duplicates inside each side, then decides. */
public final class Matching {
    /** Lists that are longer tell nothing: they are left out. */
    private static final int STRONG_CAP = 40;

    private static final int WEAK_CAP = 24;
    /** A client with a candidate this good needs no search by weak keys. */
    private static final double SURE = 8;

    /** With an e-mail address in common, the name and one thing more are the same. */
    private static final double BEYOND_DOUBT = 16;

    /** Two records of one side are seldom the same: what a pair has to overcome beyond a pair across the sides. */
    private static final double TWIN_PRIOR = 3;

    private static final double TWIN_THRESHOLD = 2;
    private static final double RIVALS_THRESHOLD = -2;

    final Side a;
    final Side b;
    final Task task;
    final Candidates candidates;
    /** Pairs of one side that look like one client, each {@link Task#pair}. */
    final Longs twinsA = new Longs(64);

    final Longs twinsB = new Longs(64);
    private final Statistics stats;
    private final Shares shares;
    private final Members members;
    private final long[] tieBreak;
    private final Decision decision;

    /**
     * Matches two sides.
     *
     * @param partsA the clients
     * @param partsB the customers
     * @param idsB a number for each customer that breaks ties, the same however the input is ordered
     * @param task the rules
     * @param workers who does the work
     */
    public Matching(SideBuilder[] partsA, SideBuilder[] partsB, long[] idsB, Task task, Workers workers) {
        WordTable[] tables = new WordTable[partsA.length + partsB.length];
        for (int i = 0; i < partsA.length; i++) {
            tables[i] = partsA[i].table;
        }
        for (int i = 0; i < partsB.length; i++) {
            tables[partsA.length + i] = partsB[i].table;
        }
        int[][] remap = new int[tables.length][];
        WordTable words = WordTable.merge(tables, remap);
        a = Side.of(partsA, Arrays.copyOfRange(remap, 0, partsA.length));
        b = Side.of(partsB, Arrays.copyOfRange(remap, partsA.length, tables.length));
        // Their columns are copied; a million records' worth should not stay beside the copy.
        Arrays.fill(partsA, null);
        Arrays.fill(partsB, null);
        this.task = task;
        tieBreak = idsB;
        Statistics[] counted = new Statistics[1];
        Shares[] shared = new Shares[1];
        Members[] alone = new Members[1];
        workers.all(
                () -> counted[0] = new Statistics(words, a, b),
                () -> shared[0] = new Shares(a, b),
                () -> alone[0] = new Members(words, a, b));
        stats = counted[0];
        shares = shared[0];
        members = alone[0];
        candidates = new Candidates(a.n, task.keep());
        if (task.rules() == Task.EVIDENCE) {
            byEvidence(workers);
        } else {
            bySimpleRules();
        }
        decision = new Decision(this);
        decision.run();
    }

    private LongIndex index(Side s, boolean strong, BitSet without) {
        Blocks blocks = new Blocks(stats);
        Longs keys = new Longs(s.n * 6);
        Ints rows = new Ints(s.n * 6);
        for (int r = without.nextClearBit(0); r < s.n; r = without.nextClearBit(r + 1)) {
            if (strong) {
                blocks.strong(s, r);
            } else {
                blocks.weak(s, r);
            }
            for (int k = 0; k < blocks.keys.size; k++) {
                keys.add(blocks.keys.a[k]);
                rows.add(r);
            }
        }
        return new LongIndex(keys, rows);
    }

    private PairScorer scorer() {
        return new PairScorer(stats, shares, members, Math.max(a.n, b.n));
    }

    private void byEvidence(Workers workers) {
        LongIndex[] built = {index(b, true, new BitSet())};
        workers.rows(a.n, () -> across(built[0], true));
        workers.rows(b.n, () -> twins(b, built[0], task.settledB(), twinsB));
        // The indexes of a million records are large: one at a time.
        built[0] = index(b, false, taken());
        workers.rows(a.n, () -> across(built[0], false));
        built[0] = index(a, true, new BitSet());
        workers.rows(a.n, () -> twins(a, built[0], task.settledA(), twinsA));
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

    private boolean sure(int client) {
        int best = candidates.first(client);
        return candidates.row[best] >= 0 && candidates.veto[best] == 0 && candidates.score[best] >= SURE;
    }

    /** No rival without the same e-mail address comes near: names, phones and addresses need not be looked through. */
    private boolean beyondDoubt(int client) {
        return sure(client) && candidates.score[candidates.first(client)] >= BEYOND_DOUBT;
    }

    private Workers.Rows across(LongIndex index, boolean strong) {
        Blocks blocks = new Blocks(stats);
        PairScorer scorer = scorer();
        Score out = new Score();
        int[] seen = new int[b.n];
        Arrays.fill(seen, -1);
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                if (task.settledA().get(i)) {
                    continue;
                }
                if (strong) {
                    blocks.strong(a, i);
                    compareAll(i, blocks, index, STRONG_CAP, seen, scorer, out);
                } else if (!sure(i)) {
                    for (int k = candidates.first(i); k < candidates.after(i) && candidates.row[k] >= 0; k++) {
                        seen[candidates.row[k]] = i;
                    }
                    blocks.weak(a, i);
                    compareAll(i, blocks, index, WEAK_CAP, seen, scorer, out);
                }
            }
        };
    }

    private void compareAll(int i, Blocks blocks, LongIndex index, int cap, int[] seen, PairScorer scorer, Score out) {
        for (int k = 0; k < blocks.keys.size; k++) {
            if (k == blocks.emails && k > 0 && beyondDoubt(i)) {
                return;
            }
            int h = index.find(blocks.keys.a[k]);
            int n = index.count(h);
            for (int r = 0; n <= cap && r < n; r++) {
                int j = index.row(h, r);
                if (seen[j] != i && allowed(i, j)) {
                    seen[j] = i;
                    scorer.score(a, i, b, j, out);
                    candidates.offer(i, j, effective(out), out.vetoes, tieBreak);
                }
            }
        }
    }

    private boolean allowed(int i, int j) {
        return !task.settledB().get(j)
                && (task.refused().isEmpty() || !task.refused().contains(Task.pair(i, j)));
    }

    /** A contradicted pair ranks behind what nothing contradicts. */
    static double effective(Score out) {
        return out.total - (out.vetoes == 0 ? 0 : 5);
    }

    private Workers.Rows twins(Side s, LongIndex index, BitSet settled, Longs found) {
        Blocks blocks = new Blocks(stats);
        PairScorer scorer = scorer();
        Score out = new Score();
        int[] seen = new int[s.n];
        Arrays.fill(seen, -1);
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                if (!settled.get(i)) {
                    blocks.strong(s, i);
                    twins(s, i, blocks, index, found, seen, scorer, out);
                }
            }
        };
    }

    private void twins(
            Side s, int i, Blocks blocks, LongIndex index, Longs found, int[] seen, PairScorer scorer, Score out) {
        for (int k = 0; k < blocks.keys.size; k++) {
            int h = index.find(blocks.keys.a[k]);
            int n = index.count(h);
            for (int r = n <= STRONG_CAP ? n - 1 : -1; r >= 0 && index.row(h, r) >= i; r--) {
                int j = index.row(h, r);
                if (j != i && seen[j] != i) {
                    seen[j] = i;
                    scorer.score(s, i, s, j, out);
                    if (alike(out, TWIN_THRESHOLD)) {
                        synchronized (found) {
                            found.add(Task.pair(i, j));
                        }
                    }
                }
            }
        }
    }

    private static boolean alike(Score out, double threshold) {
        return out.vetoes == 0 && out.total - TWIN_PRIOR > threshold;
    }

    /** Whether two clients may be one: less than it takes to call them twins without a rival. */
    boolean mayBeOneClient(int i, int j) {
        if (task.rules() != Task.EVIDENCE) {
            return true;
        }
        Score out = new Score();
        scorer().score(a, i, a, j, out);
        return alike(out, RIVALS_THRESHOLD);
    }

    /** Whether two customers may be one. */
    boolean mayBeOneCustomer(int i, int j) {
        if (task.rules() != Task.EVIDENCE) {
            return true;
        }
        Score out = new Score();
        scorer().score(b, i, b, j, out);
        return alike(out, RIVALS_THRESHOLD);
    }

    /** The rules of other products: equal keys, and nothing else. */
    private void bySimpleRules() {
        LongIndex byEmail = shares.customersByEmail();
        Longs keys = new Longs(b.n);
        Ints rows = new Ints(b.n);
        for (int j = 0; j < b.n; j++) {
            keys.add(b.displayKey[j]);
            rows.add(j);
        }
        LongIndex byName = new LongIndex(keys, rows);
        for (int i = 0; i < a.n; i++) {
            if (task.settledA().get(i)) {
                continue;
            }
            if (task.rules() == Task.NAME) {
                int h = byName.find(a.displayKey[i]);
                for (int r = 0; r < byName.count(h); r++) {
                    offerSimple(i, byName.row(h, r), true);
                }
                continue;
            }
            int p = a.at(i);
            for (int e = 0; e < a.emails(p); e++) {
                int h = byEmail.find(a.emailHash(a.email(p, e)));
                for (int r = 0; r < byEmail.count(h); r++) {
                    int j = byEmail.row(h, r);
                    offerSimple(i, j, task.rules() == Task.EMAIL || a.displayKey[i] == b.displayKey[j]);
                }
            }
        }
    }

    private void offerSimple(int i, int j, boolean holds) {
        boolean known = false;
        for (int c = candidates.first(i); c < candidates.after(i); c++) {
            known |= candidates.row[c] == j;
        }
        if (holds && !known && allowed(i, j)) {
            candidates.offer(i, j, task.threshold() + 4, 0, tieBreak);
        }
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
