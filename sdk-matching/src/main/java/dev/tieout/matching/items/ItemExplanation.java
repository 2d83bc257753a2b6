package dev.tieout.matching.items;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.List;

/**
 * Why two items were matched, or were not.
 *
 * <p>Immutable.
 *
 * @param item the service item
 * @param record the QuickBooks item
 * @param score the natural logarithm of the odds that they are the same: the sum of the evidence's weights
 * @param confidence the score as a probability, 0 to 1
 * @param evidence what each field says
 * @param contradictions what forbids an automatic match
 * @param differences where the two differ
 */
public record ItemExplanation(
        LocalId item,
        RemoteId record,
        double score,
        double confidence,
        List<ItemEvidence> evidence,
        List<ItemContradiction> contradictions,
        List<ItemDifference> differences) {
    public ItemExplanation {
        evidence = List.copyOf(evidence);
        contradictions = List.copyOf(contradictions);
        differences = List.copyOf(differences);
    }

    /** Leaves the values out. */
    @Override
    public String toString() {
        return "ItemExplanation[item=" + item + ", record=" + record + ", score=" + score + ", contradictions="
                + contradictions + "]";
    }
}
