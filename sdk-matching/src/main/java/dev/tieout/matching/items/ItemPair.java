package dev.tieout.matching.items;

import java.util.Set;

/** One service item compared with one QuickBooks item. */
record ItemPair(
        int item,
        int record,
        ItemLevel name,
        ItemLevel code,
        ItemLevel rate,
        ItemLevel taxRate,
        ItemLevel taxable,
        double share,
        Set<ItemContradiction> contradictions) {

    double score() {
        return ItemScorer.PRIOR
                + ItemScorer.weight(ItemField.NAME, name, share)
                + ItemScorer.weight(ItemField.CODE, code, share)
                + ItemScorer.weight(ItemField.RATE, rate, share)
                + ItemScorer.weight(ItemField.TAX_RATE, taxRate, share)
                + ItemScorer.weight(ItemField.TAXABLE, taxable, share);
    }

    double confidence() {
        return 1 / (1 + Math.exp(-score()));
    }

    boolean sameName() {
        return name == ItemLevel.SAME;
    }

    /** Whether the pair may be matched automatically if nothing rivals it. */
    boolean strong() {
        boolean nameDecides = sameName() || name == ItemLevel.SAME_CORE || name == ItemLevel.SOFT;
        boolean codeDecides = code == ItemLevel.SAME && share >= 0.5;
        return contradictions.isEmpty() && (nameDecides || codeDecides);
    }

    /** Whether a person should look at it before the item is called unmatched. */
    boolean plausible() {
        boolean nameAlike = sameName() || name == ItemLevel.SAME_CORE || name == ItemLevel.SOFT;
        boolean namesContradict = contradictions.stream()
                .anyMatch(one -> one != ItemContradiction.CODE && one != ItemContradiction.CATEGORY);
        return (nameAlike && !namesContradict) || (code == ItemLevel.SAME && share >= 0.5);
    }
}
