package dev.tieout.matching.items;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

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

    /**
     * Tells it in one line.
     *
     * @param locale the reader's language; English where there is no translation
     * @return the line, without names, codes and amounts
     */
    public String text(Locale locale) {
        // Not what a bundle would fall back to, which is the machine's language.
        Locale translated = locale.getLanguage().equals("es") ? Locale.forLanguageTag("es") : Locale.ROOT;
        ResourceBundle words = ResourceBundle.getBundle("dev.tieout.matching.items.messages", translated);
        String fields = evidence.stream()
                .map(one -> one.field() + "." + one.level())
                .filter(words::containsKey)
                .map(words::getString)
                .collect(Collectors.joining("; "));
        if (contradictions.isEmpty()) {
            return fields + ".";
        }
        String against = contradictions.stream()
                .map(one -> words.getString("contradiction." + one))
                .collect(Collectors.joining("; "));
        return fields + ". " + MessageFormat.format(words.getString("against"), against) + ".";
    }

    /** Leaves the values out. */
    @Override
    public String toString() {
        return "ItemExplanation[item=" + item + ", record=" + record + ", score=" + score + ", contradictions="
                + contradictions + "]";
    }
}
