// Long because a name is read in one pass: persons, households and companies are told apart while reading.
package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.index.Ints;
import dev.tieout.matching.internal.text.LegalForms;
import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.internal.text.Tokens;
import dev.tieout.matching.internal.text.WordTable;
import java.util.Arrays;
import java.util.List;
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
    private final Apart apart;
    private PersonFields person = new PersonFields(null, null, null, null);

    /** The fields for a person's names. */
    private record PersonFields(
            @Nullable String given,
            @Nullable String middle,
            @Nullable String family,
            @Nullable String suffix) {}

    NameReader(WordTable table, SideBuilder out) {
        this.table = table;
        this.tokens = new Tokens(table);
        this.out = out;
        apart = new Apart(table);
    }

    /** @param hint {@code TRUE} business, {@code FALSE} person, {@code null} unknown */
    void read(
            String display,
            @Nullable String companyField,
            @Nullable String given,
            @Nullable String middle,
            @Nullable String family,
            @Nullable String suffix,
            @Nullable Boolean hint) {
        person = new PersonFields(given, middle, family, suffix);
        tokens.read(withDba(display));
        out.displayKey(tokens.key());
        apart.plain(display);
        boolean commas = firmAtComma();
        if (commas || mayHoldMore(display)) {
            apart.read(display, commas, given, family);
            apart.hand(out);
        }
        String company = realCompany(companyField);
        String name = withDba(apart.name);
        if (!apart.name.equals(display)) {
            tokens.read(name);
        }
        boolean coded = !Boolean.FALSE.equals(hint) && mayBeCoded();
        if (hint == null && company == null && codedPerson()) {
            name = withoutFirst(name);
            tokens.read(name);
        }
        if (company == null && !Boolean.FALSE.equals(hint) && apart.personAndFirm()) {
            organisation(apart.firm, true);
            contact();
            another(SideBuilder.CONTACT_ONLY, name, hint);
        } else if (company != null || Boolean.TRUE.equals(hint)) {
            organisation(company == null || company.equals(display) ? null : company, false);
            contact();
            more();
            if (hint == null && company != null) {
                another(out.kindNow() > BUSINESS ? SideBuilder.CONTACT_ONLY : SideBuilder.BESIDE_COMPANY, name, hint);
            }
        } else if (apart.contact != null && hint == null && !personalNow()) {
            organisation(null, false);
            contact();
            more();
            another(SideBuilder.CONTACT_ONLY, apart.contact, hint);
        } else {
            plain(hint);
            more();
        }
        if (apart.otherPerson != null && company == null) {
            another(0, apart.otherPerson, hint);
        }
        if (apart.perhapsFirm != null && company == null && hint == null) {
            out.beside();
            out.anotherReading(0);
            organisation(apart.perhapsFirm, name);
        }
        if (coded) {
            ifCoded(name, hint, company != null);
        }
    }

    private boolean mayBeCoded() {
        return tokens.n > 1 && (tokens.is(0, Lexicon.DIGITS) || tokens.is(tokens.n - 1, Lexicon.DIGITS));
    }

    /** An organisation and the person to talk to. */
    private void organisation(String firm, String contact) {
        tokens.read(contact);
        persons(0, tokens.n);
        tokens.read(firm);
        out.kind(Math.max(BUSINESS, kindOfWords()), true);
        view(0, tokens.n, true);
    }

    /** What the name is without any other one to go by. */
    private void plain(@Nullable Boolean hint) {
        if (kindOfWords() >= TRUST) {
            out.kind(kindOfWords(), false);
            view(0, tokens.n, true);
            contact();
        } else if (hint != null || looksPersonal(0, tokens.n) || oneWord()) {
            personal(hint == null);
        } else if (namesThePerson()) {
            contactAsMain();
        } else {
            organisation(null, false);
            contact();
        }
    }

    private boolean personalNow() {
        return kindOfWords() < TRUST && apart.mainIsPerson;
    }

    /** The other names of an organisation, and the person to talk to. */
    private void more() {
        if (apart.firm != null && out.kindNow() >= BUSINESS) {
            tokens.read(apart.firm);
            view(0, tokens.n, true);
        }
        if (apart.contact != null && out.kindNow() >= BUSINESS) {
            tokens.read(apart.contact);
            persons(0, tokens.n);
        }
    }

    /** Adds a person as another reading, if a name looks like one. */
    private void another(int flag, String name, @Nullable Boolean hint) {
        tokens.read(name);
        if (hint == null && looksPersonal(0, tokens.n) && kindOfWords() < TRUST) {
            out.anotherReading(flag);
            personal(true);
        }
    }

    /** A number or a code in front of or behind the name, with nothing but a blank between: the list tells whether it is. */
    private void ifCoded(String name, @Nullable Boolean hint, boolean company) {
        tokens.read(name);
        int n = tokens.n;
        if (n < 2) {
            return;
        }
        boolean first = apart.codeLike(tokens.id[0]) && !street();
        boolean last = apart.codeLike(tokens.id[n - 1])
                && (!tokens.is(n - 1, Lexicon.NUMBER) || table.length(tokens.id[n - 1]) > 4);
        if (!first && !last) {
            return;
        }
        int code = first ? tokens.id[0] : tokens.id[n - 1];
        tokens.read(first ? withoutFirst(name) : withoutLast(name));
        if (tokens.n > 0) {
            out.anotherReading(first ? SideBuilder.IF_CODED_FIRST : SideBuilder.IF_CODED_LAST);
            out.code(code);
            if (company && looksPersonal(0, tokens.n)) {
                personal(true);
                out.beside();
            } else {
                plain(hint);
            }
        }
    }

    private boolean street() {
        boolean any = false;
        for (int i = 1; i < tokens.n; i++) {
            any |= tokens.is(i, Lexicon.STREET_WORD) && !tokens.is(i, Lexicon.SINGLE);
        }
        return any && tokens.is(0, Lexicon.NUMBER);
    }

    /** A code in front of exactly the person that the fields name. */
    private boolean codedPerson() {
        if (tokens.n < 3 || !apart.codeLike(tokens.id[0]) || !looksPersonal(1, tokens.n) || !namesThePerson()) {
            return false;
        }
        out.code(tokens.id[0]);
        return true;
    }

    private static String withoutFirst(String name) {
        return name.strip().replaceFirst("^\\S+\\s+", "");
    }

    private static String withoutLast(String name) {
        return name.strip().replaceFirst("\\s+\\S+$", "");
    }

    private boolean mayHoldMore(String display) {
        for (int i = 0; i < tokens.n; i++) {
            if (tokens.is(i, Lexicon.CARE)) {
                return true;
            }
        }
        return NameParts.mayHoldMore(display);
    }

    /** A comma that may stand between a firm and a person: behind a legal form or a trade, or before a firm's name. */
    private boolean firmAtComma() {
        int all = 0;
        int commas = 0;
        for (int i = 0; i < tokens.n; i++) {
            all |= tokens.flags(i);
            commas += i > 0 && (tokens.gap[i] & Tokens.COMMA) != 0 && !tokens.is(i, Lexicon.LEGAL) ? 1 : 0;
        }
        return commas > 0 && (all & (Lexicon.LEGAL | Lexicon.TRADE)) != 0;
    }

    /** The company, unless the field holds a word for none, or the person once more. */
    private @Nullable String realCompany(@Nullable String company) {
        if (company == null || company.isBlank() || apart.nothing(company)) {
            return null;
        }
        boolean person = looksPersonal(0, tokens.n) && namesThePerson();
        return person && TextKeys.nameKey(company).equals(TextKeys.nameKey(apart.name)) ? null : company;
    }

    private static String withDba(String display) {
        return display.indexOf('/') < 0
                ? display
                : display.replaceAll("(?i)\\b(?:[df]/[bk]/a|a/k/a|t/a)\\b", "dba")
                        .replaceAll("(?i)\\b([as])/([as])\\b", "$1$2");
    }

    private void organisation(@Nullable String company, boolean contactFirst) {
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
        if (contactFirst || isContact(from, to)) {
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
    private boolean isContact(int from, int to) {
        String given = person.given();
        String family = person.family();
        if (given == null || family == null || given.isBlank() || family.isBlank()) {
            return looksPersonal(from, to) && to - from <= 3;
        }
        int[] ids = Arrays.copyOfRange(tokens.id, from, to);
        return holds(ids, given) && holds(ids, family) && looksPersonal(from, to);
    }

    /** A single word is a person's if a person field says so. */
    private boolean oneWord() {
        String given = person.given();
        String family = person.family();
        boolean filled = (given != null && !given.isBlank()) || (family != null && !family.isBlank());
        return filled && tokens.n == 1 && !tokens.is(0, Lexicon.TRADE);
    }

    /** The person fields are in the display name, and what else is there does not make it a firm's. */
    private boolean namesThePerson() {
        String given = person.given();
        String family = person.family();
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

    private void personal(boolean guessed) {
        tokens.dropNotes();
        int dba = firstDba();
        int to = dba > 0 ? dba : tokens.n;
        if (to == 1 && oneWord()) {
            contactAsMain();
            return;
        }
        persons(0, to);
        out.kind(out.mainPersons() > 1 ? HOUSEHOLD : PERSON, guessed);
        view(0, to, false);
        if (dba > 0 && dba + 1 < tokens.n) {
            view(dba + 1, tokens.n, true);
        }
        contact();
    }

    /** The person fields say more than the display name. */
    private void contactAsMain() {
        out.kind(PERSON, true);
        contact();
        out.mainIsFirst();
        out.fullName();
    }

    /** Adds the person of the given and family name fields, unless it is known. */
    private void contact() {
        String given = person.given();
        String middle = person.middle();
        String family = person.family();
        String suffix = person.suffix();
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
            boolean two = hyphen || n > 3;
            add(words[0], middle, words[n - 1], two ? words[n - 2] : -1, gen);
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
        if (organisation && end - from > 1 && Spelling.currency(table.text(tokens.id[end - 1]))) {
            end--;
        }
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
                    legal = form & 63;
                    i += (form >> 6) - 1;
                } else if (kept > 0 && cutForm(i, end)) {
                    break;
                } else if (kept > 0 && isSeries(i, end, flags)) {
                    series = seriesValue(i, flags);
                } else if ((flags & Lexicon.STOP) == 0) {
                    i += Spelling.more(tokens, table, i, end);
                    out.word(Spelling.inFull(tokens, table, i, end, kept == 0));
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
        if (organisation && legal == 0 && end - from > 1) {
            formInFront(from, end);
        }
    }

    /** "Oy Lumikki Design": a short form in front, which may be initials just as well, is another name without it. */
    private void formInFront(int from, int end) {
        for (LegalForms.Form form : LegalForms.beginningWith(table.text(tokens.id[from]))) {
            int words = form.words().size();
            if (form.form() > Lexicon.LTD
                    && spelled(form.words(), from, end)
                    && (from + words + 1 < end || !tokens.is(end - 1, Lexicon.TRADE))) {
                for (int i = from + words; i < end; i++) {
                    if ((tokens.flags(i) & Lexicon.STOP) == 0) {
                        out.word(Spelling.inFull(tokens, table, i, end, false));
                    }
                }
                out.endView(form.form(), 0);
                return;
            }
        }
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
            k += form == 0 ? 0 : (form >> 6) - 1;
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

    /** The legal form at a place, and in the bits from 6 how many words it takes; 0 if there is none. */
    private int legalForm(int i, int to, boolean first) {
        int flags = tokens.flags(i);
        if ((flags & (Lexicon.LEGAL | Lexicon.PROFESSIONAL)) == 0
                && !table.text(tokens.id[i]).equals("s")) {
            return 0;
        }
        for (LegalForms.Form form : LegalForms.beginningWith(table.text(tokens.id[i]))) {
            int words = form.words().size();
            boolean unmistakable = words > 1 || form.words().get(0).length() > 3;
            if (spelled(form.words(), i, to) && (first ? unmistakable && i + words < to : atEnd(i + words, to))) {
                return words << 6 | form.form();
            }
        }
        if (first || (flags & Lexicon.LEGAL) == 0) {
            return 0;
        }
        int form = Lexicon.value(flags);
        boolean strong = form > 0 && form <= Lexicon.PLLC && table.length(tokens.id[i]) > 2;
        return form > 0 && (strong || atEnd(i + 1, to)) ? 1 << 6 | form : 0;
    }

    private boolean spelled(List<String> words, int from, int to) {
        if (from + words.size() > to) {
            return false;
        }
        for (int k = 0; k < words.size(); k++) {
            if (!table.text(tokens.id[from + k]).equals(words.get(k))) {
                return false;
            }
        }
        return true;
    }

    private boolean atEnd(int from, int to) {
        for (int k = from; k < to; k++) {
            if ((tokens.flags(k) & (Lexicon.LEGAL | Lexicon.NUMBER)) == 0) {
                return false;
            }
        }
        return true;
    }
}
