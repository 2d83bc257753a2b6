package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.Tokens;
import dev.tieout.matching.internal.text.WordTable;
import java.util.Map;
import java.util.Set;

/** Short forms whose meaning depends on where they stand in an organisation's name. Stateless. */
final class Spelling {
    private static final Set<String> CURRENCIES = Set.of("usd", "cad", "eur", "gbp", "aud", "nzd", "chf", "mxn");

    private static final Map<String, String> AT_END = Map.ofEntries(
            Map.entry("st", "street"),
            Map.entry("ave", "avenue"),
            Map.entry("av", "avenue"),
            Map.entry("rd", "road"),
            Map.entry("dr", "drive"),
            Map.entry("ln", "lane"),
            Map.entry("ct", "court"),
            Map.entry("pl", "place"),
            Map.entry("blvd", "boulevard"),
            Map.entry("hwy", "highway"),
            Map.entry("pkwy", "parkway"),
            Map.entry("sq", "square"),
            Map.entry("ter", "terrace"),
            Map.entry("cir", "circle"),
            Map.entry("trl", "trail"));

    private static final Map<String, String> IN_FRONT =
            Map.of("st", "saint", "ste", "sainte", "mt", "mount", "ft", "fort");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("first", "1st"),
            Map.entry("second", "2nd"),
            Map.entry("third", "3rd"),
            Map.entry("harbour", "harbor"),
            Map.entry("colour", "color"),
            Map.entry("centre", "center"),
            Map.entry("theatre", "theater"),
            Map.entry("jewellery", "jewelry"),
            Map.entry("grey", "gray"));

    private Spelling() {}

    static boolean currency(String word) {
        return CURRENCIES.contains(word);
    }

    /** How many words before a "homeowners association" ends belong to it: they are one word, HOA. */
    static int more(Tokens tokens, WordTable table, int i, int end) {
        String word = table.text(tokens.id[i]);
        boolean owners = word.equals("homeowners") || word.equals("homeowner");
        boolean association = owners && i + 1 < end && table.canonical(tokens.id[i + 1]) == table.intern("association");
        if (association) {
            tokens.id[i + 1] = table.intern("hoa");
        }
        return association ? 1 : 0;
    }

    /** The word that a word stands for at its place. */
    static int inFull(Tokens tokens, WordTable table, int i, int end, boolean first) {
        int id = tokens.id[i];
        if (table.length(id) > 9) {
            return table.canonical(id);
        }
        String word = table.text(id);
        String number = NUMBERS.get(word);
        if (number != null) {
            return table.intern(number);
        }
        if (IN_FRONT.containsKey(word) && i + 1 < end && !form(tokens, i + 1, end)) {
            return table.intern(IN_FRONT.getOrDefault(word, word));
        }
        if (!first && AT_END.containsKey(word) && (i + 1 == end || form(tokens, i + 1, end))) {
            return table.intern(AT_END.getOrDefault(word, word));
        }
        return table.canonical(id);
    }

    private static boolean form(Tokens tokens, int from, int end) {
        for (int k = from; k < end; k++) {
            if (!tokens.is(k, Lexicon.LEGAL | Lexicon.NUMBER | Lexicon.ROMAN)) {
                return false;
            }
        }
        return true;
    }
}
