package dev.tieout.matching.internal;

/** From a 64-bit key to the rows that have it, ascending; rows of a key that too many have are not kept. Immutable. */
final class LongIndex {
    private final long[] keys;
    /** Of each slot, where its rows begin and how many they are. */
    private final int[] spans;

    private final int[] rows;
    private final int mask;

    /**
     * Builds one.
     *
     * @param pairKeys the keys
     * @param pairRows the row of each key, ascending
     */
    LongIndex(Longs pairKeys, Ints pairRows) {
        int n = pairKeys.size;
        int capacity = Integer.highestOneBit(Math.max(n, 8)) * 2;
        mask = capacity - 1;
        keys = new long[capacity];
        spans = new int[capacity * 2];
        rows = new int[n];
        for (int i = 0; i < n; i++) {
            int s = slot(pairKeys.a[i]);
            keys[s] = pairKeys.a[i] == 0 ? 1 : pairKeys.a[i];
            spans[2 * s + 1]++;
        }
        int at = 0;
        for (int s = 0; s < spans.length; s += 2) {
            spans[s] = at;
            at += spans[s + 1];
            spans[s + 1] = 0;
        }
        for (int i = 0; i < n; i++) {
            int s = 2 * slot(pairKeys.a[i]);
            int row = pairRows.a[i];
            int end = spans[s] + spans[s + 1];
            if (spans[s + 1] == 0 || rows[end - 1] != row) {
                rows[end] = row;
                spans[s + 1]++;
            }
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

    /** A handle for the two calls below; negative if no row has the key. */
    int find(long key) {
        int s = slot(key);
        return keys[s] == 0 ? -1 : s;
    }

    int count(int handle) {
        return handle < 0 ? 0 : spans[2 * handle + 1];
    }

    int row(int handle, int i) {
        return rows[spans[2 * handle] + i];
    }
}
