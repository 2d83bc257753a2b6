// Long because packing, reading and compacting the cells know one layout.
package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.index.Workers;
import dev.tieout.matching.internal.text.Letters;
import java.util.Arrays;

/**
 * One side's records. All that is compared of a record stands in one stretch of {@link #cells}: comparing two strangers
 * then costs two or three misses of the cache, not a dozen. The methods take the place of a record, a person, an address
 * or a name in the cells, as {@link #at} and its like return it. Records may be added and rows given other records; it is
 * thread-safe while nobody does.
 */
public final class Side {
    /** Cells of a person: given, middle, surname, other half of the surname, generation and whether named first. */
    static final int PERSON = 5;

    /** Cells of an e-mail address: its hash in two, hashes of both parts, the letters before the @, text, lengths. */
    static final int EMAIL = 7;

    /** Which cell of an e-mail address says where in the pool its text is. */
    private static final int TEXT = 5;

    static final int PHONE = 2;
    /**
     * Kind, sizes, the address (house number, two words of the street, city, postal code), unit, code, and two words of a
     * note.
     */
    static final int HEAD = 11;

    private static final int FIRST_WORD = 2;
    /** Cells of a name before its words: two keys in two each, marks, how many words. */
    static final int VIEW = 6;

    /** Where the number of further readings stands in the first cell. */
    static final int READINGS_SHIFT = 24;

    /** Cells before a record's place, which are not compared: the number of its id, the key of its display name. */
    static final int IDENTITY = 4;

    /** So many cells the memory gives at once. */
    private static final int CELLS_OF_A_LINE = 16;

    /** How many records there are; their rows are those below. */
    public int n;

    public int[] cells;
    byte[] pool;
    private int[] at;
    private int size;
    private int poolSize;
    /** How many of the cells are of records that are gone. */
    private int garbage;

    /**
     * Puts parts together.
     *
     * @param parts the parts, which are empty afterwards
     * @param workers who does the work
     */
    public Side(SidePart[] parts, Workers workers) {
        int[] rows = new int[parts.length];
        int[] places = new int[parts.length];
        int[] texts = new int[parts.length];
        for (int t = 0; t < parts.length; t++) {
            rows[t] = n;
            places[t] = size;
            texts[t] = poolSize;
            n += parts[t].places.length;
            size += parts[t].cells.length;
            poolSize += parts[t].pool.length;
        }
        at = new int[n];
        cells = new int[size];
        pool = new byte[poolSize];
        workers.each(parts.length, t -> {
            int[] at = copy(parts[t], places[t], texts[t]);
            System.arraycopy(at, 0, this.at, rows[t], at.length);
            // A million records should not stand twice in memory.
            parts[t].release();
        });
    }

    /**
     * Adds the records of a part whose words are numbered like this side's. They have places and no rows yet.
     *
     * @return the place of each
     */
    int[] append(SidePart part) {
        int place = size;
        int text = poolSize;
        size += part.cells.length;
        poolSize += part.pool.length;
        if (size > cells.length) {
            cells = Arrays.copyOf(cells, size + (size >> 2));
        }
        if (poolSize > pool.length) {
            pool = Arrays.copyOf(pool, poolSize + (poolSize >> 2));
        }
        return copy(part, place, text);
    }

    private int[] copy(SidePart part, int place, int text) {
        System.arraycopy(part.cells, 0, cells, place, part.cells.length);
        System.arraycopy(part.pool, 0, pool, text, part.pool.length);
        int[] places = new int[part.places.length];
        for (int r = 0; r < places.length; r++) {
            places[r] = place + part.places[r];
            for (int k = 0; k < emails(places[r]); k++) {
                cells[email(places[r], k) + TEXT] += text;
            }
            if (part.numbers.length > 0) {
                number(places[r], part.numbers);
            }
        }
        return places;
    }

    /** Gives the words of a record other numbers. */
    private void number(int p, int[] number) {
        int reading = p;
        for (int r = readings(p); r > 0; r--) {
            numberReading(number, reading);
            reading = nextReading(reading);
        }
    }

    private void numberReading(int[] number, int p) {
        number(number, p + FIRST_WORD, p + HEAD);
        for (int k = 0; k < persons(p); k++) {
            number(number, person(p, k), person(p, k) + PERSON - 1);
        }
        int view = firstView(p);
        for (int v = 0; v < views(p); v++) {
            int next = nextView(view);
            number(number, firstWord(view), next);
            Arrays.sort(cells, firstWord(view), next);
            view = next;
        }
    }

