package dev.tieout.matching.internal.index;

import java.util.Arrays;

/** A growing list of keys and a row of each. Not thread-safe. */
final class KeyRows {
    long[] keys;
    int[] rows;
    int size;

    KeyRows(int capacity) {
        keys = new long[Math.max(capacity, 4)];
        rows = new int[keys.length];
    }

    void add(long key, int row) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 2) + 4);
            rows = Arrays.copyOf(rows, keys.length);
        }
        keys[size] = key;
        rows[size] = row;
        size++;
    }

    /** Gives back the memory. */
    void release() {
        keys = new long[0];
        rows = new int[0];
        size = 0;
    }
}
