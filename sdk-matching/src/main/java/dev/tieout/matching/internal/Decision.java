package dev.tieout.matching.internal;

import java.util.Arrays;

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
    private final byte[] bucketA;
    private final byte[] bucketB;
    private final int[] matchA;
    private final int[] matchB;
    private final int[] bestB;
    private final float[] scoreB;
    private final float[] nextB;
    private final float[] nextClearB;
    private final boolean[] clearB;

    Decision(Matching m) {
        this.m = m;
        c = m.candidates;
        bucketA = new byte[m.a.n];
        bucketB = new byte[m.b.n];
        matchA = new int[m.a.n];
        matchB = new int[m.b.n];
        bestB = new int[m.b.n];
        scoreB = new float[m.b.n];
        nextB = new float[m.b.n];
        nextClearB = new float[m.b.n];
        clearB = new boolean[m.b.n];
        Arrays.fill(bucketA, (byte) NONE);
        Arrays.fill(bucketB, (byte) NONE);
        Arrays.fill(matchA, -1);
        Arrays.fill(matchB, -1);
        Arrays.fill(bestB, -1);
        Arrays.fill(scoreB, Float.NEGATIVE_INFINITY);
        Arrays.fill(nextB, Float.NEGATIVE_INFINITY);
        Arrays.fill(nextClearB, Float.NEGATIVE_INFINITY);
    }

    void run() {
        bestOfCustomers();
        for (int i = 0; i < m.a.n; i++) {
            if (!m.task.settledA().get(i)) {
                client(i);
            }
        }
        for (int j = 0; j < m.b.n; j++) {
            if (m.twinB[j] && !m.task.settledB().get(j)) {
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
                if (s > scoreB[j]) {
                    nextB[j] = scoreB[j];
                    nextClearB[j] = clearB[j] ? scoreB[j] : nextClearB[j];
                    scoreB[j] = s;
                    clearB[j] = clear;
                    bestB[j] = i;
                } else {
                    nextB[j] = Math.max(nextB[j], s);
                    nextClearB[j] = clear ? Math.max(nextClearB[j], s) : nextClearB[j];
                }
            }
        }
    }

    private void client(int i) {
        int k = c.first(i);
        int j = c.row[k];
        double s = c.score[k];
        boolean clear = j >= 0 && c.veto[k] == 0 && s > LIKELY;
        if (m.twinA[i] || (clear && m.twinB[j])) {
            bucketA[i] = DUPLICATE;
            if (clear) {
                bucketB[j] = DUPLICATE;
            }
        } else if (clear
                && s >= m.task.threshold()
                && bestB[j] == i
                && !m.task.suggestOnly().get(j)) {
            double next = k + 1 < c.after(i) && c.row[k + 1] >= 0 ? c.score[k + 1] : Double.NEGATIVE_INFINITY;
            if (s - next >= MARGIN && s - nextB[j] >= MARGIN) {
                bucketA[i] = MATCH;
                matchA[i] = j;
                matchB[j] = i;
            } else {
                tie(i, s, j);
            }
        } else if (clear
                && s >= m.task.threshold()
                && nextB[j] > s - MARGIN
                && !m.task.suggestOnly().get(j)) {
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
        boolean otherCustomer =
                second < c.after(i) && c.row[second] >= 0 && c.veto[second] == 0 && s - c.score[second] < MARGIN;
        boolean otherClient = nextClearB[j] >= m.task.threshold() && s - nextClearB[j] < MARGIN;
        if (otherCustomer || otherClient) {
            bucketA[i] = DUPLICATE;
            bucketB[j] = DUPLICATE;
        }
        if (otherCustomer) {
            bucketB[c.row[second]] = DUPLICATE;
        }
    }

    private void settle(int i, int j) {
        if (bucketB[j] == DUPLICATE) {
            bucketA[i] = DUPLICATE;
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
