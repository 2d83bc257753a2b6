package dev.tieout.matching.items;

/**
 * A value that is not the same on both sides, to be shown to a person before anything is overwritten.
 *
 * <p>Immutable.
 *
 * @param field the field; never {@link ItemField#PRIOR}
 * @param itemValue the app's value, empty if it has none
 * @param recordValue QuickBooks' value, empty if it has none
 */
public record ItemDifference(ItemField field, String itemValue, String recordValue) {
    /** Names the field, never the values. */
    @Override
    public String toString() {
        return "ItemDifference[field=" + field + "]";
    }
}
