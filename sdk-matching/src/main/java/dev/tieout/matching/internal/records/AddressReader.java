package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.index.Ints;
import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.Tokens;
import dev.tieout.matching.internal.text.WordTable;
import dev.tieout.model.Address;
import org.jspecify.annotations.Nullable;

/**
 * Reads a postal address: house number, two words of the street, city, postal code, unit. A name of a person, a firm or a
 * house before the street is left out. Not thread-safe.
 */
final class AddressReader {
    private final WordTable table;
    private final Tokens tokens;
    private int number;
    private int street;
    private int street2;
    private int unit;

    AddressReader(WordTable table) {
        this.table = table;
        tokens = new Tokens(table);
    }

    void read(@Nullable Address postal, Ints out) {
        number = -1;
        street = -1;
        street2 = -1;
        unit = -1;
        if (postal != null) {
            for (int i = 0; i < postal.lines().size() && number < 0; i++) {
                line(postal.lines().get(i));
            }
        }
        out.add(number);
        out.add(street);
        out.add(street2);
        out.add(postal == null ? -1 : lastWord(postal.city()));
        out.add(postal == null ? -1 : zip(postal.postalCode()));
        out.add(unit);
    }

    /** Takes the street from a line; one without a house number is kept until another line has one. */
    private void line(String line) {
        tokens.read(line);
        int start = start();
        if (street >= 0 && start < 0) {
            return;
        }
        number = -1;
        street = -1;
        street2 = -1;
        int from = Math.max(start, 0);
        for (int i = from; i < tokens.n; i++) {
            int word = tokens.id[i];
            boolean marked = tokens.is(i, Lexicon.UNIT) || (tokens.gap[i] & Tokens.HASH) != 0;
            if (i > from && marked) {
                int at = tokens.is(i, Lexicon.UNIT) && i + 1 < tokens.n ? i + 1 : i;
                unit = tokens.id[at];
                break;
            }
            if (i > from && number >= 0 && street >= 0 && (tokens.gap[i] & Tokens.COMMA) != 0) {
                break;
            }
            if (number < 0 && street < 0 && startsWithDigit(i)) {
                number = word;
            } else if (!tokens.is(i, Lexicon.STREET_WORD)) {
                if (street < 0) {
                    street = word;
                } else if (street2 < 0) {
                    street2 = word;
                }
            }
        }
        postOfficeBox();
    }

    /** Where the house number stands: in front, or behind a name; -1 if there is none. */
    private int start() {
        for (int i = 0; i + 1 < tokens.n; i++) {
            boolean afterUnit = i > 0 && (tokens.is(i - 1, Lexicon.UNIT) || (tokens.gap[i] & Tokens.HASH) != 0);
            boolean street = !tokens.is(i + 1, Lexicon.UNIT) && (!tokens.is(i + 1, Lexicon.STREET_WORD) || i == 0);
            if (startsWithDigit(i) && !afterUnit && street && !box(i - 1)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWithDigit(int i) {
        return Character.isDigit(table.charAt(tokens.id[i], 0));
    }

    private boolean box(int i) {
        return i >= 0 && table.text(tokens.id[i]).equals("box");
    }

    /** "P.O. Box 12": the number of the box is what tells it apart. */
    private void postOfficeBox() {
        for (int i = 0; i + 1 < tokens.n; i++) {
            if (box(i) && startsWithDigit(i + 1)) {
                number = tokens.id[i + 1];
                street = tokens.id[i];
                street2 = -1;
                return;
            }
        }
    }

    private int lastWord(@Nullable String city) {
        if (city == null || city.isBlank()) {
            return -1;
        }
        tokens.read(city);
        return tokens.n == 0 ? -1 : tokens.id[tokens.n - 1];
    }

    /** A postal code: the five digits of one with nine, and one in two parts as one word. */
    private int zip(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return -1;
        }
        tokens.read(code);
        if (tokens.n == 0) {
            return -1;
        }
        if (tokens.n == 1 || (table.flags(tokens.id[0]) & Lexicon.NUMBER) != 0) {
            return tokens.id[0];
        }
        return table.intern(table.text(tokens.id[0]) + table.text(tokens.id[1]));
    }
}
