package dev.tieout.matching.items;

/** What forbids an automatic match of two items; a person may still choose them. */
public enum ItemContradiction {
    /** A number differs or is missing on one side: 1040 against 1120, Level 1 against Level 2, 2025 against 2026. */
    NUMBERS,
    /** A word for tier, frequency or scope differs or is missing on one side: Basic against Premium. */
    TIERS,
    /** A single letter differs: 1040 against 1040-X. */
    LETTERS,
    /** The units of the price differ: by the hour against a flat fee. */
    UNITS,
    /** Other words differ on both sides. */
    WORDS,
    /** Both have a code, and not the same. */
    CODE,
    /** The name starts with a category other than the one the item is in. */
    CATEGORY,
    /** A person said that they are not the same. */
    REFUSED
}
