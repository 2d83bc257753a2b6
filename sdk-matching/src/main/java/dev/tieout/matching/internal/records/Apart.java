// Long by its list of words that mean "no company".
package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.records.NameParts.Link;
import dev.tieout.matching.internal.records.NameParts.Part;
import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.internal.text.Tokens;
import dev.tieout.matching.internal.text.WordTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the parts of a name field are: the name, another name, a person to talk to, a code, a note. Not thread-safe. */
final class Apart {
    /** What people type into the field for a company to say that there is none. */
    private static final Set<String> NO_COMPANY = Set.of(
            "na",
            "n a",
            "none",
            "no",
            "nil",
            "null",
            "self",
            "self employed",
            "selfemployed",
            "own",
            "owner",
            "sole proprietor",
            "freelance",
            "freelancer",
            "retired",
            "unemployed",
            "student",
            "homeowner",
            "home",
            "individual",
            "personal",
            "private",
            "residential",
            "same",
            "unknown",
            "tbd",
            "x",
            "xx",
            "xxx",
            "not applicable",
            "no company",
            "household",
            "family",
            "customer",
            "client",
            "individuals",
            "mr",
            "mrs",
            "ms");

    private static final int LONGEST_FOR_NONE = 16;

    private enum Sort {
        CODE,
        NOTE,
        ALSO,
        FIRM,
        PERSON,
        OTHER
    }

    private final WordTable table;
    private final Tokens tokens;
    private final NameParts parts = new NameParts();
    private @Nullable String given;
    private @Nullable String family;

    String name = "";
    /** Another name of an organisation, or the firm that the name's person stands for. */
    @Nullable
    String firm;

    /** The person to talk to. */
    @Nullable
    String contact;

    /** Another name of a person. */
    @Nullable
    String otherPerson;

    /** Two words or more beside a person that may name a firm, or anything. */
    @Nullable
    String perhapsFirm;

    boolean mainIsPerson;
    private boolean personBeforeFirm;
    private int code;
    private int note;
    private int note2;

    Apart(WordTable table) {
        this.table = table;
        tokens = new Tokens(table);
    }

    /** Takes the field for a name and nothing else. */
    void plain(String field) {
        name = field;
        firm = null;
        contact = null;
        otherPerson = null;
        perhapsFirm = null;
        mainIsPerson = false;
        personBeforeFirm = false;
        code = -1;
        note = -1;
        note2 = -1;
        parts.emails.clear();
        parts.phones.clear();
    }

    boolean personAndFirm() {
        return personBeforeFirm;
    }

    boolean nothing(String company) {
        if (company.length() > LONGEST_FOR_NONE) {
            return false;
        }
        String key = TextKeys.nameKey(company);
        return key.isEmpty() || NO_COMPANY.contains(key);
    }

    void read(String field, boolean commas, @Nullable String givenField, @Nullable String familyField) {
        given = givenField;
        family = familyField;
        parts.read(field, commas);
        List<Part> list = parts.parts;
        if (list.isEmpty()) {
            return;
        }
        if (parts.code != null) {
            code = table.intern(TextKeys.fold(parts.code).replace("-", ""));
        }
        int main = main(list);
        String mainName = list.get(main).text();
        Sort mainSort = sort(mainName);
        boolean mayBePerson = mainSort == Sort.PERSON || (mainSort == Sort.OTHER && personal(false));
        mainIsPerson = mayBePerson;
        StringBuilder whole = new StringBuilder(mainName);
        for (int i = 0; i < list.size(); i++) {
            if (i != main) {
                part(list.get(i), mainSort, mayBePerson, whole);
            }
        }
        name = whole.toString();
    }

    /** The part that is the name: the first, unless it is a code or somebody in whose care the letters are. */
    private int main(List<Part> list) {
        for (int i = 0; i < list.size(); i++) {
            Part part = list.get(i);
            if (part.link() != Link.CARE
                    && part.link() != Link.DATED
                    && (sort(part.text()) != Sort.CODE || list.size() == 1)) {
                return i;
            }
        }
        return 0;
    }

    private void part(Part part, Sort main, boolean mayBePerson, StringBuilder whole) {
        String text = part.text();
        if (part.link() == Link.CARE) {
            care(text);
            return;
        }
        if (part.link() == Link.DATED) {
            note(text.replaceAll("[^0-9]+", ""));
            return;
        }
        switch (sort(text)) {
            case CODE -> code(text, whole);
            case NOTE -> {}
            case ALSO -> also(text, mayBePerson);
            case FIRM -> {
                if (mayBePerson && (part.link() != Link.COMMA || main == Sort.PERSON)) {
                    firm = text;
                    personBeforeFirm = true;
                } else if (part.link() == Link.BRACKET) {
                    firm = text;
                } else {
                    whole.append(part.link() == Link.COMMA ? ", " : " ").append(text);
                }
            }
            case PERSON -> {
                if (main != Sort.PERSON) {
                    contact = text;
                } else if (part.link() == Link.SLASH) {
                    whole.append(" & ").append(text);
                } else if (part.link() == Link.BRACKET) {
                    otherPerson = text;
                } else if (part.link() == Link.COMMA) {
                    whole.append(", ").append(text);
                }
            }
            case OTHER -> {
                if (part.link() == Link.COMMA) {
                    whole.append(", ").append(text);
                } else if (part.link() == Link.SLASH) {
                    whole.append(' ').append(text);
                } else {
                    note(text);
                    perhapsFirm = main == Sort.PERSON && tokens.n > 1 ? text : perhapsFirm;
                }
            }
        }
    }

