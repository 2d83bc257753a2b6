package dev.tieout.matching;

/**
 * What one field says for or against a pair.
 *
 * <p>Immutable.
 *
 * @param field the field
 * @param clientValue the client's value as the app holds it, empty if it has none
 * @param customerValue the customer's value as QuickBooks holds it, empty if it has none
 * @param level how the values relate
 * @param weight what it adds to the score, in natural log odds; the weights of an explanation sum to its score
 */
public record Evidence(Field field, String clientValue, String customerValue, Level level, double weight) {
    /** The fields that are weighed. */
    public enum Field {
        /** Where every pair starts: the more records, the lower. */
        START,
        /** The name as a whole: display name, company name, person fields. */
        NAME,
        /** Middle names and initials. */
        MIDDLE_NAME,
        /** Jr, Sr, II and the like. */
        GENERATION,
        /** LLC, Inc and the like. */
        LEGAL_FORM,
        /** The e-mail addresses. */
        EMAIL,
        /** The phone numbers. */
        PHONE,
        /** The postal address. */
        ADDRESS,
        /** The person to talk to at a business. */
        CONTACT
    }

    /** How two values relate. */
    public enum Level {
        /** The same after normalisation. */
        SAME,
        /** The same words in another order or form. */
        SAME_WORDS,
        /** The same, and common: several others have it. */
        SHARED,
        /** The same but for a nickname, an initial or a short form. */
        SHORT_FORM,
        /** The same but for a typing error or two. */
        NEAR,
        /** One is a part of the other. */
        PART,
        /** They have something in common. */
        OVERLAP,
        /** Only one side has a value, or neither. */
        ABSENT,
        /** They differ. */
        DIFFERENT
    }

    /** Names the field, the level and the weight; the values are personal data. */
    @Override
    public String toString() {
        return "Evidence[field=" + field + ", level=" + level + ", weight=" + weight + "]";
    }
}
