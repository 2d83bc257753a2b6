package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.index.KeyLog;
import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.scoring.Blocks;
import java.util.BitSet;

/** The keys of what a change touches, as they were and as they are. Not thread-safe. */
final class TouchedKeys {
    final KeyLog strongA;
    final KeyLog strongB;
    final KeyLog weakB;
    private final KeyLog weakA;
    private final Matching m;
    private final BitSet taken;
    private final Blocks blocks;

    /** @param taken the customers that are not in the index by weak keys */
    TouchedKeys(Matching m, LongIndex strongA, LongIndex strongB, LongIndex weakA, LongIndex weakB, BitSet taken) {
        this.m = m;
        this.taken = taken;
        this.strongA = new KeyLog(strongA, Search.STRONG_CAP);
        this.strongB = new KeyLog(strongB, Search.STRONG_CAP);
        this.weakA = new KeyLog(weakA, Search.WEAK_CAP);
        this.weakB = new KeyLog(weakB, Search.WEAK_CAP);
        blocks = m.blocks();
    }

    /** Takes rows out of the indexes, by the keys that they still have. */
    void takeOut(BitSet rowsA, BitSet rowsB) {
        for (int r = rowsA.nextSetBit(0); r >= 0 && r < m.a.n; r = rowsA.nextSetBit(r + 1)) {
            blocks.strong(m.a, r);
            strongA.removeAll(blocks.keys, r);
            blocks.weak(m.a, r);
            weakA.removeAll(blocks.keys, r);
        }
        for (int r = rowsB.nextSetBit(0); r >= 0 && r < m.b.n; r = rowsB.nextSetBit(r + 1)) {
            blocks.strong(m.b, r);
            strongB.removeAll(blocks.keys, r);
            if (!taken.get(r)) {
                free(r, false);
            }
        }
    }

    /** Puts rows back by their new keys, but for the weak ones of customers: who is sure of them is not known yet. */
    void putIn(BitSet rowsA, BitSet rowsB) {
        for (int r = rowsA.nextSetBit(0); r >= 0 && r < m.a.n; r = rowsA.nextSetBit(r + 1)) {
            blocks.strong(m.a, r);
            strongA.addAll(blocks.keys, r);
            blocks.weak(m.a, r);
            weakA.addAll(blocks.keys, r);
        }
        for (int r = rowsB.nextSetBit(0); r >= 0 && r < m.b.n; r = rowsB.nextSetBit(r + 1)) {
            blocks.strong(m.b, r);
            strongB.addAll(blocks.keys, r);
        }
    }

    /** Lets a customer be found by weak keys, or no longer. */
    void free(int customer, boolean found) {
        blocks.weak(m.b, customer);
        if (found) {
            weakB.addAll(blocks.keys, customer);
        } else {
            weakB.removeAll(blocks.keys, customer);
        }
    }
}
