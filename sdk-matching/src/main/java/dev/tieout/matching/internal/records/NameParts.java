package dev.tieout.matching.internal.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a name field apart that holds more than a name: what stands in brackets, behind a dash, a slash, or a word such as
 * "attn"; codes, e-mail addresses and telephone numbers. Most names have none of it. Not thread-safe.
 */
final class NameParts {
    /** How a part hangs together with the one before it. */
    enum Link {
        FIRST,
        BRACKET,
        DASH,
        SLASH,
        COMMA,
        /** Somebody who gets the letters: attn, c/o. */
        CARE,
        /** The date of a trust. */
        DATED
    }

    /** A piece of the field. */
    record Part(Link link, String text) {}

    private static final Pattern EMAIL = Pattern.compile(
            "[<(\\[]?\\s*(?:mailto:)?([^\\s<>()\\[\\],;:]+@[^\\s<>()\\[\\],;:]+\\.[A-Za-z]{2,})\\s*[>)\\]]?");
    private static final Pattern PHONE = Pattern.compile(
            "[<(\\[]?(?:(?:tel|ph|phone|cell|mobile|mob|fax|m|t)[.:]?\\s*)?"
                    + "((?<![\\w])\\+?\\(?\\d{1,4}\\)?(?:[\\s./-]{0,2}\\(?\\d{2,4}\\)?){2,4})(?![\\w])[>)\\]]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MARK = Pattern.compile(
            "(?<=^|[\\s,;(\\[-])(?:(attn|attention|c/o|care of|in care of|%)|(dtd|dated|u/?a/?d|u/?d/?t|u/a))[.:]?(?=\\s)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile(
            "(?:(?:acct|account|client|cust|customer|id|no|nr|ref)\\b\\.?\\s*)?#?\\s*([A-Za-z]{0,5}[-.]?\\d{1,9}(?:-\\d{1,4})?[A-Za-z]?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HASHED = Pattern.compile("^#\\s*([A-Za-z]{0,4}\\d{1,8})\\s+(?=\\S)");
    private static final Pattern CODE_IN_FRONT = Pattern.compile(
            "^[(\\[#]?((?:[A-Za-z]{0,5}-?)\\d{2,9}[A-Za-z]?)[)\\]]?\\s*(?:[:|]|[-–—](?=\\s)|\\.(?=\\s)|(?<=[)\\]]))\\s*(?=\\S)");
    private static final Pattern HASH_BEHIND = Pattern.compile("\\s#\\s*([A-Za-z]{0,4}\\d{1,8})\\s*$");

    /** The parts, the first of which is the name that the field begins with. */
    final List<Part> parts = new ArrayList<>();

    final List<String> emails = new ArrayList<>();
    final List<String> phones = new ArrayList<>();
    /** The code that stands apart, or {@code null}. */
    @Nullable
    String code;

    /** Whether a field may hold more than one name has. */
    static boolean mayHoldMore(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '(', '[', '{', '<', '@', '#', '/', '|', ':', '*', '%' -> {
                    return true;
                }
                case '-', '–', '—' -> {
                    if (i + 1 < text.length() && i > 0 && (blank(text, i + 1) || blank(text, i - 1))) {
                        return true;
                    }
                }
                default -> {
                    if (c >= '0' && c <= '9' && i + 1 < text.length()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean blank(String text, int i) {
        return Character.isWhitespace(text.charAt(i)) || text.charAt(i) == 0xA0;
    }

    /**
     * Reads a field.
     *
     * @param field its text
     * @param commas whether commas part names
     */
    void read(String field, boolean commas) {
        parts.clear();
        emails.clear();
        phones.clear();
        code = null;
        String text = contactData(field);
        text = codes(text);
        int from = 0;
        Link link = Link.FIRST;
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            split(link, text.substring(from, mark.start()), commas);
            link = mark.group(1) != null ? Link.CARE : Link.DATED;
            from = mark.end();
        }
        split(link, text.substring(from), commas || (link == Link.CARE && parts.isEmpty()));
    }

    private String contactData(String field) {
        String text = field;
        if (text.indexOf('@') >= 0) {
            Matcher email = EMAIL.matcher(text);
            while (email.find()) {
                emails.add(email.group(1).toLowerCase(Locale.ROOT));
            }
            text = emails.isEmpty() ? text : email.replaceAll(" ");
        }
        if (digits(text) >= 9) {
            Matcher phone = PHONE.matcher(text);
            StringBuilder rest = new StringBuilder();
            while (phone.find()) {
                int digits = digits(phone.group(1));
                boolean number = digits >= 9 && digits <= 15;
                if (number) {
                    phones.add(phone.group(1));
                }
                phone.appendReplacement(rest, number ? " " : Matcher.quoteReplacement(phone.group()));
            }
            text = phone.appendTail(rest).toString();
        }
        if (emails.isEmpty() && phones.isEmpty()) {
            return field;
        }
        String left = text.replaceAll("[\\s,;:|/–-]+$|^[\\s,;:|/–-]+", "")
                .replaceAll("\\s+", " ")
                .strip();
        return left.isEmpty() ? field : left;
    }

    private static int digits(String text) {
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            n += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return n;
    }

    private String codes(String text) {
        String rest = text;
        Matcher front = HASHED.matcher(rest);
        if (!front.lookingAt()) {
            front = CODE_IN_FRONT.matcher(rest);
        }
        if (front.lookingAt() && front.end() < rest.length()) {
            code = front.group(1);
            rest = rest.substring(front.end());
        }
        Matcher behind = HASH_BEHIND.matcher(rest);
        if (behind.find() && behind.start() > 0) {
            code = behind.group(1);
            rest = rest.substring(0, behind.start());
        }
        return rest;
    }

    /** Parts a text at brackets, dashes and slashes between blanks, and at commas if these part names. */
    private void split(Link first, String text, boolean commas) {
        Link link = first;
        StringBuilder part = new StringBuilder();
        Link outside = null;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean open = c == '(' || c == '[' || c == '{' || c == '<';
            boolean close = c == ')' || c == ']' || c == '}' || c == '>';
            Link next = depth > 0 ? null : parting(text, i, commas);
            if (open && depth++ == 0) {
                add(link, part);
                outside = link;
                link = Link.BRACKET;
            } else if (close) {
                if (depth > 0 && --depth == 0) {
                    add(link, part);
                    link = outside != null && hasRest(text, i) ? Link.FIRST : Link.DASH;
                }
            } else if (next != null) {
                add(link, part);
                link = next;
            } else {
                part.append(open || c == '*' ? ' ' : c);
            }
        }
        add(link, part);
    }

    /** What stands behind a bracket goes on with the name before it: "Margaret (Peggy) Smith". */
    private static boolean hasRest(String text, int i) {
        return i + 1 < text.length() && !text.substring(i + 1).isBlank();
    }

    private static @Nullable Link parting(String text, int i, boolean commas) {
        char c = text.charAt(i);
        boolean before = i > 0 && blank(text, i - 1);
        boolean after = i + 1 < text.length() && blank(text, i + 1);
        return switch (c) {
            case '-', '–', '—' -> before && (after || i + 1 == text.length()) ? Link.DASH : null;
            case '|' -> Link.DASH;
            case ':' -> after ? Link.DASH : null;
            case '/' -> before || after ? Link.SLASH : null;
            case ',', ';' -> commas ? Link.COMMA : null;
            default -> null;
        };
    }

    private void add(Link link, StringBuilder text) {
        String part = text.toString().strip();
        while (part.endsWith(",") || part.endsWith(";") || part.endsWith(":")) {
            part = part.substring(0, part.length() - 1).strip();
        }
        text.setLength(0);
        if (part.isEmpty()) {
            return;
        }
        if (link == Link.FIRST && !parts.isEmpty() && parts.get(0).link() == Link.FIRST) {
            parts.set(0, new Part(Link.FIRST, parts.get(0).text() + " " + part));
        } else if (parts.isEmpty() && link != Link.CARE) {
            parts.add(new Part(Link.FIRST, part));
        } else {
            parts.add(new Part(link, part));
        }
    }

    /** The code that a part is, or {@code null}. */
    static @Nullable String asCode(String part) {
        Matcher code = CODE.matcher(part);
        return code.matches() ? code.group(1) : null;
    }
}
