// Long because a name is read in one pass: persons, households and companies are told apart while reading.
package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.index.Ints;
import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.internal.text.Tokens;
import dev.tieout.matching.internal.text.WordTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of a record: of what kind it is, whom it names, and the words that tell it apart. Not thread-safe. Long,
 * because all its steps work on the tokens of the one name being read.
 */
public final class NameReader {
    public static final int PERSON = 0;
    public static final int HOUSEHOLD = 1;
    public static final int BUSINESS = 2;
    static final int TRUST = 3;
    static final int ESTATE = 4;

    private final WordTable table;
    private final Tokens tokens;
    private final SideBuilder out;
    private final Ints parsed = new Ints(16);

    NameReader(WordTable table, SideBuilder out) {
        this.table = table;
        this.tokens = new Tokens(table);
        this.out = out;
    }

    /** @param hint {@code TRUE} business, {@code FALSE} person, {@code null} unknown */
    void read(
            String display,
            @Nullable String company,
            @Nullable String given,
            @Nullable String middle,
            @Nullable String family,
            @Nullable String suffix,
            @Nullable Boolean hint) {
        String firm = company == null || company.isBlank() || company.equals(display) ? null : company;
        boolean hasCompany = company != null && !company.isBlank();
        tokens.read(withDba(display));
        out.displayKey(tokens.key());
        if (hasCompany || Boolean.TRUE.equals(hint)) {
            organisation(firm, given, family);
            contact(given, middle, family, suffix);
        } else if (kindOfWords() >= TRUST) {
            out.kind(kindOfWords(), false);
            view(0, tokens.n, true);
            contact(given, middle, family, suffix);
        } else if (hint != null || looksPersonal(0, tokens.n) || oneWord(given, family)) {
            personal(given, middle, family, suffix, hint == null);
        } else if (namesThePerson(given, family)) {
            contactAsMain(given, middle, family, suffix);
        } else {
            organisation(null, given, family);
            contact(given, middle, family, suffix);
        }
    }

    private static String withDba(String display) {
        return display.indexOf('/') < 0 ? display : display.replaceAll("(?i)\\b([df])/([bk])/(a)\\b", "$1$2$3");
    }

    private void organisation(@Nullable String company, @Nullable String given, @Nullable String family) {
        int dba = firstDba();
        int from = 0;
        int to = tokens.n;
        if (dba > 0 && dba + 1 < tokens.n) {
            if (looksPersonal(0, dba)) {
                persons(0, dba);
            } else {
                view(0, dba, true);
            }
            from = dba + 1;
        }
        long key = out.lastKey();
        if (company == null) {
            out.kind(Math.max(BUSINESS, kindOfWords()), false);
            view(from, to, true);
            return;
        }
        if (isContact(from, to, given, family)) {
            persons(from, to);
        } else {
            view(from, to, true);
            key = out.lastKey();
        }
        tokens.read(withDba(company));
        out.kind(Math.max(BUSINESS, kindOfWords()), false);
        viewUnless(key);
    }

    private void viewUnless(long key) {
        int dba = firstDba();
        if (dba > 0 && dba + 1 < tokens.n) {
            view(dba + 1, tokens.n, true);
            view(0, dba, true);
        } else {
            view(0, tokens.n, true);
        }
        out.dropLastViewIf(key);
    }

