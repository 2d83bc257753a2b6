package dev.tieout.matching.internal.text;

/** Compares two words letter by letter. Stateless. */
public final class Words {
    private Words() {}

    /** Equal but for one typing error; words under four letters are never taken for typing errors of each other. */
    public static boolean near(WordTable t, int a, int b) {
        int la = t.length(a);
        int lb = t.length(b);
        if (la < 4 || lb < 4 || Math.abs(la - lb) > 1 || differingLetters(t, a, b) > 2) {
            return false;
        }
        return la <= lb ? nearSorted(t, a, la, b, lb) : nearSorted(t, b, lb, a, la);
    }

    private static boolean nearSorted(WordTable t, int a, int la, int b, int lb) {
        int i = 0;
        while (i < la && t.charAt(a, i) == t.charAt(b, i)) {
            i++;
        }
        if (i == la) {
            return true;
        }
        if (lb > la) {
            return rest(t, a, i, la, b, i + 1);
        }
        boolean swapped = i + 1 < la && t.charAt(a, i) == t.charAt(b, i + 1) && t.charAt(a, i + 1) == t.charAt(b, i);
        return rest(t, a, i + 1, la, b, i + 1) || (swapped && rest(t, a, i + 2, la, b, i + 2));
    }

    private static boolean rest(WordTable t, int a, int i, int la, int b, int j) {
        for (int k = 0; i + k < la; k++) {
            if (t.charAt(a, i + k) != t.charAt(b, j + k)) {
                return false;
            }
        }
        return true;
    }

    /** Equal but for two typing errors, in words of seven letters or more. */
    public static boolean loose(WordTable t, int a, int b) {
        return t.length(a) >= 7
                && t.length(b) >= 7
                && differingLetters(t, a, b) <= 4
                && (t.charAt(a, 0) == t.charAt(b, 0) || t.charAt(a, 1) == t.charAt(b, 1))
                && edits(t, a, b, 2) <= 2;
    }

    /** Optimal string alignment distance, at most limit + 1. */
    public static int edits(WordTable t, int a, int b, int limit) {
        int la = t.length(a);
        int lb = t.length(b);
        if (Math.abs(la - lb) > limit || differingLetters(t, a, b) > 2 * limit) {
            return limit + 1;
        }
        int[] before = new int[lb + 1];
        int[] row = new int[lb + 1];
        int[] next = new int[lb + 1];
        for (int j = 0; j <= lb; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= la; i++) {
            next[0] = i;
            int best = i;
            for (int j = 1; j <= lb; j++) {
                boolean same = t.charAt(a, i - 1) == t.charAt(b, j - 1);
                int d = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && t.charAt(a, i - 1) == t.charAt(b, j - 2)
                        && t.charAt(a, i - 2) == t.charAt(b, j - 1)) {
                    d = Math.min(d, before[j - 2] + 1);
                }
                next[j] = d;
                best = Math.min(best, d);
            }
            if (best > limit) {
                return limit + 1;
            }
            int[] swap = before;
            before = row;
            row = next;
            next = swap;
        }
        return row[lb];
    }

    /** How many letters only one of two words has: a typing error adds two at most. */
    private static int differingLetters(WordTable t, int a, int b) {
        return Integer.bitCount(t.letters(a) ^ t.letters(b));
    }

    public static boolean single(WordTable t, int w) {
        return t.length(w) == 1;
    }

    /** One is the beginning of the other, three letters at least. */
    public static boolean prefix(WordTable t, int a, int b) {
        int n = Math.min(t.length(a), t.length(b));
        int common = t.letters(a) & t.letters(b);
        if (n < 3 || (common != t.letters(a) && common != t.letters(b))) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (t.charAt(a, i) != t.charAt(b, i)) {
                return false;
            }
        }
        return true;
    }

    public static boolean sameFirstLetter(WordTable t, int a, int b) {
        return t.charAt(a, 0) == t.charAt(b, 0);
    }

    /** Whether a word is two others written together. */
    public static boolean joined(WordTable t, int whole, int first, int second) {
        int lf = t.length(first);
        int ls = t.length(second);
        if (t.length(whole) != lf + ls) {
            return false;
        }
        for (int i = 0; i < lf; i++) {
            if (t.charAt(whole, i) != t.charAt(first, i)) {
                return false;
            }
        }
        for (int i = 0; i < ls; i++) {
            if (t.charAt(whole, lf + i) != t.charAt(second, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is two others run together but for at most one typing error. */
    public static boolean pieces(WordTable t, int whole, int first, int second) {
        if (whole < 0 || first < 0 || second < 0) {
            return false;
        }
        int lf = t.length(first);
        int n = lf + t.length(second);
        int lw = t.length(whole);
        if (lw < 4 || n < 4 || Math.abs(lw - n) > 1) {
            return false;
        }
        int i = 0;
        while (i < Math.min(n, lw) && t.charAt(whole, i) == piece(t, first, lf, second, i)) {
            i++;
        }
        int j = 0;
        while (j < Math.min(n, lw) - i && t.charAt(whole, lw - 1 - j) == piece(t, first, lf, second, n - 1 - j)) {
            j++;
        }
        boolean swapped = lw == n
                && lw - i - j == 2
                && t.charAt(whole, i) == piece(t, first, lf, second, i + 1)
                && t.charAt(whole, i + 1) == piece(t, first, lf, second, i);
        return Math.max(lw, n) - i - j <= 1 || swapped;
    }

    private static char piece(WordTable t, int first, int lf, int second, int i) {
        return i < lf ? t.charAt(first, i) : t.charAt(second, i - lf);
    }
}
