// Long because the columns of a side are filled in one pass over the records.
package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.index.Ints;
import dev.tieout.matching.internal.index.Longs;
import dev.tieout.matching.internal.text.Placeholders;
import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.internal.text.WordTable;
import dev.tieout.model.Address;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one side into columns, with words numbered by a table of its own, and packs them. Not thread-safe. Long, because a
 * column is a field and a line wherever rows begin or end.
 */
public final class SideBuilder {
    static final int GUESSED = 1;
    static final int TRUNCATED = 2;
    static final int BESIDE_COMPANY = 4;
    static final int CONTACT_ONLY = 8;
    /** Marks a further reading of the record before. */
    static final int FURTHER = 16;

    static final int IF_CODED_FIRST = 32;
    static final int IF_CODED_LAST = 64;
    /** Marks a person whom the name itself names. */
    static final int MAIN = 256;
    /** What the old desktop program cut names at. */
    private static final int DESKTOP_LIMIT = 41;

    /** A table of so many words stays in a core's cache. */
    private static final int MANY_WORDS = 1 << 16;

    /** What is longer is no address (RFC 5321: 64 before the @, 255 after it). */
    private static final int LONGEST_EMAIL = 320;

    final WordTable table;
    final Ints kind = new Ints(1024);
    final Ints viewStart = new Ints(1024);
    final Ints personStart = new Ints(1024);
    final Ints emailStart = new Ints(1024);
    final Ints phoneStart = new Ints(1024);
    final Longs viewKey = new Longs(1024);
    final Longs viewStrict = new Longs(1024);
    final Ints viewMarks = new Ints(1024);
    final Ints wordStart = new Ints(1024);
    final Ints words = new Ints(4096);
    final Ints persons = new Ints(4096);
    /** A number of each id. */
    final Longs tie = new Longs(1024);
    /** The words of the display name in their order. */
    final Longs displayKey = new Longs(1024);

    final Longs emails = new Longs(1024);
    final Ints emailChars = new Ints(1024);
    final Ints emailLocal = new Ints(1024);
    final Ints emailDomain = new Ints(1024);
    final Ints emailLetters = new Ints(1024);
    /** The length before the @, and in the lower half that of all. */
    final Ints emailLength = new Ints(1024);

    final Longs phones = new Longs(1024);
    final Ints address = new Ints(4096);
    private byte[] pool = new byte[1 << 14];
    private int poolSize;
    /** Rows: one for each reading of each record. */
    int n;

    int records;

    private final NameReader reader;
    private final AddressReader addresses;
    private int kindNow;
    private int reading;
    private int truncated;
    private int viewWords;
    private int mainPersons;

    /** An empty side. */
    public SideBuilder() {
        this(new WordTable());
    }

    public SideBuilder(WordTable table) {
        this.table = table;
        reader = new NameReader(table, this);
        addresses = new AddressReader(table);
    }

    /**
     * Adds a record.
     *
     * @param id its id
     * @param display its display name
     * @param company its company name, or {@code null}
     * @param given the given name field, or {@code null}
     * @param middle the middle name field, or {@code null}
     * @param family the family name field, or {@code null}
     * @param suffix the suffix field, or {@code null}
     * @param business whether it is a business, or {@code null} if nobody knows
     * @param emailFields its e-mail fields, each of which may hold several addresses
     * @param phoneNumbers its phone numbers
     * @param postal its address, or {@code null}
     */
    public void add(
            String id,
            String display,
            @Nullable String company,
            @Nullable String given,
            @Nullable String middle,
            @Nullable String family,
            @Nullable String suffix,
            @Nullable Boolean business,
            List<String> emailFields,
            List<String> phoneNumbers,
            @Nullable Address postal) {
        begin();
        records++;
        tie.add(TextKeys.hash(id, 0, id.length()));
        for (String field : emailFields) {
            email(field);
        }
        for (String p : phoneNumbers) {
            phone(p);
        }
        addresses.read(postal, address);
        address.add(-1);
        address.add(-1);
        address.add(-1);
        boolean cut = display.length() >= DESKTOP_LIMIT - 1 && display.length() <= DESKTOP_LIMIT;
        truncated = cut ? TRUNCATED << 8 : 0;
        reader.read(withoutDeleted(display), company, given, middle, family, suffix, business);
        end();
    }

