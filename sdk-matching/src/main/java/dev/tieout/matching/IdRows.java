package dev.tieout.matching;

import java.util.List;

/**
 * Where each id stands in a list: eight bytes a slot, where a map of boxed numbers takes sixty an id. The list is the
 * caller's, who keeps both in step. Not thread-safe.
 */
final class IdRows<T> {
    private static final long NONE = 0;

    private final List<T> ids;
    /**
     * At the slot of the id's hash or the next free one the hash, so that the ids themselves are seldom looked at, and the
     * place in the list plus one; {@link #NONE} where there is none.
     */
    private long[] slots = new long[64];

    private int size;

    IdRows(List<T> ids) {
        this.ids = ids;
        for (int place = 0; place < ids.size(); place++) {
            put(ids.get(place), place);
        }
    }

    /** The place of an id, -1 if it has none. */
    int find(T id) {
        return (int) slots[slot(id, spread(id))] - 1;
    }

    /** Gives an id a place, a new one if it has one. */
    void put(T id, int place) {
        int hash = spread(id);
        int slot = slot(id, hash);
        boolean known = slots[slot] != NONE;
        slots[slot] = entry(hash, place);
        if (!known) {
            grow();
        }
    }

    /** Gives an id a place, unless it has one. */
    boolean putIfAbsent(T id, int place) {
        int hash = spread(id);
        int slot = slot(id, hash);
        if (slots[slot] != NONE) {
            return false;
        }
        slots[slot] = entry(hash, place);
        grow();
        return true;
    }

    /** Forgets an id that still stands at its place in the list. */
    void remove(T id) {
        int hole = slot(id, spread(id));
        if (slots[hole] == NONE) {
            return;
        }
        size--;
        int mask = slots.length - 1;
        for (int s = (hole + 1) & mask; slots[s] != NONE; s = (s + 1) & mask) {
            int home = hash(slots[s]) & mask;
            if (((s - home) & mask) >= ((s - hole) & mask)) {
                slots[hole] = slots[s];
                hole = s;
            }
        }
        slots[hole] = NONE;
    }

    /** Counts one more, and makes room. */
    private void grow() {
        size++;
        if (size * 2 <= slots.length) {
            return;
        }
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != NONE) {
                int s = hash(entry) & mask;
                while (slots[s] != NONE) {
                    s = (s + 1) & mask;
                }
                slots[s] = entry;
            }
        }
    }

    private int slot(T id, int hash) {
        int mask = slots.length - 1;
        int s = hash & mask;
        while (slots[s] != NONE
                && !(hash(slots[s]) == hash && ids.get((int) slots[s] - 1).equals(id))) {
            s = (s + 1) & mask;
        }
        return s;
    }

    private static long entry(int hash, int place) {
        return (long) hash << Integer.SIZE | (place + 1);
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int spread(Object id) {
        int h = id.hashCode() * 0x9e3779b9;
        return h ^ (h >>> 15);
    }
}
