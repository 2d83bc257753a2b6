package dev.tieout.matching.items;

import dev.tieout.matching.internal.text.TextKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A service's name as sorted groups of words.
 *
 * <p>Immutable.
 *
 * @param all every word, in canonical form
 * @param content all but fillers and units: what tells services apart
 * @param topics content that is neither number, tier nor letter
 * @param numbers digits: forms, levels, years
 * @param tiers words for tier, frequency and scope
 * @param letters single letters, such as the X of 1040-X
 * @param units how the price is counted
 * @param joined the letters and digits of the name in their order, without gaps
 */
record ItemWords(
        List<String> all,
        List<String> content,
        List<String> topics,
        List<String> numbers,
        List<String> tiers,
        List<String> letters,
        List<String> units,
        String joined) {

    static ItemWords of(String name) {
        String spelled = TextKeys.fold(name)
                .replace("w/o", " without ")
                .replace("w/", " with ")
                .replace("+", " plus ");
        List<String> raw = new ArrayList<>();
        for (String word : TextKeys.words(spelled)) {
            addSplit(raw, word);
        }
        List<String> all = canonical(raw);
        List<String> content = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> tiers = new ArrayList<>();
        List<String> letters = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (String word : all) {
            if (Vocabulary.UNITS.contains(word)) {
                units.add(word);
            } else if (!Vocabulary.FILLERS.contains(word)) {
                content.add(word);
                kind(word, topics, numbers, tiers, letters).add(word);
            }
        }
        return new ItemWords(
                sorted(all),
                sorted(content),
                sorted(topics),
                sorted(numbers),
                sorted(tiers),
                sorted(letters),
                sorted(units),
                String.join("", all));
    }

    private static List<String> kind(
            String word, List<String> topics, List<String> numbers, List<String> tiers, List<String> letters) {
        if (Character.isDigit(word.charAt(0))) {
            return numbers;
        }
        if (Vocabulary.TIERS.contains(word)) {
            return tiers;
        }
        return word.length() == 1 ? letters : topics;
    }

    /** Parts digits from letters: 1040x, 1040-x and 1040 x are written for the same form. */
    private static void addSplit(List<String> raw, String word) {
        int start = 0;
        for (int i = 1; i <= word.length(); i++) {
            if (i == word.length() || Character.isDigit(word.charAt(i)) != Character.isDigit(word.charAt(i - 1))) {
                String piece = word.substring(start, i);
                boolean ordinal = start > 0
                        && (piece.equals("st") || piece.equals("nd") || piece.equals("rd") || piece.equals("th"));
                if (!ordinal) {
                    raw.add(Character.isDigit(piece.charAt(0)) ? withoutZeros(piece) : piece);
                }
                start = i;
            }
        }
    }

    private static String withoutZeros(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }

    private static List<String> canonical(List<String> raw) {
        List<String> words = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            String word = raw.get(i);
            String next = i + 1 < raw.size() ? raw.get(i + 1) : "";
            String pair = Vocabulary.pairs().get(expanded(word) + " " + expanded(next));
            if (pair != null) {
                words.add(Vocabulary.canonical(pair));
                i++;
            } else if (word.equals("i") && i > 0 && Vocabulary.BEFORE_ROMAN_ONE.contains(words.get(words.size() - 1))) {
                words.add("1");
            } else {
                words.add(Vocabulary.canonical(word));
            }
        }
        return words;
    }

    /** Short forms that take part in a pair: corp for corporation. */
    private static String expanded(String word) {
        return word.equals("corp") || word.equals("one") ? Vocabulary.canonical(word) : word;
    }

    private static List<String> sorted(List<String> words) {
        List<String> copy = new ArrayList<>(words);
        Collections.sort(copy);
        return List.copyOf(copy);
    }
}