    private void number(int[] number, int from, int to) {
        for (int c = from; c < to; c++) {
            cells[c] = cells[c] < 0 ? cells[c] : number[cells[c]];
        }
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
    public void compact() {
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
                System.arraycopy(oldPool, cells[email + TEXT], pool, poolSize, length);
                cells[email + TEXT] = poolSize;
                poolSize += length;
            }
        }
        pool = Arrays.copyOf(pool, poolSize);
    }

    private long get(int from) {
        return (cells[from] & 0xffffffffL) | (long) cells[from + 1] << 32;
    }

    public int at(int row) {
        return at[row];
    }

    /** Reads a little of a row's record, so that its cells are near when they are compared. */
    public int fetch(int row) {
        int p = at[row];
        return cells[p] + cells[Math.min(p + CELLS_OF_A_LINE, size - 1)];
    }

    /** A number of the record's id: the same whatever row it has, so that it breaks ties. */
    public long tie(int p) {
        return get(p - IDENTITY);
    }

    /** The words of the display name in their order. */
    public long displayKey(int p) {
        return get(p - IDENTITY + 2);
    }

    private int end(int p) {
        int end = p;
        for (int r = readings(p); r > 0; r--) {
            end = nextReading(end);
        }
        return end;
    }

    /**
     * How many ways there are to read the record's name: the first is the record itself, the others have a kind, persons
     * and names of their own and nothing else.
     */
    public int readings(int p) {
        return 1 + (cells[p] >>> READINGS_SHIFT);
    }

    /** The place of the reading after one. */
    public int nextReading(int p) {
        int view = firstView(p);
        for (int v = 0; v < views(p); v++) {
            view = nextView(view);
        }
        return view;
    }

    public int kindOf(int p) {
        return cells[p] & 255;
    }

    public boolean guessed(int p) {
        return (cells[p] >> 8 & SideBuilder.GUESSED) != 0;
    }

    public boolean truncated(int p) {
        return (cells[p] >> 8 & SideBuilder.TRUNCATED) != 0;
    }

    /** Whether it is the person beside a company that may be the employer. */
    public boolean besideCompany(int p) {
        return (cells[p] >> 8 & SideBuilder.BESIDE_COMPANY) != 0;
    }

    /** Whether it is the person to talk to at a firm that the name names too: never the client itself. */
    public boolean contactOnly(int p) {
        return (cells[p] >> 8 & SideBuilder.CONTACT_ONLY) != 0;
    }

    /** Whether it holds only if the list has a code at the beginning of most names. */
    public boolean codedFirst(int p) {
        return (cells[p] >> 8 & SideBuilder.IF_CODED_FIRST) != 0;
    }

    /** Whether it holds only if the list has a code at the end of most names. */
    public boolean codedLast(int p) {
        return (cells[p] >> 8 & SideBuilder.IF_CODED_LAST) != 0;
    }

    public boolean personal(int p) {
        return kindOf(p) <= NameReader.HOUSEHOLD;
    }

    public int number(int p) {
        return cells[p + 2];
    }

    public int street(int p) {
        return cells[p + 3];
    }

    public int street2(int p) {
        return cells[p + 4];
    }

    public int city(int p) {
        return cells[p + 5];
    }

    public int zip(int p) {
        return cells[p + 6];
    }

    public int unit(int p) {
        return cells[p + 7];
    }

    /** A number or code that stands apart in the name. */
    public int code(int p) {
        return cells[p + 8];
    }

    /** A word of what stands apart in the name and is no name. */
    public int note(int p) {
        return cells[p + 9];
    }

    public int note2(int p) {
        return cells[p + 10];
    }

    public int persons(int p) {
        return cells[p + 1] & 255;
    }

    public int person(int p, int k) {
        return p + HEAD + k * PERSON;
    }

    /** Whether the record's name names the person; else a field beside it does. */
    public boolean main(int person) {
        return cells[person + 4] >= SideBuilder.MAIN;
    }

    public int emails(int p) {
        return cells[p + 1] >> 8 & 255;
    }

    public int email(int p, int k) {
        return person(p, persons(p)) + k * EMAIL;
    }

    public long emailHash(int email) {
        return get(email);
    }

    public int localHash(int email) {
        return cells[email + 2];
    }

    public int domainHash(int email) {
        return cells[email + 3];
    }

    /** A bit for each letter and digit before the @. */
    public int letters(int email) {
        return cells[email + 4];
    }

    public int localLength(int email) {
        return cells[email + 6] >>> 16;
    }

    public Letters local(int email) {
        int from = cells[email + TEXT];
        return new Letters(pool, from, from + localLength(email));
    }

    public Letters domain(int email) {
        int from = cells[email + TEXT];
        return new Letters(pool, from + localLength(email) + 1, from + (cells[email + 6] & 0xffff));
    }

    public int phones(int p) {
        return cells[p + 1] >> 16 & 255;
    }

    public int phone(int p, int k) {
        return email(p, emails(p)) + k * PHONE;
    }

    public long phoneValue(int phone) {
        return get(phone);
    }

    public int views(int p) {
        return cells[p + 1] >>> 24;
    }

    public int firstView(int p) {
        return phone(p, phones(p));
    }

    public int nextView(int view) {
        return firstWord(view) + words(view);
    }

    /** The same for the same words in any order. */
    public long viewKey(int view) {
        return get(view);
    }

    /** The same for the same words in the same order with the same legal form. */
    public long viewStrict(int view) {
        return get(view + 2);
    }

    /** The legal form in six bits, above them the number in a series. */
    public int viewMarks(int view) {
        return cells[view + 4];
    }

    public int words(int view) {
        return cells[view + 5];
    }

    public int firstWord(int view) {
        return view + VIEW;
    }
}
