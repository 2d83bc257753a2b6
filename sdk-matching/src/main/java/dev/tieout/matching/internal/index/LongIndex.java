package dev.tieout.matching.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * From a 64-bit key to the rows that have it, ascending. Built at one go and compact: a slot is 32 bits of the key beside
 * the row, or the place of the rows if there are several. The part and the slot tell more than twenty bits besides, so that
 * of a million records one key finds another's rows in one index of several hundred. What changes afterwards lies over it,
 * until the index is {@link #stale}. Thread-safe while nobody changes it.
 */
public final class LongIndex {
    private static final int[] NONE = {};
    /** So many changed keys are no reason to build anew. */
    private static final int FEW = 64;

    private static final int MOST_PARTS = 256;
    /** So many fit into a core's cache while a part is built. */
    private static final int KEYS_OF_A_PART = 1 << 14;

    private final int mask;
    /** By part and slot: the lower half of a key, and below it a row's complement or where in {@link #rows} they are. */
    private final long[][] slots;
    /** By part: how many rows, then these, list after list. */
    private final int[][] rows;
    /** Of each key that changed, which of {@link #lists} has its rows. */
    private final Map<Long, Integer> changed = new HashMap<>();

    private final List<int[]> lists = new ArrayList<>();

    /** Gives the keys of each row, well mixed ones; what it gives it may change at the next call. */
    public interface KeysOf {
        Longs row(int row);
    }

    /** Adds the keys of a row, well mixed ones. */
    public interface AddsKeys {
        void row(int row, Longs keys);
    }

    private LongIndex(int parts) {
        mask = parts - 1;
        slots = new long[parts][];
        rows = new int[parts][];
    }

    /** An index of nothing. */
    public static LongIndex empty() {
        return of(0, (row, keys) -> {});
    }

    /** Builds one of rows that have a key or two, on the caller's thread. */
    public static LongIndex of(int n, AddsKeys source) {
        try (Workers nobody = new Workers(1)) {
            return of(n, 1, nobody, () -> {
                Longs keys = new Longs(4);
                return row -> {
                    keys.size = 0;
                    source.row(row, keys);
                    return keys;
                };
            });
        }
    }

    /**
     * Builds one.
     *
     * @param n how many rows there are
     * @param keysOfARow how many keys a row is likely to have
     * @param workers who does the work
     * @param keys makes what gives the keys of each row, once for each thread
     */
    public static LongIndex of(int n, int keysOfARow, Workers workers, Supplier<KeysOf> keys) {
        long parts = (long) n * keysOfARow / KEYS_OF_A_PART;
        LongIndex index = new LongIndex(Integer.highestOneBit((int) Math.max(1, Math.min(parts, MOST_PARTS))));
        KeyRows[][] found = new KeyRows[workers.threads()][];
        workers.each(
                found.length,
                t -> found[t] = index.collect(
                        (int) ((long) n * t / found.length),
                        (int) ((long) n * (t + 1) / found.length),
                        keysOfARow,
                        keys.get()));
        AtomicInteger next = new AtomicInteger();
        workers.each(found.length, t -> {
            LongIndexPart part = new LongIndexPart();
            for (int p = next.getAndIncrement(); p <= index.mask; p = next.getAndIncrement()) {
                for (KeyRows[] some : found) {
                    part.add(some[p]);
                }
                part.build();
                index.slots[p] = part.slots;
                index.rows[p] = part.rows;
            }
        });
        return index;
    }

    private KeyRows[] collect(int from, int to, int keysOfARow, KeysOf keys) {
        KeyRows[] found = new KeyRows[mask + 1];
        for (int p = 0; p <= mask; p++) {
            found[p] = new KeyRows((int) ((long) (to - from) * keysOfARow / (mask + 1)));
        }
        for (int row = from; row < to; row++) {
            Longs some = keys.row(row);
            for (int k = 0; k < some.size; k++) {
                found[part(some.a[k])].add(some.a[k], row);
            }
        }
        return found;
    }

    private int part(long key) {
        return (int) (key >>> 56) & mask;
    }

    /** Where to look for a key first. */
    static int slot(long key, int slots) {
        return (int) (((key >>> 24 & 0xffffffffL) * slots) >>> Integer.SIZE);
    }

    /** A handle for the two calls below, until the index is changed. */
    public long find(long key) {
        if (!changed.isEmpty()) {
            Integer list = changed.get(key);
            if (list != null) {
                return -1L - list;
            }
        }
        int part = part(key);
        long[] table = slots[part];
        int s = slot(key, table.length);
        while (table[s] != 0) {
            if ((int) (table[s] >>> Integer.SIZE) == (int) key) {
                return (long) part << Integer.SIZE | (table[s] & 0xffffffffL);
            }
            s = s + 1 < table.length ? s + 1 : 0;
        }
        return 0;
    }

    public int count(long handle) {
        if (handle < 0) {
            return lists.get((int) (-1 - handle)).length;
        }
        int at = (int) handle;
        return at < 0 ? 1 : at == 0 ? 0 : rows[(int) (handle >>> Integer.SIZE)][at];
    }

    public int row(long handle, int i) {
        if (handle < 0) {
            return lists.get((int) (-1 - handle))[i];
        }
        int at = (int) handle;
        return at < 0 ? ~at : rows[(int) (handle >>> Integer.SIZE)][at + 1 + i];
    }

    /** Marks the rows of a key. */
    void mark(long key, BitSet marked) {
        long handle = find(key);
        for (int i = 0; i < count(handle); i++) {
            marked.set(row(handle, i));
        }
    }

    /** The rows of a key; the caller's own. */
    private int[] list(long key) {
        long handle = find(key);
        int[] list = new int[count(handle)];
        for (int i = 0; i < list.length; i++) {
            list[i] = row(handle, i);
        }
        return list;
    }

    /** Adds a row to a key's, or takes it away. */
    public void change(long key, int row, boolean comes) {
        if (comes) {
            add(key, row);
        } else {
            remove(key, row);
        }
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
            put(key, list.length == 0 ? NONE : list);
        }
    }

    private void put(long key, int[] list) {
        Integer known = changed.get(key);
        if (known != null) {
            lists.set(known, list);
        } else {
            changed.put(key, lists.size());
            lists.add(list);
        }
    }

    /** Whether so many keys changed that it should be built anew. */
    public boolean stale() {
        long built = 0;
        for (long[] part : slots) {
            built += part.length;
        }
        return changed.size() > FEW && changed.size() * 6L > built;
    }
}
