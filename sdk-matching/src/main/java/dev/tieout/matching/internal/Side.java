// Long because packing, reading and compacting the cells know one layout.
package dev.tieout.matching.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One side's records. All that is compared of a record stands in one stretch of {@link #cells}: comparing two strangers
 * then costs two or three misses of the cache, not a dozen. The methods take the place of a record, a person, an address
 * or a name in the cells, as {@link #at} and its like return it. Records may be added and rows given other records; it is
 * thread-safe while nobody does.
 */
final class Side {
    /** Cells of a person: given, middle, surname, other half of the surname, generation and whether named first. */
    static final int PERSON = 5;

    /** Cells of an e-mail address: its hash in two, hashes of both parts, the letters before the @, text, lengths. */
    private static final int EMAIL = 7;

    private static final int PHONE = 2;
    /** Kind, sizes, and the address: house number, two words of the street, city, postal code. */
    private static final int HEAD = 7;
    /** Cells of a name before its words: two keys in two each, marks, how many words. */
    private static final int VIEW = 6;

    /** Cells before a record's place, which are not compared: the number of its id, the key of its display name. */
    private static final int IDENTITY = 4;

    /** How many records there are; their rows are those below. */
    int n;

    int[] cells;
    byte[] pool;
    private int[] at;
    private int size;
    private int poolSize;
    /** How many of the cells are of records that are gone. */
    private int garbage;

    private Side(SideBuilder[] parts, int[][] remap) {
        int rows = 0;
        int most = 0;
        int chars = 0;
        for (SideBuilder p : parts) {
            rows += p.n;
            most += cells(p);
            chars += p.poolSize;
        }
        n = rows;
        at = new int[n];
        cells = new int[most];
        pool = new byte[chars];
        int row = 0;
        for (int t = 0; t < parts.length; t++) {
            int text = chars(parts[t]);
            for (int r = 0; r < parts[t].n; r++) {
                at[row++] = pack(parts[t], r, remap[t], text);
            }
            // A million records' columns should not stay beside the cells.
            Arrays.fill(parts, t, t + 1, null);
        }
    }

    static Side of(SideBuilder[] parts, int[][] remap) {
        return new Side(parts, remap);
    }

    private static int cells(SideBuilder p) {
        return p.n * (IDENTITY + HEAD)
                + p.persons.size
                + p.emails.size * EMAIL
                + p.phones.size * PHONE
                + p.viewKey.size * VIEW
                + p.words.size;
    }

    private int chars(SideBuilder p) {
        int text = poolSize;
        System.arraycopy(p.pool, 0, pool, text, p.poolSize);
        poolSize += p.poolSize;
        return text;
    }

    /**
     * Adds the records of a builder whose words are numbered like this side's. They have places and no rows yet.
     *
     * @return the place of each
     */
    int[] append(SideBuilder p) {
        if (size + cells(p) > cells.length) {
            cells = Arrays.copyOf(cells, size + cells(p) + (size >> 2));
        }
        if (poolSize + p.poolSize > pool.length) {
            pool = Arrays.copyOf(pool, poolSize + p.poolSize + (poolSize >> 2));
        }
        int text = chars(p);
        int[] places = new int[p.n];
        for (int r = 0; r < p.n; r++) {
            places[r] = pack(p, r, null, text);
        }
        return places;
    }

    /** Gives a row the record at a place; rows beyond the last one may be given in any order. */
    void place(int row, int p) {
        if (row >= at.length) {
            at = Arrays.copyOf(at, row + (row >> 1) + 4);
        }
        at[row] = p;
    }

    /** Says that a record that was at a place is in no row any more. */
    void drop(int p) {
        garbage += end(p) - p + IDENTITY;
    }

    /** Makes the cells anew once more than half of them are of records that are gone. */
    void compact() {
        if (garbage * 2 < size) {
            return;
        }
        int[] old = cells;
        byte[] oldPool = pool;
        int[] ends = new int[n];
        for (int r = 0; r < n; r++) {
            ends[r] = end(at[r]);
        }
        cells = new int[size - garbage];
        pool = new byte[poolSize];
        size = 0;
        poolSize = 0;
        garbage = 0;
        for (int r = 0; r < n; r++) {
            int from = at[r] - IDENTITY;
            System.arraycopy(old, from, cells, size, ends[r] - from);
            at[r] = size + IDENTITY;
            size += ends[r] - from;
            for (int k = 0; k < emails(at[r]); k++) {
                int email = email(at[r], k);
                int length = cells[email + 6] & 0xffff;
                System.arraycopy(oldPool, cells[email + 5], pool, poolSize, length);
                cells[email + 5] = poolSize;
                poolSize += length;
            }
        }
        pool = Arrays.copyOf(pool, poolSize);
    }

    private int pack(SideBuilder p, int r, int @Nullable [] remap, int text) {
        int persons = p.personStart.size(r, p.persons.size / PERSON);
        int emails = p.emailStart.size(r, p.emails.size);
        int phones = p.phoneStart.size(r, p.phones.size);
        int views = p.viewStart.size(r, p.viewKey.size);
        int place = put(p.displayKey.a[r], put(p.tie.a[r], size));
        int to = place;
        cells[to++] = p.kind.a[r];
        cells[to++] = persons | emails << 8 | phones << 16 | views << 24;
        for (int k = 0; k < PERSON; k++) {
            cells[to++] = word(p.address.a[r * PERSON + k], remap);
        }
        for (int k = 0; k < persons * PERSON; k++) {
            int v = p.persons.a[p.personStart.a[r] * PERSON + k];
            cells[to++] = k % PERSON == PERSON - 1 ? v : word(v, remap);
        }
        for (int e = p.emailStart.a[r]; e < p.emailStart.a[r] + emails; e++) {
            to = put(p.emails.a[e], to);
            cells[to++] = p.emailLocal.a[e];
            cells[to++] = p.emailDomain.a[e];
            cells[to++] = p.emailLetters.a[e];
            cells[to++] = p.emailChars.a[e] + text;
            cells[to++] = p.emailLength.a[e];
        }
        for (int e = p.phoneStart.a[r]; e < p.phoneStart.a[r] + phones; e++) {
            to = put(p.phones.a[e], to);
        }
        for (int v = p.viewStart.a[r]; v < p.viewStart.a[r] + views; v++) {
            to = view(p, v, remap, to);
        }
        size = to;
        return place;
    }

    private int view(SideBuilder p, int v, int @Nullable [] remap, int from) {
        int words = p.wordStart.size(v, p.words.size);
        int to = put(p.viewStrict.a[v], put(p.viewKey.a[v], from));
        cells[to++] = p.viewMarks.a[v];
        cells[to++] = words;
        for (int w = 0; w < words; w++) {
            cells[to + w] = word(p.words.a[p.wordStart.a[v] + w], remap);
        }
        Arrays.sort(cells, to, to + words);
        return to + words;
    }

    private static int word(int id, int @Nullable [] remap) {
        return id < 0 || remap == null ? id : remap[id];
    }

    private int put(long value, int to) {
        cells[to] = (int) value;
        cells[to + 1] = (int) (value >>> 32);
        return to + 2;
    }

    private long get(int from) {
        return (cells[from] & 0xffffffffL) | (long) cells[from + 1] << 32;
    }

    int at(int row) {
        return at[row];
    }

    /** A number of the record's id: the same whatever row it has, so that it breaks ties. */
    long tie(int p) {
        return get(p - IDENTITY);
    }

    /** The words of the display name in their order. */
    long displayKey(int p) {
        return get(p - IDENTITY + 2);
    }

    private int end(int p) {
        int view = firstView(p);
        for (int v = 0; v < views(p); v++) {
            view = nextView(view);
        }
        return view;
    }

    int kindOf(int p) {
        return cells[p] & 255;
    }

    boolean guessed(int p) {
        return (cells[p] >> 8 & SideBuilder.GUESSED) != 0;
    }

    boolean truncated(int p) {
        return (cells[p] >> 8 & SideBuilder.TRUNCATED) != 0;
    }

    boolean personal(int p) {
        return kindOf(p) <= NameReader.HOUSEHOLD;
    }

    int number(int p) {
        return cells[p + 2];
    }

    int street(int p) {
        return cells[p + 3];
    }

    int street2(int p) {
        return cells[p + 4];
    }

    int city(int p) {
        return cells[p + 5];
    }

    int zip(int p) {
        return cells[p + 6];
    }

    int persons(int p) {
        return cells[p + 1] & 255;
    }

    int person(int p, int k) {
        return p + HEAD + k * PERSON;
    }

    /** Whether the record's name names the person; else a field beside it does. */
    boolean main(int person) {
        return cells[person + 4] >= SideBuilder.MAIN;
    }

    int emails(int p) {
        return cells[p + 1] >> 8 & 255;
    }

    int email(int p, int k) {
        return person(p, persons(p)) + k * EMAIL;
    }

    long emailHash(int email) {
        return get(email);
    }

    int localHash(int email) {
        return cells[email + 2];
    }

    int domainHash(int email) {
        return cells[email + 3];
    }

    /** A bit for each letter and digit before the @. */
    int letters(int email) {
        return cells[email + 4];
    }

    int localLength(int email) {
        return cells[email + 6] >>> 16;
    }

    Letters local(int email) {
        int from = cells[email + 5];
        return new Letters(pool, from, from + localLength(email));
    }

    Letters domain(int email) {
        int from = cells[email + 5];
        return new Letters(pool, from + localLength(email) + 1, from + (cells[email + 6] & 0xffff));
    }

    int phones(int p) {
        return cells[p + 1] >> 16 & 255;
    }

    int phone(int p, int k) {
        return email(p, emails(p)) + k * PHONE;
    }

    long phoneValue(int phone) {
        return get(phone);
    }

    int views(int p) {
        return cells[p + 1] >>> 24;
    }

    int firstView(int p) {
        return phone(p, phones(p));
    }

    int nextView(int view) {
        return firstWord(view) + words(view);
    }

    /** The same for the same words in any order. */
    long viewKey(int view) {
        return get(view);
    }

    /** The same for the same words in the same order with the same legal form. */
    long viewStrict(int view) {
        return get(view + 2);
    }

    /** The legal form in four bits, above them the number in a series. */
    int viewMarks(int view) {
        return cells[view + 4];
    }

    int words(int view) {
        return cells[view + 5];
    }

    int firstWord(int view) {
        return view + VIEW;
    }
}