    /** What follows is another way to read the record. */
    void anotherReading(int flag) {
        end();
        begin();
        for (int i = 2; i < Side.HEAD; i++) {
            address.add(-1);
        }
        reading = (FURTHER | flag) << 8;
    }

    /**
     * Packs what was added, and is ready for other records.
     *
     * @return the records added since the last time
     */
    public SidePart pack() {
        SidePart part = new SidePart(this);
        for (Ints column : new Ints[] {
            kind,
            viewStart,
            personStart,
            emailStart,
            phoneStart,
            viewMarks,
            wordStart,
            words,
            persons,
            emailChars,
            emailLocal,
            emailDomain,
            emailLetters,
            emailLength,
            address
        }) {
            column.size = 0;
        }
        for (Longs column : new Longs[] {viewKey, viewStrict, tie, displayKey, emails, phones}) {
            column.size = 0;
        }
        poolSize = 0;
        n = 0;
        records = 0;
        return part;
    }

    /**
     * Says whether it has seen so many words that another one would be faster.
     *
     * @return {@code true} if so
     */
    public boolean full() {
        return table.size() > MANY_WORDS;
    }

    byte[] text() {
        return Arrays.copyOf(pool, poolSize);
    }

    /** QuickBooks stores an inactive name as {@code Name (deleted)} (QuickBooks fact E5.8). */
    private static String withoutDeleted(String name) {
        return name.endsWith(" (deleted)") && name.length() > 10 ? name.substring(0, name.length() - 10) : name;
    }

    private void begin() {
        viewStart.add(viewKey.size);
        personStart.add(persons.size / 5);
        emailStart.add(emails.size);
        phoneStart.add(phones.size);
        mainPersons = 0;
        viewWords = words.size;
        kindNow = 0;
        reading = 0;
    }

    private void end() {
        kind.add(kindNow | reading | truncated);
        n++;
    }

    /** Puts what stands apart in the name beside the address of the record's first reading. */
    private void apart(int cell, int word) {
        address.a[address.size - Side.HEAD + cell] = word;
    }

    void code(int word) {
        apart(8, word);
    }

    void note(int word, int word2) {
        apart(9, word);
        apart(10, word2);
    }

    void displayKey(long key) {
        displayKey.add(key);
    }

    void kind(int value, boolean guessed) {
        kindNow = value | (guessed ? GUESSED << 8 : 0);
    }

    /** Marks the reading: what stands beside the name may be a firm that the person stands for. */
    void beside() {
        reading |= BESIDE_COMPANY << 8;
    }

    int kindNow() {
        return kindNow & 255;
    }

    void word(int id) {
        words.add(id);
    }

    void endView(int legal, int series) {
        int from = viewWords;
        long key = 0;
        long strict = legal;
        for (int i = from; i < words.size; i++) {
            long h = table.hash(words.a[i]);
            key += TextKeys.mix(h);
            strict = TextKeys.mix(strict * 31 + h);
        }
        if (words.size == from) {
            return;
        }
        Arrays.sort(words.a, from, words.size);
        wordStart.add(from);
        viewKey.add(key);
        viewStrict.add(strict);
        viewMarks.add(legal | series << 6);
        viewWords = words.size;
    }

    /** The key of the record's last name so far; 0 if it has none. */
    long lastKey() {
        return viewKey.size > viewStart.a[viewStart.size - 1] ? viewKey.a[viewKey.size - 1] : 0;
    }

