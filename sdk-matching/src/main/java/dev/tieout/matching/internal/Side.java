package dev.tieout.matching.internal;

import java.util.Arrays;

/** One side's records as columns: a row's lists lie between {@code start[row]} and {@code start[row + 1]}. Immutable. */
final class Side {
    final int n;
    final int[] kind;
    final int[] viewStart;
    final int[] personStart;
    final int[] emailStart;
    final int[] phoneStart;
    final long[] viewKey;
    final long[] viewStrict;
    final int[] viewMarks;
    final int[] wordStart;
    final int[] words;
    /** Five numbers a person: given, middle, surname, other half of the surname, generation and whether named first. */
    final int[] persons;

    final long[] displayKey;
    final long[] emails;
    final int[] emailChars;
    final byte[] pool;
    final long[] phones;
    /** Five words a record: house number, two of the street, city, postal code. */
    final int[] address;

    private Side(SideBuilder[] parts, int[][] remap) {
        int rows = 0;
        for (SideBuilder p : parts) {
            rows += p.n;
        }
        n = rows;
        kind = numbers(parts, p -> p.kind);
        viewStart = starts(parts, p -> p.viewStart, p -> p.viewKey.size);
        personStart = starts(parts, p -> p.personStart, p -> p.persons.size / 5);
        emailStart = starts(parts, p -> p.emailStart, p -> p.emails.size);
        phoneStart = starts(parts, p -> p.phoneStart, p -> p.phones.size);
        viewKey = longs(parts, p -> p.viewKey);
        viewStrict = longs(parts, p -> p.viewStrict);
        viewMarks = numbers(parts, p -> p.viewMarks);
        wordStart = starts(parts, p -> p.wordStart, p -> p.words.size);
        words = join(parts, p -> p.words, remap, 1);
        persons = join(parts, p -> p.persons, remap, 5);
        displayKey = longs(parts, p -> p.displayKey);
        emails = longs(parts, p -> p.emails);
        emailChars = starts(parts, p -> p.emailChars, p -> p.poolSize);
        pool = pool(parts);
        phones = longs(parts, p -> p.phones);
        address = join(parts, p -> p.address, remap, 1);
        for (int v = 0; v + 1 < wordStart.length; v++) {
            Arrays.sort(words, wordStart[v], wordStart[v + 1]);
        }
    }

    static Side of(SideBuilder[] parts, int[][] remap) {
        return new Side(parts, remap);
    }

    int kindOf(int row) {
        return kind[row] & 255;
    }

    boolean guessed(int row) {
        return (kind[row] >> 8 & SideBuilder.GUESSED) != 0;
    }

    boolean truncated(int row) {
        return (kind[row] >> 8 & SideBuilder.TRUNCATED) != 0;
    }

    boolean personal(int row) {
        return kindOf(row) <= NameReader.HOUSEHOLD;
    }

    private interface IntList {
        Ints of(SideBuilder part);
    }

    private interface LongList {
        Longs of(SideBuilder part);
    }

    private interface Size {
        int of(SideBuilder part);
    }

    private static int[] numbers(SideBuilder[] parts, IntList list) {
        Ints out = new Ints(parts.length == 0 ? 0 : list.of(parts[0]).size * parts.length);
        for (SideBuilder p : parts) {
            Ints from = list.of(p);
            for (int i = 0; i < from.size; i++) {
                out.add(from.a[i]);
            }
        }
        return out.toArray();
    }

    /** Joins lists of words; with a stride of 5 the last of five is no word. */
    private static int[] join(SideBuilder[] parts, IntList list, int[][] remap, int stride) {
        int total = 0;
        for (SideBuilder p : parts) {
            total += list.of(p).size;
        }
        int[] out = new int[total];
        int at = 0;
        for (int t = 0; t < parts.length; t++) {
            Ints from = list.of(parts[t]);
            for (int i = 0; i < from.size; i++) {
                int v = from.a[i];
                boolean word = v >= 0 && (stride == 1 || i % stride != stride - 1);
                out[at++] = word ? remap[t][v] : v;
            }
        }
        return out;
    }

    private static int[] starts(SideBuilder[] parts, IntList list, Size size) {
        int total = 0;
        for (SideBuilder p : parts) {
            total += list.of(p).size;
        }
        int[] out = new int[total + 1];
        int at = 0;
        int base = 0;
        for (SideBuilder p : parts) {
            Ints from = list.of(p);
            for (int i = 0; i < from.size; i++) {
                out[at++] = base + from.a[i];
            }
            base += size.of(p);
        }
        out[at] = base;
        return out;
    }

    private static long[] longs(SideBuilder[] parts, LongList list) {
        int total = 0;
        for (SideBuilder p : parts) {
            total += list.of(p).size;
        }
        long[] out = new long[total];
        int at = 0;
        for (SideBuilder p : parts) {
            Longs from = list.of(p);
            System.arraycopy(from.a, 0, out, at, from.size);
            at += from.size;
        }
        return out;
    }

    private static byte[] pool(SideBuilder[] parts) {
        int total = 0;
        for (SideBuilder p : parts) {
            total += p.poolSize;
        }
        byte[] out = new byte[total];
        int at = 0;
        for (SideBuilder p : parts) {
            System.arraycopy(p.pool, 0, out, at, p.poolSize);
            at += p.poolSize;
        }
        return out;
    }
}
