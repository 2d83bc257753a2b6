// Long by its table of letters that do not decompose, and because all folding of text belongs in one place.
package dev.tieout.matching.internal.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns names, e-mail addresses and phone numbers as people type them into forms that can be compared. Stateless. Long,
 * because matching, search and display names must fold alike.
 */
public final class TextKeys {
    private static final int TABLE = 0x250;
    private static final String[] FOLDED = foldTable();

    /** The codes of countries that have two digits. */
    private static final Set<String> TWO_DIGITS = Set.of(
            ("20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84"
                            + " 86 90 91 92 93 94 95 98")
                    .split(" "));

    private TextKeys() {}

    /**
     * Folds text for comparing: accents and case off, letters such as ø and ß spelled out, quotes, dashes and blanks
     * made plain, runs of blanks made one, trimmed.
     *
     * @param text any text
     * @return the folded text
     */
    public static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < TABLE) {
                append(out, FOLDED[c]);
                i++;
            } else {
                int cp = text.codePointAt(i);
                append(out, foldRare(cp));
                i += Character.charCount(cp);
            }
        }
        trimEnd(out);
        return out.toString();
    }

    /**
     * Cleans text without changing what a person reads: NFKC, plain quotes, dashes and blanks, runs of blanks made one,
     * trimmed. Case and accents stay.
     *
     * @param text any text
     * @return the clean text
     */
    public static String tidy(String text) {
        String s = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            int cp = s.codePointAt(i);
            i += Character.charCount(cp);
            String plain = plain(cp);
            if (plain == null) {
                out.appendCodePoint(cp);
            } else {
                append(out, plain);
            }
        }
        trimEnd(out);
        return out.toString();
    }

    /**
     * Splits a name into its words: folded, {@code &} read as "and", apostrophes dropped (O'Brien is one word), dotted
     * initials joined (L.L.C. is one word), everything else but letters and digits a gap.
     *
     * @param text any text
     * @return the words in their order
     */
    public static List<String> words(String text) {
        return split(fold(text));
    }

    /** The folded form of one character: mostly one character, a blank for any kind of gap. */
    static String foldChar(char c) {
        return c < TABLE ? FOLDED[c] : foldRare(c);
    }

    static List<String> split(String folded) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int n = folded.length();
        for (int i = 0; i <= n; i++) {
            char c = i < n ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                word.append(c);
            } else if (c != '\'' && !(c == '.' && joinsInitials(folded, i))) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (c == '&') {
                    words.add("and");
                }
            }
        }
        return words;
    }

    /** A dot between two single letters: L.L.C, J.R. */
    private static boolean joinsInitials(String s, int dot) {
        return dot > 0
                && dot + 1 < s.length()
                && Character.isLetter(s.charAt(dot - 1))
                && Character.isLetter(s.charAt(dot + 1))
                && (dot < 2 || !Character.isLetterOrDigit(s.charAt(dot - 2)))
                && (dot + 2 >= s.length() || !Character.isLetterOrDigit(s.charAt(dot + 2)));
    }

    /**
     * Joins the words of a name by one blank: equal keys are equal names but for case, accents and punctuation.
     *
     * @param text any text
     * @return the key, empty if the text has no word
     */
    public static String nameKey(String text) {
        return String.join(" ", words(text));
    }

    /**
     * Reads the addresses of an e-mail field: QuickBooks holds several in one, parted by comma or semicolon.
     *
     * @param field the field's text
     * @return the canonical addresses in their order, each once; what has no {@code @} is left out
     */
    public static List<String> emails(String field) {
        if (field.indexOf('@') < 0) {
            return List.of();
        }
        List<String> out = new ArrayList<>(1);
        int from = 0;
        for (int i = 0; i <= field.length(); i++) {
            if (i == field.length() || parts(field.charAt(i))) {
                String address = i > from ? canonicalEmail(field.substring(from, i)) : "";
                if (!address.isEmpty() && !out.contains(address)) {
                    out.add(address);
                }
                from = i + 1;
            }
        }
        return out;
    }

    private static boolean parts(char c) {
        return c == ',' || c == ';' || c == '<' || c == '>' || c <= ' ' || c == 0xA0;
    }

    private static String canonicalEmail(String part) {
        String s = part.toLowerCase(Locale.ROOT);
        if (s.startsWith("mailto:")) {
            s = s.substring(7);
        }
        int at = s.lastIndexOf('@');
        if (at <= 0 || at == s.length() - 1) {
            return "";
        }
        String domain = s.substring(at + 1);
        if (!isAscii(domain)) {
            domain = Normalizer.normalize(domain, Normalizer.Form.NFKC);
        }
        if (domain.equals("googlemail.com")) {
            domain = "gmail.com";
        }
        String local = s.substring(0, at);
        int plus = local.indexOf('+');
        if (plus > 0) {
            local = local.substring(0, plus);
        }
        if (domain.equals("gmail.com") && local.indexOf('.') >= 0) {
            local = local.replace(".", "");
        }
        return local.isEmpty() ? "" : local + '@' + domain;
    }

    /**
     * Reduces a phone number to its digits, without extension, without the country's code and the zero that is dialled
     * inside the country, so that +44 20 and 020 are the same.
     *
     * @param phone the number as typed
     * @return the digits, empty if there are fewer than seven
     */
    public static String phoneDigits(String phone) {
        StringBuilder digits = new StringBuilder(phone.length());
        boolean abroad = false;
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty()) {
                abroad = true;
            } else if (digits.length() >= 7 && (Character.isLetter(c) || c == '#')) {
                break;
            }
        }
        if (digits.length() > 10 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
            abroad = true;
        }
        if (digits.length() == 11 && digits.charAt(0) == '1') {
            digits.deleteCharAt(0);
        } else if (abroad && digits.length() > 9) {
            digits.delete(0, countryCode(digits));
        }
        if (digits.length() > 8 && digits.charAt(0) == '0') {
            digits.deleteCharAt(0);
        }
        return digits.length() < 7 ? "" : digits.toString();
    }

    /** How many digits a country's code has: one for North America and Russia, two or three else. */
    private static int countryCode(CharSequence digits) {
        char first = digits.charAt(0);
        if (first == '1' || first == '7') {
            return 1;
        }
        return TWO_DIGITS.contains(digits.subSequence(0, 2).toString()) ? 2 : 3;
    }

    /**
     * Hashes a stretch of text to 64 well-mixed bits; the same text gives the same value in every run.
     *
     * @param text the text
     * @param from the first character
     * @param to after the last character
     * @return the hash
     */
    public static long hash(CharSequence text, int from, int to) {
        long h = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(h ^ (to - from));
    }

    /**
     * Spreads the bits of a value over all 64.
     *
     * @param value any value
     * @return the mixed value; different values give different ones
     */
    public static long mix(long value) {
        long h = value;
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }

    /**
     * Says whether two words are equal but for one typing error: a letter more, less, other, or two neighbours swapped.
     *
     * @param a a word
     * @param b another
     * @return {@code true} also if they are equal
     */
    public static boolean withinOneEdit(CharSequence a, CharSequence b) {
        if (a.length() > b.length()) {
            return withinOneEdit(b, a);
        }
        int la = a.length();
        int lb = b.length();
        if (lb - la > 1) {
            return false;
        }
        int i = 0;
        while (i < la && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == la) {
            return true;
        }
        if (lb > la) {
            return same(a, i, b, i + 1);
        }
        if (same(a, i + 1, b, i + 1)) {
            return true;
        }
        return i + 1 < la
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && same(a, i + 2, b, i + 2);
    }

    private static boolean same(CharSequence a, int i, CharSequence b, int j) {
        if (a.length() - i != b.length() - j) {
            return false;
        }
        for (int k = 0; i + k < a.length(); k++) {
            if (a.charAt(i + k) != b.charAt(j + k)) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, String piece) {
        if (!piece.equals(" ")) {
            out.append(piece);
        } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static void trimEnd(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String[] foldTable() {
        String[] table = new String[TABLE];
        for (int c = 0; c < TABLE; c++) {
            table[c] = foldRare(c);
        }
        return table;
    }

    private static String foldRare(int cp) {
        String plain = plain(cp);
        if (plain != null) {
            return plain;
        }
        if (cp == 0x0439 || cp == 0x0419) {
            return "y";
        }
        String nfkd = Normalizer.normalize(Character.toString(cp), Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(2);
        nfkd.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> out.append(spelledOut(c)));
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Letters that Unicode does not decompose. */
    private static String spelledOut(int cp) {
        return switch (cp) {
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'ß', 0x1E9E -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'þ', 'Þ' -> "th";
            case 'ħ', 'Ħ' -> "h";
            case 'ı' -> "i";
            default -> Scripts.latin(cp);
        };
    }

    /** The plain form of quotes, dashes and blanks; null for anything else. */
    private static @Nullable String plain(int cp) {
        return switch (cp) {
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x02BC, 0x00B4, '`' -> "'";
            case 0x201C, 0x201D, 0x201E, 0x2033 -> "\"";
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFF0D -> "-";
            case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF -> "";
            default ->
                Character.isWhitespace(cp) || Character.isSpaceChar(cp) || Character.isISOControl(cp) ? " " : null;
        };
    }
}
