package dev.tieout.matching.internal.text;

import java.util.Arrays;

/** The words of one text and what stands before each. Reused from text to text; not thread-safe. */
public final class Tokens {
    public static final int COMMA = 1;
    public static final int DASH = 2;
    public static final int HYPHEN = 4;
    public static final int HASH = 8;
    public static final int BRACKET = 16;

    public int[] id = new int[64];
    public int[] gap = new int[64];
    public int n;

    private final WordTable table;
    private char[] word = new char[128];
    private int length;
    private boolean dotted;
    private int pending;
    private int depth;

    public Tokens(WordTable table) {
        this.table = table;
    }

    public int flags(int i) {
        return table.flags(id[i]);
    }

    public boolean is(int i, int flag) {
        return (table.flags(id[i]) & flag) != 0;
    }

    public void read(String text) {
        n = 0;
        length = 0;
        dotted = false;
        pending = 0;
        depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                letter(c);
            } else if (c >= 'A' && c <= 'Z') {
                letter((char) (c + 32));
            } else {
                other(text, i, c);
            }
        }
        end();
    }

    private void other(String text, int i, char c) {
        if (c == '.' && joinsInitials(text, i)) {
            dotted = true;
            return;
        }
        String folded = Character.isSurrogate(c) ? String.valueOf(c) : TextKeys.foldChar(c);
        for (int k = 0; k < folded.length(); k++) {
            char f = folded.charAt(k);
            if (Character.isLetterOrDigit(f) || Character.isSurrogate(f)) {
                letter(f);
            } else if (f != '\'') {
                end();
                mark(text, i, f);
            }
        }
    }

    private void mark(String text, int i, char f) {
        switch (f) {
            case ',', ';' -> pending |= COMMA;
            case '#' -> pending |= HASH;
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth = Math.max(0, depth - 1);
            case '-' -> pending |= i > 0 && blank(text, i - 1) && blank(text, i + 1) ? DASH : HYPHEN;
            case '&', '+' -> {
                letter('a');
                letter('n');
                letter('d');
                end();
            }
            default -> {
                // A gap and nothing more.
            }
        }
    }

    private static boolean blank(String text, int i) {
        return i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == 0xA0);
    }

    private boolean joinsInitials(String text, int dot) {
        if ((length != 1 && !dotted) || dot + 1 >= text.length() || !Character.isLetter(text.charAt(dot + 1))) {
            return false;
        }
        return dot + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(dot + 2));
    }

    private void letter(char c) {
        if (length == word.length) {
            word = Arrays.copyOf(word, length * 2);
        }
        word[length++] = c;
    }

    private void end() {
        if (length == 0) {
            return;
        }
        if (n == id.length) {
            id = Arrays.copyOf(id, n * 2);
            gap = Arrays.copyOf(gap, n * 2);
        }
        id[n] = table.intern(word, 0, length);
        gap[n] = depth > 0 ? pending | BRACKET : pending;
        n++;
        length = 0;
        dotted = false;
        pending = 0;
    }

    /** A key of all the words in their order. */
    public long key() {
        long key = n;
        for (int i = 0; i < n; i++) {
            key = TextKeys.mix(key * 31 + table.hash(id[i]));
        }
        return key;
    }

    /** Leaves out what stands in brackets, after a dash, or behind a number sign. */
    public void dropNotes() {
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if ((gap[i] & DASH) != 0 && kept > 0) {
                break;
            }
            boolean note = (gap[i] & BRACKET) != 0 || ((gap[i] & HASH) != 0 && is(i, Lexicon.NUMBER));
            if (!note) {
                id[kept] = id[i];
                gap[kept] = gap[i];
                kept++;
            }
        }
        if (kept > 0) {
            n = kept;
        }
    }
}