    private int firstDba() {
        for (int i = 1; i < tokens.n; i++) {
            if (tokens.is(i, Lexicon.DBA)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the words of the display name are those of the person fields, or look like a person's. */
    private boolean isContact(int from, int to, @Nullable String given, @Nullable String family) {
        if (given == null || family == null || given.isBlank() || family.isBlank()) {
            return looksPersonal(from, to) && to - from <= 3;
        }
        int[] ids = Arrays.copyOfRange(tokens.id, from, to);
        return holds(ids, given) && holds(ids, family) && looksPersonal(from, to);
    }

    /** A single word is a person's if a person field says so. */
    private boolean oneWord(@Nullable String given, @Nullable String family) {
        boolean filled = (given != null && !given.isBlank()) || (family != null && !family.isBlank());
        return filled && tokens.n == 1 && !tokens.is(0, Lexicon.TRADE);
    }

    /** The person fields are in the display name, and what else is there does not make it a firm's. */
    private boolean namesThePerson(@Nullable String given, @Nullable String family) {
        if (given == null || family == null || given.isBlank() || family.isBlank()) {
            return false;
        }
        int all = 0;
        for (int i = 0; i < tokens.n; i++) {
            all |= tokens.flags(i);
        }
        int[] ids = Arrays.copyOf(tokens.id, tokens.n);
        return (all & (Lexicon.LEGAL | Lexicon.TRADE)) == 0 && holds(ids, given) && holds(ids, family);
    }

    private boolean holds(int[] ids, String name) {
        for (String word : TextKeys.words(name)) {
            int id = table.intern(word);
            boolean found = false;
            for (int x : ids) {
                found |= x == id;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private int kindOfWords() {
        int kind = BUSINESS;
        for (int i = 0; i < tokens.n; i++) {
            int flags = table.flags(table.canonical(tokens.id[i]));
            if ((flags & Lexicon.TRUST) != 0 && (tokens.n > 1)) {
                kind = TRUST;
            } else if ((flags & Lexicon.ESTATE) != 0 && estate(i)) {
                return ESTATE;
            }
        }
        return kind;
    }

    private boolean estate(int i) {
        boolean of = i + 1 < tokens.n && table.text(tokens.id[i + 1]).equals("of");
        boolean real = i > 0 && table.text(tokens.id[i - 1]).equals("real");
        return of || (i == tokens.n - 1 && i > 0 && !real);
    }

    private boolean looksPersonal(int from, int to) {
        int words = 0;
        int longest = 0;
        for (int i = from; i < to; i++) {
            int flags = tokens.flags(i);
            boolean last = i == to - 1;
            if ((flags & Lexicon.AND) != 0 && (flags & Lexicon.SINGLE) == 0) {
                longest = Math.max(longest, words);
                words = 0;
            } else if ((flags & (Lexicon.LEGAL | Lexicon.TRUST | Lexicon.TRADE)) != 0 && (flags & Lexicon.TITLE) == 0) {
                return false;
            } else if ((flags & Lexicon.DIGITS) != 0 && !last) {
                return false;
            } else if (i == from && (flags & Lexicon.STOP) != 0) {
                return false;
            } else if ((flags & (Lexicon.TITLE | Lexicon.CREDENTIAL | Lexicon.DIGITS | Lexicon.PARTICLE)) == 0) {
                words++;
            }
        }
        longest = Math.max(longest, words);
        return to - from > 1 && longest >= 1 && longest <= 4;
    }

    private void personal(
            @Nullable String given,
            @Nullable String middle,
            @Nullable String family,
            @Nullable String suffix,
            boolean guessed) {
        tokens.dropNotes();
        int dba = firstDba();
        int to = dba > 0 ? dba : tokens.n;
        if (to == 1 && oneWord(given, family)) {
            contactAsMain(given, middle, family, suffix);
            return;
        }
        persons(0, to);
        out.kind(out.mainPersons() > 1 ? HOUSEHOLD : PERSON, guessed);
        view(0, to, false);
        if (dba > 0 && dba + 1 < tokens.n) {
            view(dba + 1, tokens.n, true);
        }
        contact(given, middle, family, suffix);
    }

    /** The person fields say more than the display name. */
    private void contactAsMain(
            @Nullable String given, @Nullable String middle, @Nullable String family, @Nullable String suffix) {
        out.kind(PERSON, true);
        contact(given, middle, family, suffix);
        out.mainIsFirst();
        out.fullName();
    }

    /** Adds the person of the given and family name fields, unless it is known. */
    private void contact(
            @Nullable String given, @Nullable String middle, @Nullable String family, @Nullable String suffix) {
        boolean noGiven = given == null || given.isBlank();
        boolean noFamily = family == null || family.isBlank();
        if (noGiven && noFamily) {
            return;
        }
        int g = -1;
        int m = -1;
        if (given != null && !noGiven) {
            tokens.read(given);
            g = tokens.n > 0 ? tokens.id[0] : -1;
            m = tokens.n > 1 ? tokens.id[1] : -1;
        }
        if (middle != null && !middle.isBlank()) {
            tokens.read(middle);
            m = tokens.n > 0 ? tokens.id[0] : m;
        }
        int gen = 0;
        if (suffix != null && !suffix.isBlank()) {
            tokens.read(suffix);
            gen = tokens.n > 0 ? generation(tokens.flags(0)) : 0;
        }
        int s1 = -1;
        int s2 = -1;
        if (family != null && !noFamily) {
            tokens.read(family);
            for (int i = 0; i < tokens.n; i++) {
                int flags = tokens.flags(i);
                if (i > 0 && generation(flags) != 0) {
                    gen = generation(flags);
                } else if ((flags & (Lexicon.PARTICLE | Lexicon.CREDENTIAL)) == 0 || tokens.n == 1) {
                    s2 = s1;
                    s1 = tokens.id[i];
                }
            }
        }
        out.person(g, m, s1, s2, gen, false);
    }

    private static int generation(int flags) {
        return (flags & (Lexicon.GENERATION | Lexicon.ROMAN)) == 0 ? 0 : Lexicon.value(flags) + romanShift(flags);
    }

    /** Jr and II are different marks; II and up are told apart from the numbers of Jr and Sr. */
    private static int romanShift(int flags) {
        return (flags & Lexicon.ROMAN) != 0 ? 8 : 0;
    }

    private void persons(int from, int to) {
        parsed.size = 0;
        int chunk = from;
        int sharedS1 = -1;
        int sharedS2 = -1;
        for (int i = from; i <= to; i++) {
            if (i == to || (tokens.is(i, Lexicon.AND) && !tokens.is(i, Lexicon.SINGLE))) {
                parse(chunk, i, parsed.size == 0);
                chunk = i + 1;
            }
        }
        for (int p = 0; p < parsed.size; p += 5) {
            if (parsed.get(p + 2) >= 0) {
                sharedS1 = parsed.get(p + 2);
                sharedS2 = parsed.get(p + 3);
                if (p > 0) {
                    break;
                }
            }
        }
        int firstS1 = parsed.size > 0 ? parsed.get(2) : -1;
        for (int p = 0; p < parsed.size; p += 5) {
            int s1 = parsed.get(p + 2);
            int s2 = parsed.get(p + 3);
            if (s1 < 0) {
                s1 = p > 0 && firstS1 >= 0 ? firstS1 : sharedS1;
                s2 = p > 0 && firstS1 >= 0 ? parsed.get(3) : sharedS2;
            }
            out.person(parsed.get(p), parsed.get(p + 1), s1, s2, parsed.get(p + 4), true);
        }
    }

    /** One person: "Last, First M" or "First M Last", titles and credentials left out, a generation taken out. */
    private void parse(int from, int to, boolean first) {
        int[] words = new int[Math.max(to - from, 1)];
        int[] gaps = new int[words.length];
        int n = 0;
        int gen = 0;
        int comma = -1;
        int carried = 0;
        for (int i = from; i < to; i++) {
            int flags = tokens.flags(i);
            carried |= i > from ? tokens.gap[i] & Tokens.COMMA : 0;
            boolean lastOnes = n > 0 && i >= to - 2;
            if ((flags & Lexicon.TITLE) != 0 && n == 0 && to - i > 1) {
                continue;
            }
            if ((n > 0 && (flags & Lexicon.GENERATION) != 0)
                    || (lastOnes && n > 1 && (flags & Lexicon.ROMAN) != 0 && (flags & Lexicon.SINGLE) == 0)) {
                gen = generation(flags);
                carried = 0;
                continue;
            }
            boolean tail = lastOnes && n > 1 && (flags & (Lexicon.CREDENTIAL | Lexicon.NUMBER)) != 0;
            if (tail || (n > 0 && (flags & Lexicon.TITLE) != 0)) {
                carried = 0;
                continue;
            }
            if ((flags & Lexicon.PARTICLE) != 0 && to - from > 2) {
                continue;
            }
            if (carried != 0 && comma < 0 && n > 0) {
                comma = n;
            }
            carried = 0;
            gaps[n] = tokens.gap[i];
            words[n++] = tokens.id[i];
        }
        if (n == 0) {
            return;
        }
        if (comma > 0) {
            int s1 = words[comma - 1];
            int s2 = comma > 1 ? words[comma - 2] : -1;
            add(words[comma], comma + 1 < n ? words[comma + 1] : -1, s1, s2, gen);
        } else if (n == 1) {
            add(words[0], -1, -1, -1, gen);
        } else if (!first
                && n == 2
                && (table.flags(words[1]) & Lexicon.SINGLE) != 0
                && parsed.size > 0
                && parsed.get(2) >= 0) {
            add(words[0], words[1], -1, -1, gen);
        } else {
            boolean hyphen = (gaps[n - 1] & Tokens.HYPHEN) != 0 && n > 2;
            int middle = n > (hyphen ? 3 : 2) ? words[1] : -1;
            add(words[0], middle, words[n - 1], hyphen ? words[n - 2] : -1, gen);
        }
    }

    private void add(int given, int middle, int s1, int s2, int gen) {
        parsed.add(given);
        parsed.add(middle);
        parsed.add(s1);
        parsed.add(s2);
        parsed.add(gen);
    }

    /** Adds the words of a name: legal form, series number and stop words taken out. */
    private void view(int from, int to, boolean organisation) {
        int legal = 0;
        int series = 0;
        int kept = 0;
        int end = organisation ? endOfName(from, to) : to;
        for (int i = from; i < end; i++) {
            int flags = tokens.flags(i);
            boolean first = kept == 0;
            boolean note = (tokens.gap[i] & Tokens.BRACKET) != 0
                    || ((tokens.gap[i] & Tokens.HASH) != 0 && (flags & Lexicon.NUMBER) != 0);
            if (note && i > from) {
                continue;
            }
            if (organisation) {
                int form = legalForm(i, end, first);
                if (form != 0) {
                    legal = form & 15;
                    i += (form >> 4) - 1;
                } else if (kept > 0 && cutForm(i, end)) {
                    break;
                } else if (kept > 0 && isSeries(i, end, flags)) {
                    series = seriesValue(i, flags);
                } else if ((flags & Lexicon.STOP) == 0) {
                    out.word(table.canonical(tokens.id[i]));
                    kept++;
                }
            } else if ((flags & (Lexicon.STOP | Lexicon.GENERATION | Lexicon.SINGLE)) == 0
                    && ((flags & Lexicon.TITLE) == 0 || to - from == 1)
                    && ((flags & Lexicon.NUMBER) == 0 || first)) {
                out.word(tokens.id[i]);
                kept++;
            }
        }
        if (kept == 0) {
            for (int i = from; i < end; i++) {
                out.word(tokens.id[i]);
            }
        }
        out.endView(legal, series);
    }

    private int endOfName(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if ((tokens.gap[i] & Tokens.DASH) != 0) {
                return i;
            }
        }
        return to;
    }

    private boolean isSeries(int i, int to, int flags) {
        boolean restIsForm = true;
        for (int k = i + 1; k < to && restIsForm; k++) {
            int form = legalForm(k, to, false);
            restIsForm = form != 0 || (tokens.gap[k] & Tokens.BRACKET) != 0 || cutForm(k, to);
            k += form == 0 ? 0 : (form >> 4) - 1;
        }
        boolean roman = (flags & Lexicon.ROMAN) != 0;
        boolean number = (flags & Lexicon.NUMBER) != 0 && table.length(tokens.id[i]) <= 4;
        return restIsForm && (roman || number);
    }

    /** What is left of "LLC" or "Inc" at the end of a name that was cut off. */
    private boolean cutForm(int i, int to) {
        if (i != to - 1 || table.length(tokens.id[i]) > 2) {
            return false;
        }
        String rest = table.text(tokens.id[i]);
        return rest.equals("ll") || rest.equals("l") || rest.equals("in");
    }

    private int seriesValue(int i, int flags) {
        return (flags & Lexicon.ROMAN) != 0
                ? (Lexicon.value(flags) & 31) << 1 | 1
                : Integer.parseInt(table.text(tokens.id[i])) << 1;
    }

    /** The legal form at a place, and in the bits from 4 how many words it takes; 0 if there is none. */
    private int legalForm(int i, int to, boolean first) {
        if (first || (tokens.flags(i) & (Lexicon.LEGAL | Lexicon.PROFESSIONAL)) == 0) {
            return 0;
        }
        String a = table.text(tokens.id[i]);
        String b = i + 1 < to ? table.text(tokens.id[i + 1]) : "";
        String c = i + 2 < to ? table.text(tokens.id[i + 2]) : "";
        if (a.equals("limited") && b.equals("liability")) {
            if (c.equals("company")) {
                return 3 << 4 | Lexicon.LLC;
            }
            return c.equals("partnership") ? 3 << 4 | Lexicon.LLP : 0;
        }
        if (a.equals("limited") && b.equals("partnership")) {
            return 2 << 4 | Lexicon.LP;
        }
        if (a.equals("professional") && (b.equals("corporation") || b.equals("association"))) {
            return 2 << 4 | Lexicon.PC;
        }
        if (a.equals("professional") && b.equals("limited") && c.equals("liability")) {
            return (i + 3 < to ? 4 : 3) << 4 | Lexicon.PLLC;
        }
        int flags = tokens.flags(i);
        if ((flags & Lexicon.LEGAL) == 0) {
            return 0;
        }
        int form = Lexicon.value(flags);
        boolean strong = form <= Lexicon.PLLC && table.length(tokens.id[i]) > 2;
        boolean atEnd = true;
        for (int k = i + 1; k < to; k++) {
            atEnd &= (tokens.flags(k) & (Lexicon.LEGAL | Lexicon.NUMBER)) != 0;
        }
        return strong || atEnd ? 1 << 4 | form : 0;
    }
}
