package dev.tieout.matching.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the words of rows, row after row. Not thread-safe. */
final class WordIndexBuilder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] wordOf = new int[64];
    private int[] rowOf = new int[64];
    private int size;

    void add(int row, Set<String> words) {
        for (String word : words) {
            if (size == wordOf.length) {
                wordOf = Arrays.copyOf(wordOf, size * 2);
                rowOf = Arrays.copyOf(rowOf, size * 2);
            }
            Integer number = numbers.get(word);
            if (number == null) {
                number = numbers.size();
                numbers.put(word, number);
            }
            wordOf[size] = number;
            rowOf[size++] = row;
        }
    }

    WordIndex build(boolean startsOnly) {
        String[] words = numbers.keySet().toArray(new String[0]);
        Arrays.sort(words);
        int[] place = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            place[numbers.getOrDefault(words[i], 0)] = i;
        }
        int[] starts = new int[words.length + 1];
        for (int i = 0; i < size; i++) {
            starts[place[wordOf[i]] + 1]++;
        }
        for (int i = 0; i < words.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[next[place[wordOf[i]]]++] = rowOf[i];
        }
        return new WordIndex(new WordList(List.of(words)), starts, rows, startsOnly);
    }
}
