package dev.tieout.matching.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Looks the records of others up and compares them, one thread's share of a matching. Not thread-safe. */
final class Search {
    /** Lists that are longer tell nothing: they are left out. */
    static final int STRONG_CAP = 40;

    static final int WEAK_CAP = 24;
    /** With an e-mail address in common, the name and one thing more are the same. */
    private static final double BEYOND_DOUBT = 16;

    private final Matching m;
    private final Candidates candidates;
    private final Blocks blocks;
    private final PairScorer scorer;
    private final Score out = new Score();
    /** For which row each row of the other side was last compared. */
    private final int[] seen;

    /** How many pairs were compared. */
    long compared;

    Search(Matching m, Side others) {
        this.m = m;
        candidates = m.candidates;
        blocks = m.blocks();
        scorer = m.scorer();
        seen = new int[others.n];
        Arrays.fill(seen, -1);
    }

    /** Compares a client with the customers that records of one entity nearly always share something with. */
    void strong(int client, LongIndex customers) {
        blocks.strong(m.a, client);
        compareAll(client, customers, STRONG_CAP);
    }

    /** Compares a client with those that share less, for what the strong keys did not settle. */
    void weak(int client, LongIndex customers) {
        for (int k = candidates.first(client); k < candidates.after(client) && candidates.row[k] >= 0; k++) {
            seen[candidates.row[k]] = client;
        }
        blocks.weak(m.a, client);
        compareAll(client, customers, WEAK_CAP);
    }

    private void compareAll(int i, LongIndex index, int cap) {
        for (int k = 0; k < blocks.keys.size; k++) {
            if (k == blocks.emails && k > 0 && beyondDoubt(i)) {
                return;
            }
            int h = index.find(blocks.keys.a[k]);
            int n = index.count(h);
            for (int r = 0; n <= cap && r < n; r++) {
                compare(i, index.row(h, r));
            }
        }
    }

    /** No rival without the same e-mail address comes near: names, phones and addresses need not be looked through. */
    private boolean beyondDoubt(int client) {
        return m.sure(client) && candidates.score[candidates.first(client)] >= BEYOND_DOUBT;
    }

    private void compare(int i, int j) {
        if (seen[j] != i && m.allowed(i, j)) {
            seen[j] = i;
            compared++;
            scorer.score(m.a, i, m.b, j, out);
            candidates.offer(i, j, Matching.effective(out), out.vetoes, m.b);
        }
    }

    /**
     * Finds the twins of a record.
     *
     * @param others the rows whose twins are looked for as well, {@code null} for all: a pair is found from its lower row
     */
    void twins(Side s, int i, LongIndex index, BitSet settled, @Nullable BitSet others, Longs found) {
        blocks.strong(s, i);
        for (int k = 0; k < blocks.keys.size; k++) {
            int h = index.find(blocks.keys.a[k]);
            int n = index.count(h);
            for (int r = n <= STRONG_CAP ? n - 1 : -1; r >= 0; r--) {
                int j = index.row(h, r);
                if (j <= i && others == null) {
                    break;
                }
                boolean theirs = j <= i && others != null && others.get(j);
                if (seen[j] != i && !theirs && !settled.get(j)) {
                    seen[j] = i;
                    compared++;
                    if (m.alike(scorer, out, s, i, j, Matching.TWIN_THRESHOLD)) {
                        synchronized (found) {
                            found.add(Task.pair(i, j));
                        }
                    }
                }
            }
        }
    }
}
