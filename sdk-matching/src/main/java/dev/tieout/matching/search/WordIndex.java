package dev.tieout.matching.search;

import org.jspecify.annotations.Nullable;

/**
 * Sorted words with the rows that hold them. Words with a common start lie side by side, and so do their rows.
 * Immutable.
 */
final class WordIndex {
    private final WordList words;
    private final int[] rowStarts;
    private final int[] rows;
    private final @Nullable LetterPairs pairs;

    /** Shorter words with two errors are other words. */
    private static final int SHORTEST_WITH_TWO = 5;

    /**
     * An index of words that are known already.
     *
     * @param words the words
     * @param rowStarts where each word's rows start, and the end of the last
     * @param rows the rows, word after word
     * @param startsOnly whether words are sought by their start alone
     */
    WordIndex(WordList words, int[] rowStarts, int[] rows, boolean startsOnly) {
        if (words.size() > LetterPairs.MOST_WORDS) {
            throw new IllegalArgumentException(words.size() + " distinct words are more than one search holds");
        }
        this.words = words;
        this.rowStarts = rowStarts;
        this.rows = rows;
        this.pairs = startsOnly ? null : new LetterPairs(words);
    }

    void addPrefix(String typed, RowSet found) {
        found.addAll(rows, rowStarts[words.lowerBound(typed)], rowStarts[words.upperBound(typed)]);
    }

    void addInfix(String typed, RowSet found) {
        if (pairs != null) {
            pairs.inside(typed, word -> {
                if (words.contains(word, typed)) {
                    addRows(word, found);
                }
            });
        }
    }

    /**
     * Adds the rows of words that start with what was typed but for one error. An error in one half leaves the other as
     * it is; two letters swapped across the middle are looked up as they should be.
     */
    void addNearly(String typed, RowSet found) {
        int middle = typed.length() / 2;
        String firstHalf = typed.substring(0, middle);
        int end = words.upperBound(firstHalf);
        for (int word = words.lowerBound(firstHalf); word < end; word++) {
            addIfNearly(word, typed, found);
        }
        char[] swapped = typed.toCharArray();
        swapped[middle] = typed.charAt(middle - 1);
        swapped[middle - 1] = typed.charAt(middle);
        addPrefix(new String(swapped), found);
        if (pairs != null) {
            pairs.shifted(typed, middle, word -> addIfNearly(word, typed, found));
        }
    }

    /** Adds the rows of one word. */
    void addWord(String word, RowSet found) {
        int at = words.lowerBound(word);
        if (at < words.size() && words.length(at) == word.length() && words.contains(at, word)) {
            addRows(at, found);
        }
    }

    /** Adds the rows of words with the same first letter that are what was typed but for two errors. */
    void addTwoErrors(String typed, RowSet found) {
        if (typed.length() < SHORTEST_WITH_TWO) {
            return;
        }
        String first = typed.substring(0, 1);
        int letters = letters(typed);
        int end = words.upperBound(first);
        for (int word = words.lowerBound(first); word < end; word++) {
            if (Math.abs(words.length(word) - typed.length()) <= 2 && words.withinTwoErrors(word, typed, letters)) {
                addRows(word, found);
            }
        }
    }

    private static int letters(String typed) {
        int letters = 0;
        for (int i = 0; i < typed.length(); i++) {
            letters |= 1 << (typed.charAt(i) & 31);
        }
        return letters;
    }

    private void addIfNearly(int word, String typed, RowSet found) {
        if (words.startsNearly(word, typed)) {
            addRows(word, found);
        }
    }

    private void addRows(int word, RowSet found) {
        found.addAll(rows, rowStarts[word], rowStarts[word + 1]);
    }
}
