package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.index.KeyLog;
import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.index.Longs;
import dev.tieout.matching.internal.index.Touched;
import dev.tieout.matching.internal.index.Workers;
import dev.tieout.matching.internal.records.RowChanges;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.scoring.Statistics;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Carries changed records into a matching: finds what they touch and compares that again, so that everything is as if all
 * had been compared. A record is touched if it changes, or if something that its scores depend on does: how common its
 * words are, how many share its addresses and numbers, who of its household stands alone. A client is looked at again if
 * it is touched, or shares a key with a touched customer. Not thread-safe.
 */
final class Updater {
    private static final int NOBODY = -1;

    private final Matching m;
    private LongIndex strongA;
    private LongIndex strongB;
    private LongIndex weakA;
    /** Without the customers that are taken. */
    private LongIndex weakB;

    /** The customers that some client is sure of. */
    private BitSet taken = new BitSet();
    /** Of each client the customer it is sure of by the strong keys, and how many are sure of each customer. */
    private int[] sureOf = {};

    private int[] sureClients = {};

    Updater(Matching m) {
        this.m = m;
        strongA = LongIndex.empty();
        strongB = strongA;
        weakA = strongA;
        weakB = strongA;
    }

    /** Keeps what was found while all were compared, after the search by strong keys. */
    void customers(LongIndex strong, LongIndex weak, BitSet takenOnes) {
        strongB = strong;
        weakB = weak;
        taken = takenOnes;
        sureOf = new int[m.a.n];
        sureClients = new int[m.b.n];
        Arrays.fill(sureOf, NOBODY);
        for (int i = 0; i < m.a.n; i++) {
            nowSureOf(i);
        }
    }

    void clients(LongIndex strong, LongIndex weak) {
        strongA = strong;
        weakA = weak;
    }

    void settle(Changes changes, Task before, Workers workers) {
        changes.read();
        Touched a = new Touched();
        Touched b = new Touched();
        count(changes.a, m.a, true, a);
        count(changes.b, m.b, false, b);
        int size = Math.max(m.a.n, m.b.n);
        int sizeAfter = Math.max(changes.a.size(), changes.b.size());
        boolean many = 4L * (a.rows.cardinality() + b.rows.cardinality()) > m.a.n + m.b.n;
        if (m.task.rules() != Task.EVIDENCE
                || many
                || m.stats.everyWordChanges()
                || Statistics.step(size) != Statistics.step(sizeAfter)) {
            everything(changes, workers);
            return;
        }
        touch(before, a, b);
        TouchedKeys keys = new TouchedKeys(m, strongA, strongB, weakA, weakB, taken);
        keys.takeOut(a.rows, b.rows);
        apply(changes);
        keys.putIn(a.rows, b.rows);
        BitSet clients = (BitSet) a.rows.clone();
        differences(before, clients);
        keys.strongB.others(strongA, clients);
        clients(clients, b.rows, keys);
        twins(m.a, a.rows, keys.strongA, m.task.settledA(), m.twinsA);
        twins(m.b, b.rows, keys.strongB, m.task.settledB(), m.twinsB);
        m.a.compact();
        m.b.compact();
        settleIndexes(workers);
    }

    /** Builds anew what changed a lot. */
    private void settleIndexes(Workers workers) {
        m.shares.settle(m.a, m.b);
        m.members.settle(m.a, m.b);
        m.firms.settle(m.a, m.b);
        strongA = strongA.stale() ? m.strong(m.a, workers) : strongA;
        strongB = strongB.stale() ? m.strong(m.b, workers) : strongB;
        weakA = weakA.stale() ? m.weak(m.a, new BitSet(), workers) : weakA;
        weakB = weakB.stale() ? m.weak(m.b, taken, workers) : weakB;
    }

    private void everything(Changes changes, Workers workers) {
        m.shares.changes(new Touched(), new Touched());
        m.members.changes(new Touched(), strongA, new Touched(), strongB);
        m.firms.changes(new Touched(), strongA, new Touched(), strongB);
        apply(changes);
        m.a.compact();
        m.b.compact();
        m.shares.settle(m.a, m.b);
        m.members.settle(m.a, m.b);
        m.firms.settle(m.a, m.b);
        m.candidates.grow(m.a.n);
        Arrays.fill(m.candidates.row, -1);
        m.twinsA.size = 0;
        m.twinsB.size = 0;
        m.all(workers);
    }

    private void apply(Changes changes) {
        m.stats.commit();
        changes.a.apply();
        changes.b.apply();
    }

    private void count(RowChanges changes, Side s, boolean client, Touched touched) {
        changes.each((row, before, after) -> {
            touched.add(row);
            if (before >= 0) {
                m.stats.count(s, before, -1);
                m.shares.change(client, s, before, row, false);
                m.members.change(client, s, before, row, false);
                m.firms.change(client, s, before, row, false);
            }
            if (after >= 0) {
                m.stats.count(s, after, 1);
                m.shares.change(client, s, after, row, true);
                m.members.change(client, s, after, row, true);
                m.firms.change(client, s, after, row, true);
            }
        });
    }

