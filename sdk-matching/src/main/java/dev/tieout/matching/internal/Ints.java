package dev.tieout.matching.internal;

import java.util.Arrays;

/** A growing list of ints. Not thread-safe. */
final class Ints {
    int[] a;
    int size;

    Ints(int capacity) {
        a = new int[Math.max(capacity, 4)];
    }

    void add(int v) {
        if (size == a.length) {
            a = Arrays.copyOf(a, size + (size >> 1) + 4);
        }
        a[size++] = v;
    }

    int get(int i) {
        return a[i];
    }

    int[] toArray() {
        return Arrays.copyOf(a, size);
    }
}
