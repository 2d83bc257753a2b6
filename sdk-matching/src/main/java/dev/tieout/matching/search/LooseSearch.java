package dev.tieout.matching.search;

import dev.tieout.matching.internal.text.Variants;
import java.util.ArrayList;
import java.util.List;

/** Finds the rows of one segment that have most of the words typed, in some form. Used once; not thread-safe. */
final class LooseSearch {
    private static final int SHORTEST_HALF = 3;

    private final WordIndex names;
    private final WordIndex addressParts;
    private final int size;

    /** Takes a row and how many of the words it lacks. */
    interface Hit {
        void found(int row, int missing);
    }

    LooseSearch(WordIndex names, WordIndex addressParts, int size) {
        this.names = names;
        this.addressParts = addressParts;
        this.size = size;
    }

    void find(Query query, RowSet dead, int limit, Hit hit) {
        List<String> words = telling(query.words());
        List<RowSet> sets = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            RowSet found = new RowSet(size);
            anyForm(words.get(i), found);
            sets.add(found);
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            RowSet joined = new RowSet(size);
            names.addPrefix(words.get(i) + words.get(i + 1), joined);
            sets.get(i).addAll(joined);
            sets.get(i + 1).addAll(joined);
        }
        best(sets, dead, limit, hit);
    }

    /** All but legal forms and titles, or all if there is nothing else. */
    private static List<String> telling(List<String> words) {
        List<String> telling =
                words.stream().filter(word -> !Variants.saysNothing(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    private void anyForm(String word, RowSet found) {
        names.addPrefix(word, found);
        addressParts.addPrefix(word, found);
        if (Query.mayBeInside(word)) {
            names.addInfix(word, found);
        }
        if (Query.mayBeMistyped(word)) {
            names.addNearly(word, found);
            names.addTwoErrors(word, found);
        }
        for (String variant : Variants.of(word)) {
            names.addPrefix(variant, found);
        }
        for (int at = SHORTEST_HALF; at + SHORTEST_HALF <= word.length(); at++) {
            RowSet first = new RowSet(size);
            RowSet second = new RowSet(size);
            names.addWord(word.substring(0, at), first);
            names.addPrefix(word.substring(at), second);
            first.retainAll(second);
            found.addAll(first);
        }
    }

    /** Those with most of the words; half of them at least. */
    private void best(List<RowSet> sets, RowSet dead, int limit, Hit hit) {
        byte[] counts = new byte[size];
        for (RowSet set : sets) {
            for (int row = set.next(0); row >= 0; row = set.next(row + 1)) {
                counts[row]++;
            }
        }
        int wanted = limit;
        for (int has = sets.size(); has * 2 >= sets.size() && has > 0 && wanted == limit; has--) {
            for (int row = 0; row < size && wanted > 0; row++) {
                if (counts[row] == has && !dead.contains(row)) {
                    hit.found(row, sets.size() - has);
                    wanted--;
                }
            }
        }
    }
}
