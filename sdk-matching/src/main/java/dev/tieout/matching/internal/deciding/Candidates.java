package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.records.Side;
import java.util.Arrays;

/** The best customers of each client, best first. Filled row by row, each row by one thread. */
final class Candidates {
    /** Below these log odds a customer is not even suggested. */
    private static final double FLOOR = -16;

    final int keep;
    int[] row;
    float[] score;
    /** Of each the bits of {@link Score}. */
    short[] veto;

    Candidates(int n, int keep) {
        this.keep = keep;
        row = new int[n * keep];
        Arrays.fill(row, -1);
        score = new float[n * keep];
        veto = new short[n * keep];
    }

    private Candidates(Candidates o, int n) {
        keep = o.keep;
        row = Arrays.copyOf(o.row, n * keep);
        score = Arrays.copyOf(o.score, n * keep);
        veto = Arrays.copyOf(o.veto, n * keep);
    }

    /** A copy that nobody changes. */
    Candidates copy(int n) {
        return new Candidates(this, n);
    }

    /** Makes room for so many clients. */
    void grow(int n) {
        int had = row.length;
        if (n * keep > had) {
            int room = Math.max(n, n + (n >> 3)) * keep;
            row = Arrays.copyOf(row, room);
            score = Arrays.copyOf(score, room);
            veto = Arrays.copyOf(veto, room);
            Arrays.fill(row, had, room, -1);
        }
    }

    /** Forgets a client's. */
    void clear(int client) {
        Arrays.fill(row, first(client), after(client), -1);
    }

    /** The place of a client's best customer. */
    int first(int client) {
        return client * keep;
    }

    int after(int client) {
        return (client + 1) * keep;
    }

    /** Keeps a customer if it is among the best; equal scores go by the order of the keys, never by that of the work. */
    void offer(int client, int customer, double exact, int vetoes, Side customers) {
        float s = (float) exact;
        if (s < FLOOR) {
            return;
        }
        int base = client * keep;
        int end = base + keep;
        int at = end;
        while (at > base && (row[at - 1] < 0 || before(s, customer, score[at - 1], row[at - 1], customers))) {
            at--;
        }
        if (at == end) {
            return;
        }
        System.arraycopy(row, at, row, at + 1, end - 1 - at);
        System.arraycopy(score, at, score, at + 1, end - 1 - at);
        System.arraycopy(veto, at, veto, at + 1, end - 1 - at);
        row[at] = customer;
        score[at] = s;
        veto[at] = (short) vetoes;
    }

    private static boolean before(float s, int customer, float t, int other, Side customers) {
        return s > t || (s == t && customers.tie(customers.at(customer)) < customers.tie(customers.at(other)));
    }
}
