package dev.tieout.matching.search;

import dev.tieout.matching.internal.text.TextKeys;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows by the hash of a text, packed in one sorted array: 40 bits of hash, 24 of row. A hit has to be verified. */
final class HashedRows {
    static final int MOST_ROWS = 1 << 24;
    private static final long ROW_MASK = MOST_ROWS - 1L;

    private long[] packed = new long[64];
    private int size;

    void add(String text, int row) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = hash(text) | row;
    }

    /** Ends the filling. */
    HashedRows sorted() {
        packed = Arrays.copyOf(packed, size);
        Arrays.sort(packed);
        return this;
    }

    /** The rows of a text, and maybe of others, in ascending order. */
    IntStream rows(String text) {
        long hash = hash(text);
        int at = Arrays.binarySearch(packed, hash);
        return Arrays.stream(packed, at >= 0 ? at : -at - 1, size)
                .takeWhile(one -> (one & ~ROW_MASK) == hash)
                .mapToInt(one -> (int) (one & ROW_MASK));
    }

    private static long hash(String text) {
        return TextKeys.hash(text, 0, text.length()) & ~ROW_MASK;
    }
}