    private void touch(Task before, Touched a, Touched b) {
        m.shares.changes(a, b);
        m.members.changes(a, strongA, b, strongB);
        m.firms.changes(a, strongA, b, strongB);
        byte[] words = m.stats.changes();
        if (words.length > 0) {
            holders(m.a, words, a.rows);
            holders(m.b, words, b.rows);
        }
        a.addAll(different(before.settledA(), m.task.settledA()));
        b.addAll(different(before.settledB(), m.task.settledB()));
    }

    private static void holders(Side s, byte[] words, BitSet rows) {
        for (int r = 0; r < s.n; r++) {
            if (!rows.get(r) && Statistics.tellsOf(s, s.at(r), words)) {
                rows.set(r);
            }
        }
    }

    private static BitSet different(BitSet one, BitSet two) {
        BitSet both = (BitSet) one.clone();
        both.xor(two);
        return both;
    }

    /** Adds the clients of whom a person now refuses another customer than before. */
    private void differences(Task before, BitSet clients) {
        if (before.refused() != m.task.refused()) {
            before.refused().stream()
                    .filter(pair -> !m.task.refused().contains(pair))
                    .forEach(pair -> clients.set((int) (pair >>> Integer.SIZE)));
            m.task.refused().stream()
                    .filter(pair -> !before.refused().contains(pair))
                    .forEach(pair -> clients.set((int) (pair >>> Integer.SIZE)));
        }
    }

    private void clients(BitSet clients, BitSet customers, TouchedKeys keys) {
        m.candidates.grow(m.a.n);
        growSure();
        Search search = new Search(m, m.b);
        BitSet maybeTaken = (BitSet) customers.clone();
        for (int i = clients.nextSetBit(0); i >= 0; i = clients.nextSetBit(i + 1)) {
            noLongerSure(i, maybeTaken);
            strong(search, i);
            if (i < m.a.n && nowSureOf(i)) {
                maybeTaken.set(sureOf[i]);
            }
        }
        takeOrFree(maybeTaken, customers, keys);
        BitSet again = new BitSet();
        keys.weakB.others(weakA, again);
        for (int i = again.nextSetBit(0); i >= 0; i = again.nextSetBit(i + 1)) {
            if (!clients.get(i) && sureOf[i] == NOBODY) {
                strong(search, i);
                clients.set(i);
            }
        }
        for (int i = clients.nextSetBit(0); i >= 0 && i < m.a.n; i = clients.nextSetBit(i + 1)) {
            if (sureOf[i] == NOBODY && !m.task.settledA().get(i)) {
                search.weak(i, weakB);
            }
        }
        m.compared.add(search.compared);
    }

    private void strong(Search search, int i) {
        m.candidates.clear(i);
        if (i < m.a.n && !m.task.settledA().get(i)) {
            search.strong(i, strongB);
        }
    }

    private void growSure() {
        int had = sureOf.length;
        if (m.a.n > had) {
            sureOf = Arrays.copyOf(sureOf, m.a.n + (m.a.n >> 3));
            Arrays.fill(sureOf, had, sureOf.length, NOBODY);
        }
        if (m.b.n > sureClients.length) {
            sureClients = Arrays.copyOf(sureClients, m.b.n + (m.b.n >> 3));
        }
    }

    private void noLongerSure(int client, BitSet customers) {
        int customer = sureOf[client];
        if (customer != NOBODY) {
            sureClients[customer]--;
            sureOf[client] = NOBODY;
            customers.set(customer);
        }
    }

    private boolean nowSureOf(int client) {
        if (!m.sure(client)) {
            return false;
        }
        sureOf[client] = m.candidates.row[m.candidates.first(client)];
        sureClients[sureOf[client]]++;
        return true;
    }

    private void takeOrFree(BitSet maybeTaken, BitSet customers, TouchedKeys keys) {
        for (int j = maybeTaken.nextSetBit(0); j >= 0; j = maybeTaken.nextSetBit(j + 1)) {
            boolean was = taken.get(j) || customers.get(j);
            boolean is = j >= m.b.n || sureClients[j] > 0;
            if (was && !is) {
                keys.free(j, true);
            } else if (!was && is) {
                keys.free(j, false);
            }
            taken.set(j, j < m.b.n && is);
        }
    }

    private void twins(Side s, BitSet touched, KeyLog keys, BitSet settled, Longs found) {
        BitSet rows = (BitSet) touched.clone();
        keys.crossed(rows);
        int kept = 0;
        for (int t = 0; t < found.size; t++) {
            if (!rows.get((int) (found.a[t] >>> Integer.SIZE)) && !rows.get((int) found.a[t])) {
                found.a[kept++] = found.a[t];
            }
        }
        found.size = kept;
        Search search = new Search(m, s);
        for (int i = rows.nextSetBit(0); i >= 0 && i < s.n; i = rows.nextSetBit(i + 1)) {
            if (!settled.get(i)) {
                search.twins(s, i, keys.index, settled, rows, found);
            }
        }
        m.compared.add(search.compared);
    }
}
