package dev.tieout.matching.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * From a 64-bit key to the rows that have it, ascending. Built at one go and compact; what changes afterwards lies over it
 * until that is a quarter of all. Thread-safe while nobody changes it.
 */
final class LongIndex {
    private static final int[] NONE = {};

    private long[] keys;
    /** Of each slot, where its rows begin and how many they are. */
    private int[] spans;

    private int[] rows;
    private int mask;
    private @Nullable Changed changed;

    /**
     * Builds one.
     *
     * @param pairKeys the keys
     * @param pairRows the row of each key, ascending
     */
    LongIndex(Longs pairKeys, Ints pairRows) {
        this(new Longs[] {pairKeys}, new Ints[] {pairRows});
    }

    /**
     * Builds one from several lists, the rows of each after those of the one before.
     *
     * @param pairKeys the keys
     * @param pairRows the row of each key, ascending
     */
    LongIndex(Longs[] pairKeys, Ints[] pairRows) {
        keys = new long[0];
        spans = new int[0];
        rows = new int[0];
        build(pairKeys, pairRows);
    }

    private void build(Longs[] pairKeys, Ints[] pairRows) {
        int n = 0;
        for (Longs part : pairKeys) {
            n += part.size;
        }
        int capacity = Integer.highestOneBit(Math.max(n, 8)) * 2;
        mask = capacity - 1;
        keys = new long[capacity];
        spans = new int[capacity * 2];
        rows = new int[n];
        for (Longs part : pairKeys) {
            for (int i = 0; i < part.size; i++) {
                int s = slot(part.a[i]);
                keys[s] = part.a[i] == 0 ? 1 : part.a[i];
                spans[2 * s + 1]++;
            }
        }
        int at = 0;
        for (int s = 0; s < spans.length; s += 2) {
            spans[s] = at;
            at += spans[s + 1];
            spans[s + 1] = 0;
        }
        for (int part = 0; part < pairKeys.length; part++) {
            for (int i = 0; i < pairKeys[part].size; i++) {
                add(2 * slot(pairKeys[part].a[i]), pairRows[part].a[i]);
            }
        }
    }

    private void add(int span, int row) {
        int end = spans[span] + spans[span + 1];
        if (spans[span + 1] == 0 || rows[end - 1] != row) {
            rows[end] = row;
            spans[span + 1]++;
        }
    }

    private int slot(long rawKey) {
        long key = rawKey == 0 ? 1 : rawKey;
        int s = (int) (key ^ key >>> 32) & mask;
        while (keys[s] != 0 && keys[s] != key) {
            s = (s + 1) & mask;
        }
        return s;
    }

    /** A handle for the two calls below, until the index is changed. */
    int find(long key) {
        Changed over = changed;
        if (over != null) {
            int c = over.slot(key);
            if (over.lists[c] != null) {
                return -2 - c;
            }
        }
        int s = slot(key);
        return keys[s] == 0 ? -1 : s;
    }

    int count(int handle) {
        return handle >= 0 ? spans[2 * handle + 1] : handle == -1 ? 0 : over(handle).length;
    }

    int row(int handle, int i) {
        return handle >= 0 ? rows[spans[2 * handle] + i] : over(handle)[i];
    }

    private int[] over(int handle) {
        int[] list = changed == null ? null : changed.lists[-2 - handle];
        return list == null ? NONE : list;
    }

    /** Marks the rows of a key. */
    void mark(long key, BitSet marked) {
        int handle = find(key);
        for (int i = 0; i < count(handle); i++) {
            marked.set(row(handle, i));
        }
    }

    /** The rows of a key; the caller's own. */
    private int[] list(long key) {
        int handle = find(key);
        int[] list = new int[count(handle)];
        for (int i = 0; i < list.length; i++) {
            list[i] = row(handle, i);
        }
        return list;
    }

    /** Adds a row to a key's, unless it is there. */
    void add(long key, int row) {
        int[] old = list(key);
        int at = Arrays.binarySearch(old, row);
        if (at < 0) {
            int[] list = Arrays.copyOf(old, old.length + 1);
            System.arraycopy(old, -1 - at, list, -at, old.length + 1 + at);
            list[-1 - at] = row;
            put(key, list);
        }
    }

    /** Takes a row from a key's, if it is there. */
    void remove(long key, int row) {
        int[] old = list(key);
        int at = Arrays.binarySearch(old, row);
        if (at >= 0) {
            int[] list = Arrays.copyOf(old, old.length - 1);
            System.arraycopy(old, at + 1, list, at, list.length - at);
            put(key, list);
        }
    }

    private void put(long key, int[] list) {
        if (changed == null) {
            changed = new Changed(64);
        }
        changed.put(key, list);
        if (changed.size > 1024 && changed.size * 4 > keys.length) {
            settle(changed);
        }
    }

    private void settle(Changed over) {
        Longs allKeys = new Longs(rows.length + over.size);
        Ints allRows = new Ints(rows.length + over.size);
        for (int s = 0; s < keys.length; s++) {
            if (keys[s] != 0 && over.lists[over.slot(keys[s])] == null) {
                for (int r = 0; r < spans[2 * s + 1]; r++) {
                    allKeys.add(keys[s]);
                    allRows.add(rows[spans[2 * s] + r]);
                }
            }
        }
        for (int c = 0; c < over.lists.length; c++) {
            int[] list = over.lists[c];
            for (int r = 0; list != null && r < list.length; r++) {
                allKeys.add(over.keys[c]);
                allRows.add(list[r]);
            }
        }
        changed = null;
        build(new Longs[] {allKeys}, new Ints[] {allRows});
    }

    /** The lists of the keys that changed. */
    private static final class Changed {
        private long[] keys;
        private int[] @Nullable [] lists;
        private int size;

        Changed(int capacity) {
            keys = new long[capacity];
            lists = new int[capacity][];
        }

        int slot(long key) {
            int s = (int) (key ^ key >>> 32) & (keys.length - 1);
            while (lists[s] != null && keys[s] != key) {
                s = (s + 1) & (keys.length - 1);
            }
            return s;
        }

        void put(long key, int[] list) {
            if (size * 2 >= keys.length) {
                grow();
            }
            int s = slot(key);
            size += lists[s] == null ? 1 : 0;
            keys[s] = key;
            lists[s] = list;
        }

        private void grow() {
            Changed larger = new Changed(keys.length * 2);
            for (int s = 0; s < keys.length; s++) {
                int[] list = lists[s];
                if (list != null) {
                    larger.put(keys[s], list);
                }
            }
            keys = larger.keys;
            lists = larger.lists;
        }
    }
}
