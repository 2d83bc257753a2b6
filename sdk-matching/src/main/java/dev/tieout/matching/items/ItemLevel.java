package dev.tieout.matching.items;

/** How well two values agree. */
public enum ItemLevel {
    /** The same, but for case, blanks, punctuation, plural or a common short form. */
    SAME,
    /** Names: the same but for words that say nothing, such as "service" or "fee". */
    SAME_CORE,
    /** Names: the same but for a typing error or a short form. */
    SOFT,
    /** Names: all words of one occur in the other. Codes: the same code, but others bear it too. */
    PART,
    /** Names: at least half of the words agree. */
    OVERLAP,
    /** One side has no value. */
    ABSENT,
    /** The values differ. */
    DIFFERS,
    /** Not a comparison. */
    NONE
}
