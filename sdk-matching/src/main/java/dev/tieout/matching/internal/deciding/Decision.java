package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.scoring.PairScorer;
import dev.tieout.matching.internal.scoring.Score;
import java.util.Arrays;
import java.util.BitSet;

/** Puts every record into one list: mutual best with a margin on both sides matches, ties go to a person. */
public final class Decision {
    /** Matched. */
    public static final int MATCH = 0;

    /** A person must decide. */
    public static final int DUPLICATE = 1;

    /** No counterpart. */
    public static final int NONE = 2;

    private static final double MARGIN = Math.log(30);
    /** From here a candidate is taken seriously enough to put both into the list for a person. */
    private static final double LIKELY = 2;

    private final Matching m;
    private final Candidates c;
    private final PairScorer scorer;
    private final Score out = new Score();
    private final byte[] bucketA;
    private final byte[] bucketB;
    private final int[] matchA;
    private final int[] matchB;
    private final int[] bestB;
    private final float[] scoreB;
    private final float[] nextB;
    private final float[] nextClearB;
    private final int[] nextClearRow;
    private final boolean[] clearB;
    private final BitSet twinA = new BitSet();
    private final BitSet twinB = new BitSet();

    Decision(Matching m, Candidates candidates) {
        this.m = m;
        c = candidates;
        scorer = m.scorer();
        bucketA = new byte[m.a.n];
        bucketB = new byte[m.b.n];
        matchA = new int[m.a.n];
        matchB = new int[m.b.n];
        bestB = new int[m.b.n];
        scoreB = new float[m.b.n];
        nextB = new float[m.b.n];
        nextClearB = new float[m.b.n];
        nextClearRow = new int[m.b.n];
        clearB = new boolean[m.b.n];
        Arrays.fill(bucketA, (byte) NONE);
        Arrays.fill(bucketB, (byte) NONE);
        Arrays.fill(matchA, -1);
        Arrays.fill(matchB, -1);
        Arrays.fill(bestB, -1);
        Arrays.fill(scoreB, Float.NEGATIVE_INFINITY);
        Arrays.fill(nextB, Float.NEGATIVE_INFINITY);
        Arrays.fill(nextClearB, Float.NEGATIVE_INFINITY);
        run();
    }

    private void run() {
        bestOfCustomers();
        twins();
        for (int i = 0; i < m.a.n; i++) {
            if (!m.task.settledA().get(i)) {
                client(i);
            }
        }
        for (int j = 0; j < m.b.n; j++) {
            if (twinB.get(j) && !m.task.settledB().get(j)) {
                bucketB[j] = DUPLICATE;
            }
        }
        for (int i = 0; i < m.a.n; i++) {
            if (bucketA[i] == MATCH) {
                settle(i, matchA[i]);
            }
        }
    }

    private void bestOfCustomers() {
        for (int i = 0; i < m.a.n; i++) {
            for (int k = c.first(i); k < c.after(i) && c.row[k] >= 0; k++) {
                int j = c.row[k];
                float s = c.score[k];
                boolean clear = c.veto[k] == 0;
                if (s > scoreB[j] || (s == scoreB[j] && before(i, bestB[j]))) {
                    nextB[j] = scoreB[j];
                    if (clearB[j]) {
                        nextClearB[j] = scoreB[j];
                        nextClearRow[j] = bestB[j];
                    }
                    scoreB[j] = s;
                    clearB[j] = clear;
                    bestB[j] = i;
                } else {
                    nextB[j] = Math.max(nextB[j], s);
                    if (clear && (s > nextClearB[j] || (s == nextClearB[j] && before(i, nextClearRow[j])))) {
                        nextClearB[j] = s;
                        nextClearRow[j] = i;
                    }
                }
            }
        }
    }

    /** Equal scores go by the clients' ids, not by the order of the list. */
    private boolean before(int client, int other) {
        return m.a.tie(m.a.at(client)) < m.a.tie(m.a.at(other));
    }

    /** Two of one side that look alike are no twins if each has a counterpart of its own: namesakes, sister firms. */
    private void twins() {
        for (int t = 0; t < m.twinsA.size; t++) {
            int i = (int) (m.twinsA.a[t] >>> Integer.SIZE);
            int j = (int) m.twinsA.a[t];
            int own = own(i);
            int others = own(j);
            if (own < 0 || others < 0 || own == others) {
                twinA.set(i);
                twinA.set(j);
            }
        }
        for (int t = 0; t < m.twinsB.size; t++) {
            int i = (int) (m.twinsB.a[t] >>> Integer.SIZE);
            int j = (int) m.twinsB.a[t];
            if (!owned(i) || !owned(j) || bestB[i] == bestB[j]) {
                twinB.set(i);
                twinB.set(j);
            }
        }
    }

