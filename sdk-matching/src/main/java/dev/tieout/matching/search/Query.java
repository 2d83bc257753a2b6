package dev.tieout.matching.search;

import dev.tieout.matching.internal.text.TextKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was typed, read once.
 *
 * @param words the words, each once
 * @param key the words as one text, for names that must be equal
 * @param folded the text without case and accents
 * @param addressTerms what must start an address part, or two neighbouring parts, in an address
 * @param plain whether it is made of letters, digits and blanks alone
 */
record Query(List<String> words, String key, String folded, List<String> addressTerms, boolean plain) {
    /** Names in QuickBooks hold 500 characters at most; a person types far less. */
    private static final int LONGEST = 500;

    static final int SHORTEST_INFIX = 3;
    private static final int SHORTEST_TYPO = 4;
    private static final int LONGEST_TYPO = 40;

    static Query of(String text) {
        String folded = TextKeys.fold(text.substring(0, Math.min(LONGEST, text.length())));
        List<String> words = TextKeys.words(folded);
        Set<String> terms = new LinkedHashSet<>();
        for (String piece : folded.split(" ")) {
            addAddressTerms(piece, terms);
        }
        boolean plain = folded.codePoints().allMatch(c -> c == ' ' || Character.isLetterOrDigit(c));
        return new Query(
                words.stream().distinct().toList(), String.join(" ", words), folded, List.copyOf(terms), plain);
    }

    /** One part as it is; of several each with its neighbour; a part with punctuation behind it must be whole. */
    private static void addAddressTerms(String piece, Set<String> terms) {
        List<String> parts = addressParts(piece);
        if (parts.isEmpty()) {
            return;
        }
        int last = parts.size() - 1;
        for (int i = 0; i < last; i++) {
            terms.add(parts.get(i) + ' ' + parts.get(i + 1));
        }
        if (!Character.isLetterOrDigit(piece.codePointBefore(piece.length()))) {
            terms.add(parts.get(last) + ' ');
        } else if (last == 0) {
            terms.add(parts.get(0));
        }
    }

    /** Parts an address at everything but letters and digits. */
    static List<String> addressParts(String address) {
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        int n = address.length();
        for (int i = 0; i <= n; i++) {
            if (i == n || !(Character.isLetterOrDigit(address.charAt(i)) || Character.isSurrogate(address.charAt(i)))) {
                if (i > start) {
                    parts.add(address.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    boolean mayBeName() {
        return !words.isEmpty() && folded.indexOf('@') < 0;
    }

    boolean mayBeInsideAddress() {
        return plain && !words.isEmpty() && words.stream().allMatch(Query::mayBeInside);
    }

    boolean hasInfix() {
        return words.stream().anyMatch(Query::mayBeInside);
    }

    boolean hasTypo() {
        return words.stream().anyMatch(Query::mayBeMistyped);
    }

    static boolean mayBeInside(String word) {
        return word.length() >= SHORTEST_INFIX;
    }

    static boolean mayBeMistyped(String word) {
        return word.length() >= SHORTEST_TYPO && word.length() <= LONGEST_TYPO;
    }
}
