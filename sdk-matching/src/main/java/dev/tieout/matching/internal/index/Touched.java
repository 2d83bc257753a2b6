package dev.tieout.matching.internal.index;

import java.util.BitSet;

/** The rows of one side that a change touches. Not thread-safe. */
public final class Touched {
    public final BitSet rows = new BitSet();

    public void add(int row) {
        rows.set(row);
    }

    public void addAll(LongIndex index, long key) {
        index.mark(key, rows);
    }

    public void addAll(BitSet more) {
        rows.or(more);
    }
}
