package dev.tieout.matching.search;

import java.util.List;

/** Sorted words in one array of letters: neighbours lie side by side in memory. Immutable. */
final class WordList {
    private final char[] text;
    private final int[] starts;

    /** The words, sorted and distinct. */
    WordList(List<String> words) {
        starts = new int[words.size() + 1];
        int length = 0;
        for (int i = 0; i < words.size(); i++) {
            length = Math.addExact(length, words.get(i).length());
            starts[i + 1] = length;
        }
        text = new char[length];
        for (int i = 0; i < words.size(); i++) {
            words.get(i).getChars(0, words.get(i).length(), text, starts[i]);
        }
    }

    int size() {
        return starts.length - 1;
    }

    int length(int word) {
        return starts[word + 1] - starts[word];
    }

    char charAt(int word, int at) {
        return text[starts[word] + at];
    }

    /** The first word that is not before the typed text. */
    int lowerBound(String typed) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, typed) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Past the last word that starts with the typed text. */
    int upperBound(String typed) {
        int low = lowerBound(typed);
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches(middle, 0, typed, 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean contains(int word, String typed) {
        for (int at = 0; at + typed.length() <= length(word); at++) {
            if (matches(word, at, typed, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word starts with what was typed, but for one letter more, less, other, or two swapped. */
    boolean startsNearly(int word, String typed) {
        int n = typed.length();
        int length = length(word);
        int i = 0;
        while (i < n && i < length && typed.charAt(i) == charAt(word, i)) {
            i++;
        }
        if (i == n || matches(word, i, typed, i + 1)) {
            return true;
        }
        if (i == length) {
            return false;
        }
        return matches(word, i + 1, typed, i + 1)
                || matches(word, i + 1, typed, i)
                || (i + 1 < n
                        && i + 1 < length
                        && typed.charAt(i) == charAt(word, i + 1)
                        && typed.charAt(i + 1) == charAt(word, i)
                        && matches(word, i + 2, typed, i + 2));
    }

    /** Whether the word is what was typed but for two errors, each a letter more, less, other, or two swapped. */
    boolean withinTwoErrors(int word, String typed, int letters) {
        int n = length(word);
        int own = 0;
        for (int i = 0; i < n; i++) {
            own |= 1 << (charAt(word, i) & 31);
        }
        return Integer.bitCount(own ^ letters) <= 4 && within(word, 0, typed, 0, 2);
    }

    private boolean within(int word, int at, String typed, int from, int errors) {
        int i = at;
        int j = from;
        int n = length(word);
        while (i < n && j < typed.length() && charAt(word, i) == typed.charAt(j)) {
            i++;
            j++;
        }
        int rest = n - i;
        int typedRest = typed.length() - j;
        if (rest == 0 || typedRest == 0) {
            return rest + typedRest <= errors;
        }
        if (errors == 0) {
            return false;
        }
        boolean swapped = rest > 1
                && typedRest > 1
                && charAt(word, i) == typed.charAt(j + 1)
                && charAt(word, i + 1) == typed.charAt(j);
        return within(word, i + 1, typed, j + 1, errors - 1)
                || within(word, i + 1, typed, j, errors - 1)
                || within(word, i, typed, j + 1, errors - 1)
                || (swapped && within(word, i + 2, typed, j + 2, errors - 1));
    }

    /** Whether the rest of the typed text stands in the word at this place. */
    private boolean matches(int word, int at, String typed, int from) {
        int rest = typed.length() - from;
        if (at + rest > length(word)) {
            return false;
        }
        int start = starts[word] + at;
        for (int i = 0; i < rest; i++) {
            if (text[start + i] != typed.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    private int compare(int word, String typed) {
        int common = Math.min(length(word), typed.length());
        for (int i = 0; i < common; i++) {
            int difference = charAt(word, i) - typed.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length(word) - typed.length();
    }
}
