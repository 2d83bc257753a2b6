package dev.tieout.matching.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds part after part of a {@link LongIndex}. Not thread-safe. */
final class LongIndexPart {
    /** What was built last. */
    long[] slots = {};

    int[] rows = {};

    private final List<KeyRows> pairs = new ArrayList<>();
    private int size;
    /** A table of the keys: how many rows each has, 0 where there is no key; the last of them. */
    private long[] keys = {};

    private int[] counts = {};
    private int[] last = {};
    private int mask;

    /** Adds keys, their rows after those added before. They are gone when the part is built. */
    void add(KeyRows some) {
        pairs.add(some);
        size += some.size;
    }

    void build() {
        clear();
        int distinct = 0;
        int room = 1;
        for (KeyRows some : pairs) {
            for (int i = 0; i < some.size; i++) {
                int s = find(some.keys[i]);
                if (counts[s] == 0) {
                    keys[s] = some.keys[i];
                    distinct++;
                } else if (last[s] == some.rows[i]) {
                    continue;
                }
                counts[s]++;
                last[s] = some.rows[i];
                room += counts[s] == 1 ? 0 : counts[s] == 2 ? 3 : 1;
            }
        }
        slots = new long[distinct + (distinct >> 1) + 1];
        rows = new int[room];
        place();
        for (KeyRows some : pairs) {
            for (int i = 0; i < some.size; i++) {
                int at = counts[find(some.keys[i])];
                if (at > 0 && (rows[at] == 0 || rows[at + rows[at]] != some.rows[i])) {
                    rows[at]++;
                    rows[at + rows[at]] = some.rows[i];
                }
            }
            some.release();
        }
        pairs.clear();
        size = 0;
    }

    private void clear() {
        int capacity = Integer.highestOneBit(Math.max(size, 8)) * 4;
        if (capacity > keys.length) {
            keys = new long[capacity];
            counts = new int[capacity];
            last = new int[capacity];
        } else {
            Arrays.fill(counts, 0, capacity, 0);
        }
        mask = capacity - 1;
    }

    /** Gives every key its slot, and those of several rows their place, which then stands for their number. */
    private void place() {
        int next = 1;
        for (int s = 0; s <= mask; s++) {
            if (counts[s] == 0) {
                continue;
            }
            boolean single = counts[s] == 1;
            put(keys[s], single ? ~last[s] : next);
            int length = counts[s];
            counts[s] = single ? -1 : next;
            next += single ? 0 : length + 1;
        }
    }

    private void put(long key, int where) {
        int s = LongIndex.slot(key, slots.length);
        while (slots[s] != 0) {
            s = s + 1 < slots.length ? s + 1 : 0;
        }
        slots[s] = key << Integer.SIZE | (where & 0xffffffffL);
    }

    private int find(long key) {
        int s = (int) (key ^ key >>> 40) & mask;
        while (counts[s] != 0 && keys[s] != key) {
            s = (s + 1) & mask;
        }
        return s;
    }
}
