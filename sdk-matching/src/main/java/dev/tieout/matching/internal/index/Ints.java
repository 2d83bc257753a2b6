package dev.tieout.matching.internal.index;

import java.util.Arrays;

/** A growing list of ints. Not thread-safe. */
public final class Ints {
    public int[] a;
    public int size;

    /**
     * An empty list.
     *
     * @param capacity how many it is likely to hold
     */
    public Ints(int capacity) {
        a = new int[Math.max(capacity, 4)];
    }

    /**
     * Adds one.
     *
     * @param v the number
     */
    public void add(int v) {
        if (size == a.length) {
            a = Arrays.copyOf(a, size + (size >> 1) + 4);
        }
        a[size++] = v;
    }

    /**
     * Returns one.
     *
     * @param i its place
     * @return the number
     */
    public int get(int i) {
        return a[i];
    }

    /**
     * Changes one.
     *
     * @param i its place
     * @param v the number
     */
    public void set(int i, int v) {
        a[i] = v;
    }

    /** Takes the last one away. */
    public void removeLast() {
        size--;
    }

    /**
     * Copies the list.
     *
     * @return another list of the same numbers
     */
    public Ints copy() {
        Ints other = new Ints(size);
        System.arraycopy(a, 0, other.a, 0, size);
        other.size = size;
        return other;
    }

    /**
     * Returns how many there are.
     *
     * @return the number
     */
    public int size() {
        return size;
    }

    /** How many entries a row has in a list whose rows begin where this list says; at most 255 are kept. */
    public int size(int row, int end) {
        return Math.min((row + 1 < size ? a[row + 1] : end) - a[row], 255);
    }
}
