package dev.tieout.matching.search;

/** A set of row numbers below a fixed size, one bit each. Not thread-safe while it changes. */
final class RowSet {
    private final long[] bits;

    RowSet(int size) {
        this(new long[(size + 63) >>> 6]);
    }

    private RowSet(long[] bits) {
        this.bits = bits;
    }

    RowSet copy() {
        return new RowSet(bits.clone());
    }

    void add(int row) {
        bits[row >>> 6] |= 1L << row;
    }

    boolean contains(int row) {
        return (bits[row >>> 6] & (1L << row)) != 0;
    }

    void addAll(int[] rows, int from, int to) {
        for (int i = from; i < to; i++) {
            add(rows[i]);
        }
    }

    void addAll(RowSet other) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= other.bits[i];
        }
    }

    void retainAll(RowSet other) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= other.bits[i];
        }
    }

    void removeAll(RowSet other) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= ~other.bits[i];
        }
    }

    int count() {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The first row from this one on, or -1. */
    int next(int from) {
        int i = from >>> 6;
        if (i >= bits.length) {
            return -1;
        }
        long word = bits[i] & (-1L << from);
        while (word == 0) {
            if (++i == bits.length) {
                return -1;
            }
            word = bits[i];
        }
        return (i << 6) + Long.numberOfTrailingZeros(word);
    }
}
