package dev.tieout.matching.items;

/**
 * What one field says about two items.
 *
 * <p>Immutable.
 *
 * @param field the field
 * @param itemValue the app's value, empty if it has none
 * @param recordValue QuickBooks' value, empty if it has none
 * @param level how well they agree
 * @param weight what it adds to the score, in natural log odds
 */
public record ItemEvidence(ItemField field, String itemValue, String recordValue, ItemLevel level, double weight) {
    /** Names the field and how well it agrees, never the values. */
    @Override
    public String toString() {
        return "ItemEvidence[field=" + field + ", level=" + level + ", weight=" + weight + "]";
    }
}