    /** Drops the record's last name if it says the same as the one before. */
    void dropLastViewIf(long key) {
        int first = viewStart.a[viewStart.size - 1];
        if (viewKey.size - first >= 2 && viewKey.a[viewKey.size - 1] == key && viewKey.a[viewKey.size - 2] == key) {
            int marks = viewMarks.a[viewMarks.size - 1];
            viewMarks.size--;
            viewKey.size--;
            viewStrict.size--;
            wordStart.size--;
            words.size = wordStart.a[wordStart.size];
            viewWords = words.size;
            if (viewMarks.a[viewMarks.size - 1] == 0) {
                viewMarks.a[viewMarks.size - 1] = marks;
            }
        }
    }

    int mainPersons() {
        return mainPersons;
    }

    void person(int given, int middle, int s1, int s2, int generation, boolean main) {
        int first = personStart.a[personStart.size - 1];
        for (int p = first; p < persons.size / 5; p++) {
            if (persons.a[p * 5] == given && persons.a[p * 5 + 2] == s1) {
                enrich(p * 5, middle, s2, generation);
                return;
            }
        }
        persons.add(given);
        persons.add(middle);
        persons.add(s1);
        persons.add(s2);
        persons.add(generation | (main ? MAIN : 0));
        if (main) {
            mainPersons++;
        }
    }

    /** Makes the record's only person one that its name names. */
    void mainIsFirst() {
        persons.a[persons.size - 1] |= MAIN;
        mainPersons = 1;
    }

    /** Adds the last person's given name and surname as the words of the name. */
    void fullName() {
        for (int k : new int[] {5, 3, 2}) {
            int w = persons.a[persons.size - k];
            if (w >= 0) {
                word(w);
            }
        }
        endView(0, 0);
    }

    private void enrich(int at, int middle, int s2, int generation) {
        if (persons.a[at + 1] < 0 || (middle >= 0 && table.length(middle) > table.length(persons.a[at + 1]))) {
            persons.a[at + 1] = middle >= 0 ? middle : persons.a[at + 1];
        }
        if (persons.a[at + 3] < 0) {
            persons.a[at + 3] = s2;
        }
        if ((persons.a[at + 4] & 255) == 0) {
            persons.a[at + 4] |= generation;
        }
    }

    void email(String field) {
        for (String e : TextKeys.emails(field)) {
            if (e.length() > LONGEST_EMAIL || Placeholders.isPlaceholder(e)) {
                continue;
            }
            long hash = TextKeys.hash(e, 0, e.length());
            boolean known = false;
            for (int i = emailStart.a[emailStart.size - 1]; i < emails.size; i++) {
                known |= emails.a[i] == hash;
            }
            if (!known) {
                emails.add(hash);
                parts(e);
                emailChars.add(poolSize);
                chars(e);
            }
        }
    }

    private void parts(String e) {
        int at = e.lastIndexOf('@');
        int letters = 0;
        for (int i = 0; i < at; i++) {
            letters |= 1 << (e.charAt(i) & 31);
        }
        emailLocal.add((int) TextKeys.hash(e, 0, at));
        emailDomain.add((int) TextKeys.hash(e, at + 1, e.length()));
        emailLetters.add(letters);
        emailLength.add(at << 16 | e.length());
    }

    private void chars(String e) {
        if (poolSize + e.length() > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, poolSize + e.length()));
        }
        for (int i = 0; i < e.length(); i++) {
            pool[poolSize++] = (byte) e.charAt(i);
        }
    }

    void phone(String number) {
        String digits = TextKeys.phoneDigits(number);
        if (digits.isEmpty() || digits.length() > 18) {
            return;
        }
        long value = Long.parseLong(digits);
        for (int i = phoneStart.a[phoneStart.size - 1]; i < phones.size; i++) {
            if (phones.a[i] == value) {
                return;
            }
        }
        if (value != 0) {
            phones.add(value);
        }
    }
}
