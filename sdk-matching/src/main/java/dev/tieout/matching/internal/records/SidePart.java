package dev.tieout.matching.internal.records;

import dev.tieout.matching.internal.index.Ints;
import dev.tieout.matching.internal.text.WordTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some records of one side as they stand in the cells of a {@link Side}, their words numbered by a table of their own. */
public final class SidePart {
    /** What numbers its words, until they have other numbers. */
    private @Nullable WordTable table;
    /** The other number of each word; empty if they keep theirs. */
    int[] numbers = {};

    /** The place of each record in the cells. */
    int[] places;

    int[] cells;
    byte[] pool;

    private int size;

    SidePart(SideBuilder from) {
        table = from.table;
        places = new int[from.records];
        pool = from.text();
        int most = from.records * Side.IDENTITY + from.n * Side.HEAD + from.persons.size + from.words.size;
        most += from.emails.size * Side.EMAIL + from.phones.size * Side.PHONE + from.viewKey.size * Side.VIEW;
        cells = new int[most];
        int record = -1;
        for (int r = 0; r < from.n; r++) {
            if ((from.kind.a[r] >> 8 & SideBuilder.FURTHER) == 0) {
                record++;
                put(from.tie.a[record]);
                put(from.displayKey.a[record]);
                places[record] = size;
            } else {
                cells[places[record]] += 1 << Side.READINGS_SHIFT;
            }
            pack(from, r);
        }
    }

    private WordTable table() {
        return Objects.requireNonNull(table, "the words have other numbers already");
    }

    /** Gives the words of all parts the numbers of one table, which is returned; the parts forget their own. */
    public static WordTable numberAlike(List<SidePart> parts) {
        WordTable.Merged merged =
                WordTable.merge(parts.stream().map(SidePart::table).distinct().toArray(WordTable[]::new));
        for (SidePart part : parts) {
            part.numbers = Objects.requireNonNull(merged.numbers().get(part.table()));
            part.table = null;
        }
        return merged.table();
    }

    private void pack(SideBuilder p, int r) {
        int persons = p.personStart.size(r, p.persons.size / Side.PERSON);
        int emails = p.emailStart.size(r, p.emails.size);
        int phones = p.phoneStart.size(r, p.phones.size);
        int views = p.viewStart.size(r, p.viewKey.size);
        cells[size++] = p.kind.a[r];
        cells[size++] = persons | emails << 8 | phones << 16 | views << 24;
        put(p.address, r * (Side.HEAD - 2), Side.HEAD - 2);
        put(p.persons, p.personStart.a[r] * Side.PERSON, persons * Side.PERSON);
        for (int e = p.emailStart.a[r]; e < p.emailStart.a[r] + emails; e++) {
            put(p.emails.a[e]);
            cells[size++] = p.emailLocal.a[e];
            cells[size++] = p.emailDomain.a[e];
            cells[size++] = p.emailLetters.a[e];
            cells[size++] = p.emailChars.a[e];
            cells[size++] = p.emailLength.a[e];
        }
        for (int e = p.phoneStart.a[r]; e < p.phoneStart.a[r] + phones; e++) {
            put(p.phones.a[e]);
        }
        for (int v = p.viewStart.a[r]; v < p.viewStart.a[r] + views; v++) {
            int words = p.wordStart.size(v, p.words.size);
            put(p.viewKey.a[v]);
            put(p.viewStrict.a[v]);
            cells[size++] = p.viewMarks.a[v];
            cells[size++] = words;
            put(p.words, p.wordStart.a[v], words);
        }
    }

    private void put(long value) {
        cells[size++] = (int) value;
        cells[size++] = (int) (value >>> Integer.SIZE);
    }

    private void put(Ints column, int from, int n) {
        System.arraycopy(column.a, from, cells, size, n);
        size += n;
    }

    /** Gives back the memory. */
    void release() {
        table = null;
        numbers = new int[0];
        places = new int[0];
        cells = new int[0];
        pool = new byte[0];
    }
}
