package dev.tieout.matching.search;

/**
 * A customer that was found, and how well it fits.
 *
 * <p>Immutable.
 *
 * @param customer the customer
 * @param quality how well it fits what was typed
 */
public record CustomerHit(CustomerSearchEntry customer, Quality quality) {
    /** How well a customer fits, best first. Names are those of customer and company. */
    public enum Quality {
        /** A name or an address is what was typed, but for case, accents and punctuation. */
        EXACT,
        /** Each word typed starts a word of the names. */
        PREFIX,
        /** Each word typed starts a word of the names or, from three letters on, stands inside one. */
        INFIX,
        /** As before, but words of four letters and more may hold one typing error. */
        TYPO,
        /** What was typed starts an address, its domain, or a part of either. */
        EMAIL_PREFIX,
        /** Each word typed, of three letters and more, stands inside an address. */
        EMAIL_INFIX,
        /**
         * Nothing fits as above, and each word typed stands for one of the names: a nickname, a short or a long form, with two
         * typing errors, joined or split; legal forms and titles are left out.
         */
        ALIKE,
        /** As before, but only some of the words, half of them at least; those that fit more come first. */
        SOME_WORDS
    }
}
