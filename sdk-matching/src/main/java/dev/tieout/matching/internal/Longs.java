package dev.tieout.matching.internal;

import java.util.Arrays;

/** A growing list of longs. Not thread-safe. */
final class Longs {
    long[] a;
    int size;

    Longs(int capacity) {
        a = new long[Math.max(capacity, 4)];
    }

    void add(long v) {
        if (size == a.length) {
            a = Arrays.copyOf(a, size + (size >> 1) + 4);
        }
        a[size++] = v;
    }
}
