package dev.tieout.matching.internal;

import java.util.BitSet;

/** The rows of one side that a change touches. Not thread-safe. */
final class Touched {
    final BitSet rows = new BitSet();

    void add(int row) {
        rows.set(row);
    }

    void addAll(LongIndex index, long key) {
        index.mark(key, rows);
    }

    void addAll(BitSet more) {
        rows.or(more);
    }
}