    private void care(String text) {
        tokens.read(text);
        if (contact == null && tokens.n >= 2 && personal(false)) {
            contact = text;
        }
    }

    private void code(String text, StringBuilder whole) {
        String found = NameParts.asCode(text);
        if (found == null) {
            return;
        }
        tokens.read(found);
        boolean year = tokens.n == 1 && year(0);
        if (!year && code < 0 && whole.length() > 0) {
            code = table.intern(TextKeys.fold(found).replace("-", ""));
        }
    }

    private void also(String text, boolean mayBePerson) {
        String rest = text.replaceFirst("(?i)^\\S+\\s+(?:known as\\s+)?", "");
        if (!mayBePerson) {
            firm = rest;
        } else if (sort(rest) == Sort.FIRM) {
            firm = rest;
        } else {
            otherPerson = rest;
        }
    }

    private void note(String text) {
        tokens.read(text);
        for (int i = 0; i < tokens.n && note2 < 0; i++) {
            if (!tokens.is(i, Lexicon.STOP)) {
                if (note < 0) {
                    note = tokens.id[i];
                } else {
                    note2 = tokens.id[i];
                }
            }
        }
    }

    private Sort sort(String text) {
        tokens.read(text);
        int n = tokens.n;
        if (n == 0) {
            return Sort.NOTE;
        }
        int all = 0;
        boolean notes = true;
        for (int i = 0; i < n; i++) {
            all |= i == 0 ? tokens.flags(i) & ~Lexicon.LEGAL : tokens.flags(i);
            notes &= tokens.is(i, Lexicon.NOTE | Lexicon.STOP) || year(i);
        }
        if (notes || (tokens.is(0, Lexicon.NOTE) && n <= 4 && (all & Lexicon.LEGAL) == 0)) {
            return Sort.NOTE;
        }
        if (n <= 2 && NameParts.asCode(text) != null) {
            return Sort.CODE;
        }
        if (tokens.is(0, Lexicon.DBA) && n > 1) {
            return Sort.ALSO;
        }
        if (n > 1 && (all & (Lexicon.LEGAL | Lexicon.TRADE | Lexicon.TRUST | Lexicon.ESTATE)) != 0) {
            return Sort.FIRM;
        }
        return personal(true) ? Sort.PERSON : Sort.OTHER;
    }

    private boolean year(int i) {
        String text = tokens.is(i, Lexicon.NUMBER) ? table.text(tokens.id[i]) : "";
        return text.length() == 4 && (text.startsWith("19") || text.startsWith("20")) && Integer.parseInt(text) <= 2039;
    }

    /** Two to five words without a trade or a number; with a given name among them, if that is asked. */
    private boolean personal(boolean known) {
        int words = 0;
        boolean givenName = false;
        for (int i = 0; i < tokens.n; i++) {
            int flags = tokens.flags(i);
            if ((flags & (Lexicon.LEGAL | Lexicon.TRADE | Lexicon.TRUST)) != 0
                    && (flags & (Lexicon.TITLE | Lexicon.CREDENTIAL)) == 0) {
                return false;
            }
            if ((flags & Lexicon.DIGITS) != 0 || (i == 0 && (flags & Lexicon.STOP) != 0)) {
                return false;
            }
            words++;
            givenName |= Lexicon.given(flags) > 0 || table.nicknames(tokens.id[i]).length > 0 || field(i);
        }
        return words >= 2 && words <= 6 && (givenName || !known);
    }

    /** Whether a word stands in the fields for a person's names. */
    private boolean field(int i) {
        String word = table.text(tokens.id[i]);
        return (given != null && TextKeys.words(given).contains(word))
                || (family != null && TextKeys.words(family).contains(word));
    }

    /** A number of three digits to nine, or letters and two digits or more: LIN001. */
    boolean codeLike(int word) {
        int digits = 0;
        int n = table.length(word);
        for (int i = 0; i < n; i++) {
            digits += Character.isDigit(table.charAt(word, i)) ? 1 : 0;
        }
        return digits == n ? n >= 3 && n <= 9 : digits >= 2 && n <= 9 && Character.isDigit(table.charAt(word, n - 1));
    }

    void hand(SideBuilder out) {
        parts.emails.forEach(out::email);
        parts.phones.forEach(out::phone);
        if (code >= 0) {
            out.code(code);
        }
        out.note(note, note2);
    }
}