    private boolean owned(int customer) {
        return bestB[customer] >= 0 && own(bestB[customer]) == customer;
    }

    /** The customer that is a client's beyond dispute; -1 if there is none. */
    private int own(int client) {
        int k = c.first(client);
        int j = c.row[k];
        boolean mutual = j >= 0 && c.veto[k] == 0 && c.score[k] >= m.task.threshold() && bestB[j] == client;
        return mutual && c.score[k] - next(client) >= MARGIN && c.score[k] - nextB[j] >= MARGIN ? j : -1;
    }

    private double next(int client) {
        int k = c.first(client) + 1;
        return k < c.after(client) && c.row[k] >= 0 ? c.score[k] : Double.NEGATIVE_INFINITY;
    }

    private void client(int i) {
        int k = c.first(i);
        int j = c.row[k];
        double s = c.score[k];
        boolean clear = j >= 0 && c.veto[k] == 0 && s > LIKELY;
        if (twinA.get(i) || (clear && twinB.get(j))) {
            bucketA[i] = DUPLICATE;
            if (clear) {
                bucketB[j] = DUPLICATE;
            }
        } else if (clear
                && s >= m.task.threshold()
                && bestB[j] == i
                && !m.task.suggestOnly().get(j)) {
            if (own(i) == j) {
                bucketA[i] = MATCH;
                matchA[i] = j;
                matchB[j] = i;
            } else {
                tie(i, s, j);
            }
        } else if (clear
                && s >= m.task.threshold()
                && nextB[j] > s - MARGIN
                && !m.task.suggestOnly().get(j)
                && m.mayBeOne(scorer, out, m.a, i, bestB[j])) {
            bucketA[i] = DUPLICATE;
            bucketB[j] = DUPLICATE;
        } else if (j >= 0 && c.veto[k] == Score.VETO_SHORT_LIST && s > LIKELY - 5) {
            bucketA[i] = DUPLICATE;
            bucketB[j] = DUPLICATE;
        }
    }

    /** No margin tells the claimants apart: a person's matter if nothing contradicts the other one either. */
    private void tie(int i, double s, int j) {
        int second = c.first(i) + 1;
        boolean otherCustomer = second < c.after(i)
                && c.row[second] >= 0
                && c.veto[second] == 0
                && s - c.score[second] < MARGIN
                && m.mayBeOne(scorer, out, m.b, j, c.row[second]);
        boolean otherClient = nextClearB[j] >= m.task.threshold()
                && s - nextClearB[j] < MARGIN
                && m.mayBeOne(scorer, out, m.a, i, nextClearRow[j]);
        if (otherCustomer || otherClient) {
            bucketA[i] = DUPLICATE;
            bucketB[j] = DUPLICATE;
        }
        if (otherCustomer) {
            bucketB[c.row[second]] = DUPLICATE;
        }
    }

    private void settle(int i, int j) {
        boolean doubled = bucketB[j] == DUPLICATE;
        if (doubled || m.task.ask()) {
            bucketA[i] = (byte) (doubled ? DUPLICATE : NONE);
            matchA[i] = -1;
            matchB[j] = -1;
        } else {
            bucketB[j] = MATCH;
        }
    }

    /**
     * Returns a client's list.
     *
     * @param i the client's row
     * @return one of the three
     */
    public int bucketOfClient(int i) {
        return bucketA[i];
    }

    /**
     * Returns a customer's list.
     *
     * @param j the customer's row
     * @return one of the three
     */
    public int bucketOfCustomer(int j) {
        return bucketB[j];
    }

    /**
     * Returns a client's customer.
     *
     * @param i the client's row
     * @return the customer's row, or -1
     */
    public int customerOf(int i) {
        return matchA[i];
    }

    /**
     * Returns a customer's client.
     *
     * @param j the customer's row
     * @return the client's row, or -1
     */
    public int clientOf(int j) {
        return matchB[j];
    }

    /**
     * Returns one of a client's candidates.
     *
     * @param i the client's row
     * @param rank 0 for the best
     * @return the customer's row, or -1 if there are not so many
     */
    public int candidate(int i, int rank) {
        return rank < c.keep ? c.row[c.first(i) + rank] : -1;
    }

    /**
     * Returns the score behind a candidate, less what a contradiction takes off.
     *
     * @param i the client's row
     * @param rank 0 for the best
     * @return natural log odds
     */
    public double score(int i, int rank) {
        return c.score[c.first(i) + rank];
    }

    /**
     * Says whether something contradicts a candidate.
     *
     * @param i the client's row
     * @param rank 0 for the best
     * @return {@code true} if so
     */
    public boolean contradicted(int i, int rank) {
        return c.veto[c.first(i) + rank] != 0;
    }
}
