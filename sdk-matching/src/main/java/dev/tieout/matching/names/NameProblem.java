package dev.tieout.matching.names;

/**
 * One reason why QuickBooks would refuse a name.
 *
 * <p>Immutable. Holds no part of the name, so it may be logged.
 *
 * @param field the field
 * @param kind what is wrong
 * @param limit the field's limit in UTF-16 units
 * @param position index of the first bad UTF-16 unit; the limit if the name is too long, 0 if it is blank
 * @param character the bad character as {@code U+003A}; empty unless the kind is {@link Kind#FORBIDDEN_CHARACTER}
 */
public record NameProblem(NameField field, Kind kind, int limit, int position, String character) {
    /** What can be wrong with a name, with the QuickBooks fault that it would cause. */
    public enum Kind {
        /** Nothing but blanks in a field that needs a value (2020, 6080). */
        BLANK,
        /** Longer than the field (2050). */
        TOO_LONG,
        /** A colon, a tab, a line break, another control character or half a surrogate pair (2040). */
        FORBIDDEN_CHARACTER
    }

    /**
     * Says in words what is wrong and what to do.
     *
     * @return one sentence in English, without any part of the name
     */
    public String message() {
        return switch (kind) {
            case BLANK -> field.element() + " is blank: give it a value";
            case TOO_LONG -> field.element() + " is longer than " + limit + " characters, the limit: shorten it";
            case FORBIDDEN_CHARACTER ->
                field.element() + " has " + character + " at position " + position + ", which is refused: take it out";
        };
    }
}
