package dev.tieout.matching.internal.records;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which rows of one side get another record, and which. Not thread-safe. */
public final class RowChanges {
    private static final int NONE = -1;

    private final Side side;
    private int n;
    /**
     * Of each row that is given another record, the place of that, or {@link #NONE} for one that there is no more; below
     * that, until it is read, the number of an added record.
     */
    private final Map<Integer, Integer> next = new TreeMap<>();

    public RowChanges(Side side) {
        this.side = side;
        this.n = side.n;
    }

    public void read(SideBuilder added) {
        int[] places = side.append(added.pack());
        next.replaceAll((row, place) -> place < NONE ? places[NONE - 1 - place] : place);
    }

    /**
     * Gives a row to a new record.
     *
     * @param row the row; the next free one for a record that comes
     * @param added the how manieth of the added records
     */
    public void put(int row, int added) {
        next.put(row, NONE - 1 - added);
        n = Math.max(n, row + 1);
    }

    /**
     * Takes a record away; the one of the last row takes its place.
     *
     * @param row the row
     */
    public void remove(int row) {
        n--;
        if (row != n) {
            next.put(row, place(n));
        }
        next.put(n, NONE);
    }

    private int place(int row) {
        return next.getOrDefault(row, row < side.n ? side.at(row) : NONE);
    }

    /**
     * Returns how many rows there are now.
     *
     * @return the number, and the row of the next record that comes
     */
    public int size() {
        return n;
    }

    /** What happens to one row; either place may be {@link #NONE}. */
    public interface Each {
        void row(int row, int before, int after);
    }

    public void each(Each each) {
        next.forEach((row, after) -> {
            int before = row < side.n ? side.at(row) : NONE;
            if (before != after) {
                each.row(row, before, after);
            }
        });
    }

    /** Makes the side have the records as they are now. */
    public void apply() {
        Set<Integer> kept = new HashSet<>(next.values());
        each((row, before, after) -> {
            if (before != NONE && !kept.contains(before)) {
                side.drop(before);
            }
        });
        next.forEach((row, after) -> {
            if (after != NONE) {
                side.place(row, after);
            }
        });
        side.n = n;
    }
}
