package dev.tieout.matching.names;

import dev.tieout.matching.internal.text.TextKeys;
import java.util.Locale;

/** The text under which two names collide. Coarser than QuickBooks' own rule wherever that is not known. */
final class CollisionKey {
    private static final String DELETED = "(deleted";

    private CollisionKey() {}

    static String of(String name) {
        String folded = foldCase(TextKeys.tidy(name));
        return withoutDeletedSuffix(isAscii(folded) ? folded : TextKeys.tidy(visible(folded)));
    }

    static String withoutDeletedSuffix(String name) {
        String rest = name;
        for (int end = suffixStart(rest); end > 0; end = suffixStart(rest)) {
            rest = rest.substring(0, end);
        }
        return isBlank(rest) ? name : rest;
    }

    /** Trims and makes each run of blanks one blank. */
    static String collapseBlanks(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blankBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                blankBefore = true;
            } else {
                if (blankBefore && out.length() > 0) {
                    out.append(' ');
                }
                blankBefore = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i)) && Character.getType(text.charAt(i)) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Lower, upper, lower case: that folds what has several forms, such as both sharp s and final sigma. */
    private static String foldCase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> c == 'ς' ? 'σ' : c)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** Index of the blank before a suffix such as " (deleted)" at the very end, or -1. */
    private static int suffixStart(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end == 0 || text.charAt(end - 1) != ')') {
            return -1;
        }
        int at = end - 1;
        while (at > 0 && Character.isDigit(text.charAt(at - 1))) {
            at--;
        }
        boolean numbered = at < end - 1;
        if (numbered && (at == 0 || text.charAt(at - 1) != '-')) {
            return -1;
        }
        int start = (numbered ? at - 1 : at) - DELETED.length();
        if (start < 1 || !text.regionMatches(true, start, DELETED, 0, DELETED.length())) {
            return -1;
        }
        int blank = start;
        while (blank > 0 && isBlank(text.charAt(blank - 1))) {
            blank--;
        }
        return blank == start ? -1 : blank;
    }
}
