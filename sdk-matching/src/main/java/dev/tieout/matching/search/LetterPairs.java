package dev.tieout.matching.search;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which words have which two letters at which place: finds words that hold a text without looking at all of them.
 * Immutable.
 */
final class LetterPairs {
    /** Words beyond this length are kept apart and looked at one by one: there are hardly any. */
    private static final int LONGEST = 63;

    private static final int WORD_BITS = 24;
    private static final int PLACE_BITS = 6;
    private static final int WORD_MASK = (1 << WORD_BITS) - 1;
    static final int MOST_WORDS = 1 << WORD_BITS;

    /** Two letters (32 bits), place (6), word (24), sorted. */
    private final long[] pairs;

    private final int[] longWords;

    LetterPairs(WordList words) {
        int count = 0;
        int longCount = 0;
        for (int word = 0; word < words.size(); word++) {
            boolean isLong = words.length(word) > LONGEST;
            count += isLong ? 0 : words.length(word) - 1;
            longCount += isLong ? 1 : 0;
        }
        pairs = new long[count];
        longWords = new int[longCount];
        int next = 0;
        int nextLong = 0;
        for (int word = 0; word < words.size(); word++) {
            if (words.length(word) > LONGEST) {
                longWords[nextLong++] = word;
            } else {
                for (int at = 0; at + 1 < words.length(word); at++) {
                    pairs[next++] = key(words.charAt(word, at), words.charAt(word, at + 1), at) | word;
                }
            }
        }
        Arrays.sort(pairs);
    }

    /** Offers the words that may hold the typed text anywhere; each is held at one place or more. */
    void inside(String typed, IntConsumer candidate) {
        for (int word : longWords) {
            candidate.accept(word);
        }
        int rarest = 0;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < typed.length(); i++) {
            int count = first(key(typed, i, 0) + placeEnd()) - first(key(typed, i, 0));
            if (count < fewest) {
                fewest = count;
                rarest = i;
            }
        }
        int other = rarest == 0 ? 1 : rarest - 1;
        int from = first(key(typed, rarest, 0));
        int end = from + fewest;
        while (from < end) {
            int place = (int) (pairs[from] >>> WORD_BITS) & LONGEST;
            int groupEnd = first(key(typed, rarest, place) + (1L << WORD_BITS));
            int otherPlace = place + other - rarest;
            if (otherPlace >= 0) {
                both(from, groupEnd, typed, other, otherPlace, candidate);
            }
            from = groupEnd;
        }
    }

    /** Offers the words that may hold the typed text from one letter on at the same place, one before or one behind. */
    void shifted(String typed, int from, IntConsumer candidate) {
        for (int word : longWords) {
            candidate.accept(word);
        }
        for (int place = from - 1; place <= from + 1; place++) {
            int start = first(key(typed, from, place));
            int end = first(key(typed, from, place) + (1L << WORD_BITS));
            if (from + 2 < typed.length()) {
                both(start, end, typed, from + 1, place + 1, candidate);
            } else {
                for (int i = start; i < end; i++) {
                    candidate.accept((int) pairs[i] & WORD_MASK);
                }
            }
        }
    }

    /** Offers the words of a stretch of pairs that have another pair at its place too. */
    private void both(int start, int end, String typed, int other, int otherPlace, IntConsumer candidate) {
        if (otherPlace > LONGEST) {
            return;
        }
        long otherKey = key(typed, other, otherPlace);
        int i = start;
        int j = first(otherKey);
        int otherEnd = first(otherKey + (1L << WORD_BITS));
        while (i < end && j < otherEnd) {
            int a = (int) pairs[i] & WORD_MASK;
            int b = (int) pairs[j] & WORD_MASK;
            if (a == b) {
                candidate.accept(a);
            }
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
    }

    private int first(long key) {
        int at = Arrays.binarySearch(pairs, key);
        return at >= 0 ? at : -at - 1;
    }

    private static long placeEnd() {
        return 1L << (WORD_BITS + PLACE_BITS);
    }

    private static long key(String typed, int at, int place) {
        return key(typed.charAt(at), typed.charAt(at + 1), place);
    }

    private static long key(char first, char second, int place) {
        return (((long) first << 16 | second) << PLACE_BITS | place) << WORD_BITS;
    }
}
