package dev.tieout.matching.names;

/**
 * A name that QuickBooks accepts and nobody bears, with the reason why it was built so.
 *
 * <p>Immutable.
 *
 * @param name the name; at most {@link NameRules#PROPOSED_LENGTH} characters
 * @param reason what was added
 */
public record NameSuggestion(String name, Reason reason) {
    /** What a suggested name is made of, in the order in which they are proposed. */
    public enum Reason {
        /** The record's own name, unchanged. */
        AS_IS,
        /** The record's own name without what QuickBooks refuses, or shortened. */
        CLEANED,
        /** First and last name, where the display name lacks one of them. */
        FULL_NAME,
        /** The middle name added. */
        MIDDLE_NAME,
        /** The initial of the middle name added. */
        MIDDLE_INITIAL,
        /** The company name added. */
        COMPANY,
        /** The word Client added. */
        CLIENT,
        /** The firm's code of the item added. */
        ITEM_CODE,
        /** The city added. */
        CITY,
        /** The state or region added. */
        REGION,
        /** The last four digits of the phone number added. */
        PHONE,
        /** The app's id of the record added. */
        CLIENT_NUMBER,
        /** A number added that counts up from 2. */
        COUNTER
    }

    /** Leaves the name out: it may be a person's. */
    @Override
    public String toString() {
        return "NameSuggestion[reason=" + reason + "]";
    }
}
