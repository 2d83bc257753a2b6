package dev.tieout.matching;

import java.util.List;

/**
 * Where each id stands in a list: four bytes an id, where a map of boxed numbers takes sixty. The list is the caller's,
 * who keeps both in step. Not thread-safe.
 */
final class IdRows<T> {
    private final List<T> ids;
    /** The place in the list plus one, at the slot of the id's hash or the next free one; 0 where there is none. */
    private int[] slots = new int[64];

    private int size;

    IdRows(List<T> ids) {
        this.ids = ids;
        for (int place = 0; place < ids.size(); place++) {
            put(ids.get(place), place);
        }
    }

    /** The place of an id, -1 if it has none. */
    int find(T id) {
        return slots[slot(id)] - 1;
    }

    /** Gives an id a place, a new one if it has one. */
    void put(T id, int place) {
        int slot = slot(id);
        if (slots[slot] == 0) {
            size++;
        }
        slots[slot] = place + 1;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    /** Forgets an id that still stands at its place in the list. */
    void remove(T id) {
        int hole = slot(id);
        if (slots[hole] == 0) {
            return;
        }
        size--;
        int mask = slots.length - 1;
        for (int s = (hole + 1) & mask; slots[s] != 0; s = (s + 1) & mask) {
            int home = spread(ids.get(slots[s] - 1)) & mask;
            if (((s - home) & mask) >= ((s - hole) & mask)) {
                slots[hole] = slots[s];
                hole = s;
            }
        }
        slots[hole] = 0;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int place : old) {
            if (place != 0) {
                slots[slot(ids.get(place - 1))] = place;
            }
        }
    }

    private int slot(T id) {
        int mask = slots.length - 1;
        int s = spread(id) & mask;
        while (slots[s] != 0 && !ids.get(slots[s] - 1).equals(id)) {
            s = (s + 1) & mask;
        }
        return s;
    }

    private static int spread(Object id) {
        int h = id.hashCode() * 0x9e3779b9;
        return h ^ (h >>> 15);
    }
}
