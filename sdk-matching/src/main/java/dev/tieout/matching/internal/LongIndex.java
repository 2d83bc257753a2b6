package dev.tieout.matching.internal;

/** From a 64-bit key to the rows that have it, ascending; rows of a key that too many have are not kept. Immutable. */
final class LongIndex {
    private final long[] keys;
    private final int[] starts;
    private final int[] counts;
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
        counts = new int[capacity];
        starts = new int[capacity];
        rows = new int[n];
        for (int i = 0; i < n; i++) {
            int s = slot(pairKeys.a[i]);
            keys[s] = pairKeys.a[i] == 0 ? 1 : pairKeys.a[i];
            counts[s]++;
        }
        int at = 0;
        for (int s = 0; s < capacity; s++) {
            starts[s] = at;
            at += counts[s];
            counts[s] = 0;
        }
        for (int i = 0; i < n; i++) {
            int s = slot(pairKeys.a[i]);
            int row = pairRows.a[i];
            if (counts[s] == 0 || rows[starts[s] + counts[s] - 1] != row) {
                rows[starts[s] + counts[s]++] = row;
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
        return handle < 0 ? 0 : counts[handle];
    }

    int row(int handle, int i) {
        return rows[starts[handle] + i];
    }
}
