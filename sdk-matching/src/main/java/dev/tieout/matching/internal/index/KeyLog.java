package dev.tieout.matching.internal.index;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Changes an index and remembers how many rows each of the keys had before. Not thread-safe. */
public final class KeyLog {
    public final LongIndex index;
    private final int cap;
    private final Map<Long, Integer> before = new HashMap<>();

    /** @param cap how long a list may be that tells something */
    public KeyLog(LongIndex index, int cap) {
        this.index = index;
        this.cap = cap;
    }

    public void removeAll(Longs keys, int row) {
        for (int k = 0; k < keys.size; k++) {
            before.putIfAbsent(keys.a[k], count(keys.a[k]));
            index.remove(keys.a[k], row);
        }
    }

    public void addAll(Longs keys, int row) {
        for (int k = 0; k < keys.size; k++) {
            before.putIfAbsent(keys.a[k], count(keys.a[k]));
            index.add(keys.a[k], row);
        }
    }

    private int count(long key) {
        return index.count(index.find(key));
    }

    /** Marks the rows of the other side that have one of the keys, but for keys that told nothing before and after. */
    public void others(LongIndex others, BitSet rows) {
        before.forEach((key, had) -> {
            if (Math.min(had, count(key)) <= cap) {
                others.mark(key, rows);
            }
        });
    }

    /** Marks the rows of this side that have a key that told something before or now, but not both. */
    public void crossed(BitSet rows) {
        before.forEach((key, had) -> {
            if (had <= cap != count(key) <= cap) {
                index.mark(key, rows);
            }
        });
    }
}
