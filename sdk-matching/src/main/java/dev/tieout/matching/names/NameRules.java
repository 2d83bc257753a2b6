package dev.tieout.matching.names;

import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What QuickBooks accepts as a name, and when it takes two names for the same.
 *
 * <p>Sources: QuickBooks facts E5, E7.3. Where QuickBooks' behaviour is not known (Unicode forms,
 * control characters, runs of blanks) the rule is the careful one: it refuses more, and takes more names for equal.
 * Stateless.
 */
public final class NameRules {
    /**
     * The longest display name that is proposed. QuickBooks documents 500 characters, older pages and other software
     * that reads the same books stop at 100.
     */
    public static final int PROPOSED_LENGTH = 100;

    private NameRules() {}

    /**
     * Checks one value.
     *
     * @param field the field it is meant for
     * @param value the value
     * @return the problems in the order blank, too long, forbidden character (the first one only); empty if accepted
     */
    public static List<NameProblem> check(NameField field, String value) {
        List<NameProblem> problems = new ArrayList<>(0);
        if (field.required() && CollisionKey.isBlank(value)) {
            problems.add(new NameProblem(field, NameProblem.Kind.BLANK, field.maxLength(), 0, ""));
        }
        if (value.length() > field.maxLength()) {
            problems.add(new NameProblem(field, NameProblem.Kind.TOO_LONG, field.maxLength(), field.maxLength(), ""));
        }
        int bad = firstForbidden(field, value);
        if (bad >= 0) {
            String character = String.format("U+%04X", value.codePointAt(bad));
            problems.add(
                    new NameProblem(field, NameProblem.Kind.FORBIDDEN_CHARACTER, field.maxLength(), bad, character));
        }
        return List.copyOf(problems);
    }

    /**
     * Checks all names of a client.
     *
     * @param client the client
     * @return the problems of display name, given, middle and family name, company name; empty if all are accepted
     */
    public static List<NameProblem> check(Client client) {
        List<NameProblem> problems = new ArrayList<>(check(NameField.DISPLAY_NAME, client.displayName()));
        addProblems(problems, NameField.GIVEN_NAME, client.firstName());
        addProblems(problems, NameField.MIDDLE_NAME, client.middleName());
        addProblems(problems, NameField.FAMILY_NAME, client.lastName());
        addProblems(problems, NameField.COMPANY_NAME, client.companyName());
        return List.copyOf(problems);
    }

    /**
     * Checks name and code of a service item.
     *
     * @param item the item
     * @return the problems; empty if both are accepted
     */
    public static List<NameProblem> check(ServiceItem item) {
        List<NameProblem> problems = new ArrayList<>(check(NameField.ITEM_NAME, item.name()));
        addProblems(problems, NameField.ITEM_SKU, item.code());
        return List.copyOf(problems);
    }

    /**
     * Makes the nearest text that QuickBooks accepts: a colon becomes a dash, other refused characters a blank, runs
     * of blanks one blank, and the end is cut at the field's limit or {@link #PROPOSED_LENGTH}, whichever is less.
     *
     * @param field the field it is meant for
     * @param value any text
     * @return the text; empty if nothing is left
     */
    public static String clean(NameField field, String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!forbidden(field, value, i)) {
                out.append(c);
            } else if (c == ':') {
                out.append(" - ");
            } else {
                out.append(' ');
            }
        }
        String tidy = CollisionKey.collapseBlanks(out);
        return cut(tidy, Math.min(field.maxLength(), PROPOSED_LENGTH));
    }

    /**
     * The form under which two names collide: Unicode NFKC, case folded, quotes and dashes made plain, invisible
     * characters out, trimmed, runs of blanks as one blank, the suffix of inactive records off. Accents count.
     *
     * @param name any name
     * @return the key; equal keys mean that QuickBooks may answer 6240
     */
    public static String collisionKey(String name) {
        return CollisionKey.of(name);
    }

    /**
     * Takes off what QuickBooks appends to the name of an inactive record: {@code " (deleted)"}, and
     * {@code " (deleted-1)"} for a second one of the same name.
     *
     * @param name a name as stored
     * @return the name before it was made inactive; the name itself if it has no such suffix or is nothing else
     */
    public static String withoutDeletedSuffix(String name) {
        return CollisionKey.withoutDeletedSuffix(name);
    }

    /** Cuts between code points and takes blanks and a dangling joiner off the end. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        while (end > 0 && (text.charAt(end - 1) == '\u200D' || CollisionKey.isBlank(text.charAt(end - 1)))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static void addProblems(List<NameProblem> problems, NameField field, @Nullable String value) {
        if (value != null) {
            problems.addAll(check(field, value));
        }
    }

    private static int firstForbidden(NameField field, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (forbidden(field, value, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean forbidden(NameField field, String value, int i) {
        char c = value.charAt(i);
        if (c == ':' || c == '\t' || isLineBreak(c)) {
            return field.separatorsRefused();
        }
        return Character.isISOControl(c) || halfPair(value, i);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean halfPair(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }
}
