package dev.tieout.matching.internal.index;

import java.util.Arrays;

/** A growing list of longs. Not thread-safe. */
public final class Longs {
    public long[] a;
    public int size;

    public Longs(int capacity) {
        a = new long[Math.max(capacity, 4)];
    }

    public void add(long v) {
        if (size == a.length) {
            a = Arrays.copyOf(a, size + (size >> 1) + 4);
        }
        a[size++] = v;
    }
}
