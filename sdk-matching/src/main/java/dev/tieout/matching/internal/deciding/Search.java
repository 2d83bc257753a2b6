package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.index.Ints;
import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.index.Longs;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.scoring.Blocks;
import dev.tieout.matching.internal.scoring.PairScorer;
import dev.tieout.matching.internal.scoring.Score;
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

    private final Ints found = new Ints(256);
    private long[] handles = new long[64];
    /** What {@link #fetch} read; kept so that it is read at all. */
    int fetched;

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
        compare(client, customers, STRONG_CAP, 0, blocks.emails);
        if (blocks.emails == 0 || !beyondDoubt(client)) {
            compare(client, customers, STRONG_CAP, blocks.emails, blocks.keys.size);
        }
    }

    /** Compares a client with those that share less, for what the strong keys did not settle. */
    void weak(int client, LongIndex customers) {
        for (int k = candidates.first(client); k < candidates.after(client) && candidates.row[k] >= 0; k++) {
            seen[candidates.row[k]] = client;
        }
        blocks.weak(m.a, client);
        compare(client, customers, WEAK_CAP, 0, blocks.keys.size);
    }

    /** No rival without the same e-mail address comes near: names, phones and addresses need not be looked through. */
    private boolean beyondDoubt(int client) {
        return m.sure(client) && candidates.score[candidates.first(client)] >= BEYOND_DOUBT;
    }

    private void compare(int i, LongIndex customers, int cap, int from, int to) {
        find(customers, from, to);
        found.size = 0;
        for (int k = 0; k < to - from; k++) {
            long h = handles[k];
            int n = customers.count(h);
            for (int r = 0; n <= cap && r < n; r++) {
                int j = customers.row(h, r);
                if (seen[j] != i && m.allowed(i, j)) {
                    seen[j] = i;
                    found.add(j);
                }
            }
        }
        fetch(m.b);
        for (int c = 0; c < found.size; c++) {
            scorer.score(m.a, i, m.b, found.a[c], out);
            candidates.offer(i, found.a[c], m.effective(i, found.a[c], out), out.vetoes, m.b);
        }
    }

    /** Looks all keys up at once: what the memory is slow to give, it gives at the same time. */
    private void find(LongIndex index, int from, int to) {
        if (handles.length < to - from) {
            handles = new long[2 * (to - from)];
        }
        for (int k = from; k < to; k++) {
            handles[k - from] = index.find(blocks.keys.a[k]);
        }
    }

    /** Reads something of all that was found before any of it is compared, for the same reason. */
    private void fetch(Side s) {
        int read = 0;
        for (int c = 0; c < found.size; c++) {
            read += s.fetch(found.a[c]);
        }
        fetched += read;
        compared += found.size;
    }

    /**
     * Finds the twins of a record.
     *
     * @param others the rows whose twins are looked for as well, {@code null} for all: a pair is found from its lower row
     */
    void twins(Side s, int i, LongIndex index, BitSet settled, @Nullable BitSet others, Longs twins) {
        blocks.strong(s, i);
        find(index, 0, blocks.keys.size);
        found.size = 0;
        for (int k = 0; k < blocks.keys.size; k++) {
            long h = handles[k];
            int n = index.count(h);
            for (int r = n <= STRONG_CAP ? n - 1 : -1; r >= 0; r--) {
                int j = index.row(h, r);
                if (j <= i && others == null) {
                    break;
                }
                boolean theirs = j <= i && others != null && others.get(j);
                if (seen[j] != i && !theirs && !settled.get(j)) {
                    seen[j] = i;
                    found.add(j);
                }
            }
        }
        fetch(s);
        for (int c = 0; c < found.size; c++) {
            if (m.alike(scorer, out, s, i, found.a[c], Matching.TWIN_THRESHOLD)) {
                synchronized (twins) {
                    twins.add(Task.pair(i, found.a[c]));
                }
            }
        }
    }
}
