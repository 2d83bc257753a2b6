package dev.tieout.matching.names;

import java.util.Arrays;

/**
 * A hash table over row numbers, chained in both directions: many rows may share a hash (sub-customers often bear one
 * name), and taking one of them out stays cheap. Not thread-safe.
 */
final class Chains {
    private static final int NONE = -1;

    private int[] heads;
    private int[] hashes;
    private int[] next;
    private int[] previous;

    Chains(int capacity) {
        heads = newHeads(capacity);
        hashes = new int[capacity];
        next = new int[capacity];
        previous = new int[capacity];
        // rows that are not linked point to themselves
        for (int row = 0; row < capacity; row++) {
            previous[row] = row;
        }
    }

    int first(int hash) {
        return heads[slot(hash)];
    }

    int next(int row) {
        return next[row];
    }

    int hash(int row) {
        return hashes[row];
    }

    void link(int row, int hash) {
        int slot = slot(hash);
        hashes[row] = hash;
        next[row] = heads[slot];
        previous[row] = NONE;
        if (next[row] != NONE) {
            previous[next[row]] = row;
        }
        heads[slot] = row;
    }

    void unlink(int row) {
        if (previous[row] == NONE) {
            heads[slot(hashes[row])] = next[row];
        } else {
            next[previous[row]] = next[row];
        }
        if (next[row] != NONE) {
            previous[next[row]] = previous[row];
        }
        previous[row] = row;
    }

    /** Makes room; {@code rows} are in use, linked or not. */
    void grow(int capacity, int rows) {
        hashes = Arrays.copyOf(hashes, capacity);
        next = Arrays.copyOf(next, capacity);
        previous = Arrays.copyOf(previous, capacity);
        for (int row = rows; row < capacity; row++) {
            previous[row] = row;
        }
        if (capacity > heads.length) {
            heads = newHeads(capacity);
            for (int row = 0; row < rows; row++) {
                if (previous[row] != row) {
                    link(row, hashes[row]);
                }
            }
        }
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed >>> (32 - Integer.numberOfTrailingZeros(heads.length));
    }

    private static int[] newHeads(int capacity) {
        int[] heads = new int[Integer.highestOneBit(capacity) << 1];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
