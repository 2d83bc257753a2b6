package dev.tieout.qbo.sync.internal.handle;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Ids that were met: a bit each where QuickBooks numbers them, so that a million fit into little. Not thread-safe. */
final class Ids {
    private static final int MOST_DIGITS = 8;

    private final BitSet numbers = new BitSet();
    private final Set<String> others = new HashSet<>();

    /** Adds one; says whether it was not there. */
    boolean add(String id) {
        if (!isNumber(id)) {
            return others.add(id);
        }
        int number = Integer.parseInt(id);
        boolean isNew = !numbers.get(number);
        numbers.set(number);
        return isNew;
    }

    boolean has(String id) {
        return isNumber(id) ? numbers.get(Integer.parseInt(id)) : others.contains(id);
    }

    /** Written as numbers are, so that each has one form. */
    private static boolean isNumber(String id) {
        return !id.isEmpty()
                && id.length() <= MOST_DIGITS
                && (id.charAt(0) != '0' || id.length() == 1)
                && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
