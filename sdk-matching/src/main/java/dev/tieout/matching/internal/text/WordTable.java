package dev.tieout.matching.internal.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives each distinct word a small number and keeps what is known of it. Not thread-safe while words are added. */
public final class WordTable {
    private static final int[] NO_GROUPS = {};

    private int[] slots = new int[1 << 12];
    private long[] hashes = new long[1 << 11];
    private int[] flags = new int[1 << 11];
    /** A bit for each letter, and above them the length: tells most words apart without reading them. */
    private long[] shapes = new long[1 << 11];

    private int[] starts = new int[(1 << 11) + 1];
    private int[][] groups = new int[1 << 11][];
    /** What the word sounds like as a given name. */
    private int[] sounds = new int[1 << 11];

    private char[] chars = new char[1 << 14];
    private int size;
    /** The words below are numbered in the order of their hashes; those above came later. */
    private int inOrder;

    public int size() {
        return size;
    }

    public long hash(int id) {
        return hashes[id];
    }

    public int flags(int id) {
        return flags[id];
    }

    public int length(int id) {
        return (int) (shapes[id] >>> Integer.SIZE);
    }

    /** A bit for each letter of the word. */
    public int letters(int id) {
        return (int) shapes[id];
    }

    private static long shape(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << (word.charAt(i) & 31);
        }
        return ((long) word.length() << Integer.SIZE) | (letters & 0xffffffffL);
    }

    public char charAt(int id, int i) {
        return chars[starts[id] + i];
    }

    public String text(int id) {
        return new String(chars, starts[id], length(id));
    }

    /** Puts ascending words into the order of their hashes, which does not depend on when a word was first seen. */
    public void sort(int[] ids, int n) {
        for (int i = n < 2 || ids[n - 1] < inOrder ? n : 1; i < n; i++) {
            int id = ids[i];
            int at = i;
            while (at > 0 && hashes[ids[at - 1]] > hashes[id]) {
                ids[at] = ids[at - 1];
                at--;
            }
            ids[at] = id;
        }
    }

    /** Whether a word comes first in the order of the hashes. */
    public boolean before(int one, int two) {
        return Math.max(one, two) < inOrder ? one < two : hashes[one] < hashes[two];
    }

    /** The same for all spellings of one given name. */
    public int sound(int id) {
        return sounds[id];
    }

    /** The groups of given names that the word belongs to. */
    public int[] nicknames(int id) {
        int @Nullable [] known = groups[id];
        return known == null ? NO_GROUPS : known;
    }

    /** The number of a word as written, its short form spelled out. */
    public int intern(char[] buffer, int from, int to) {
        long hash = hash(buffer, from, to);
        int slot = find(hash);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        String word = new String(buffer, from, to - from);
        return add(slot, hash, word);
    }

    public int intern(String word) {
        char[] c = word.toCharArray();
        return intern(c, 0, c.length);
    }

    /** The number of the word that a word is short for; its own if it is none. */
    public int canonical(int id) {
        return (flags[id] & Lexicon.SHORT) == 0 ? id : intern(Lexicon.canonical(text(id)));
    }

    private int add(int slot, long hash, String word) {
        if (size + 1 == hashes.length) {
            growRows();
        }
        int id = size++;
        hashes[id] = hash;
        flags[id] = Lexicon.flags(word);
        shapes[id] = shape(word);
        groups[id] = Nicknames.groups(word);
        sounds[id] = Lexicon.given(flags[id]) > 0 ? GivenNames.sound(word) : 0;
        int start = starts[id];
        if (start + word.length() > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, start + word.length()));
        }
        word.getChars(0, word.length(), chars, start);
        starts[id + 1] = start + word.length();
        slots[slot] = id + 1;
        if (size * 2 > slots.length) {
            rehash();
        }
        return id;
    }

    private void growRows() {
        int n = hashes.length * 2;
        hashes = Arrays.copyOf(hashes, n);
        flags = Arrays.copyOf(flags, n);
        shapes = Arrays.copyOf(shapes, n);
        starts = Arrays.copyOf(starts, n + 1);
        groups = Arrays.copyOf(groups, n);
        sounds = Arrays.copyOf(sounds, n);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int id = 0; id < size; id++) {
            slots[find(hashes[id])] = id + 1;
        }
    }

    private int find(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    public static long hash(char[] buffer, int from, int to) {
        long h = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            h = (h ^ buffer[i]) * 0x100000001b3L;
        }
        return TextKeys.mix(h ^ (to - from));
    }

    /** One table made of several, and the numbers that each one's words have in it, in the order of their old ones. */
    public record Merged(WordTable table, Map<WordTable, int[]> numbers) {}

    /** Merges tables into one whose numbers follow the hashes, so that they do not depend on who saw a word first. */
    public static Merged merge(WordTable... tables) {
        int total = 0;
        for (WordTable t : tables) {
            total += t.size;
        }
        long[] all = new long[total];
        int n = 0;
        for (WordTable t : tables) {
            System.arraycopy(t.hashes, 0, all, n, t.size);
            n += t.size;
        }
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        WordTable out = new WordTable();
        return new Merged(out, out.takeOver(tables, all, distinct));
    }

    /** Returns the new numbers of each table's words. */
    private Map<WordTable, int[]> takeOver(WordTable[] tables, long[] sorted, int n) {
        hashes = Arrays.copyOf(sorted, n + 1);
        flags = new int[n + 1];
        shapes = new long[n + 1];
        starts = new int[n + 2];
        groups = new int[n + 1][];
        sounds = new int[n + 1];
        size = n;
        inOrder = n;
        slots = new int[Integer.highestOneBit(Math.max(n, 16)) * 4];
        for (int id = 0; id < n; id++) {
            slots[find(hashes[id])] = id + 1;
        }
        int[] table = new int[n];
        int[] source = new int[n];
        Map<WordTable, int[]> numbers = new HashMap<>();
        for (int t = 0; t < tables.length; t++) {
            int[] number = new int[tables[t].size];
            numbers.put(tables[t], number);
            for (int w = 0; w < tables[t].size; w++) {
                int id = slots[find(tables[t].hashes[w])] - 1;
                number[w] = id;
                table[id] = t;
                source[id] = w;
            }
        }
        int length = 0;
        for (int id = 0; id < n; id++) {
            length += tables[table[id]].length(source[id]);
        }
        chars = new char[length];
        for (int id = 0; id < n; id++) {
            WordTable from = tables[table[id]];
            int w = source[id];
            System.arraycopy(from.chars, from.starts[w], chars, starts[id], from.length(w));
            starts[id + 1] = starts[id] + from.length(w);
            flags[id] = from.flags[w];
            shapes[id] = from.shapes[w];
            groups[id] = from.groups[w];
            sounds[id] = from.sounds[w];
        }
        return numbers;
    }
}
