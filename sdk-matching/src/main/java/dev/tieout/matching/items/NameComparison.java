package dev.tieout.matching.items;

import dev.tieout.matching.internal.text.TextKeys;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How two names agree.
 *
 * @param level the level
 * @param share the part of the longer name's content that the other one has too, 0 to 1
 * @param contradictions what in the names forbids an automatic match
 */
record NameComparison(ItemLevel level, double share, Set<ItemContradiction> contradictions) {
    /** Shorter words have too many neighbours to be taken for one mistyped. */
    private static final int SHORTEST_TYPO = 5;

    private static final int SHORTEST_SHORT_FORM = 3;

    /**
     * Compares.
     *
     * @param item the service item's name
     * @param record the QuickBooks item's name
     * @param itemWords all words of the app's catalogue
     * @param recordWords all words of the QuickBooks list
     */
    static NameComparison of(ItemWords item, ItemWords record, Set<String> itemWords, Set<String> recordWords) {
        boolean joinedAlike =
                item.joined().equals(record.joined()) && item.numbers().equals(record.numbers());
        if (!item.all().isEmpty() && (item.all().equals(record.all()) || joinedAlike)) {
            return new NameComparison(ItemLevel.SAME, 1, Set.of());
        }
        int longer = Math.max(item.content().size(), record.content().size());
        if (longer == 0) {
            return new NameComparison(ItemLevel.DIFFERS, 0, Set.of());
        }
        List<String> itemRest = new ArrayList<>(item.content());
        List<String> recordRest = new ArrayList<>(record.content());
        itemRest.removeIf(recordRest::remove);
        boolean core = itemRest.isEmpty() && recordRest.isEmpty();
        takeSoft(itemRest, recordRest, itemWords, recordWords);
        double share = (double) (longer - Math.max(itemRest.size(), recordRest.size())) / longer;
        return new NameComparison(
                level(core, itemRest, recordRest, share), share, contradictions(item, record, itemRest, recordRest));
    }

    NameComparison with(ItemContradiction contradiction) {
        Set<ItemContradiction> all = EnumSet.of(contradiction);
        all.addAll(contradictions);
        return new NameComparison(level, share, all);
    }

    /** The comparison that says more for a match. */
    NameComparison better(NameComparison other) {
        int byLevel = Integer.compare(rank(), other.rank());
        return byLevel < 0 || (byLevel == 0 && share >= other.share) ? this : other;
    }

    private int rank() {
        return switch (level) {
            case SAME -> 0;
            case SAME_CORE -> 1;
            case SOFT -> 2;
            case PART -> 3;
            case OVERLAP -> 4;
            default -> 5;
        };
    }

    private static Set<ItemContradiction> contradictions(
            ItemWords item, ItemWords record, List<String> itemRest, List<String> recordRest) {
        Set<ItemContradiction> found = EnumSet.noneOf(ItemContradiction.class);
        note(found, ItemContradiction.NUMBERS, anyOf(itemRest, item.numbers()) || anyOf(recordRest, record.numbers()));
        note(found, ItemContradiction.TIERS, anyOf(itemRest, item.tiers()) || anyOf(recordRest, record.tiers()));
        note(found, ItemContradiction.LETTERS, anyOf(itemRest, item.letters()) || anyOf(recordRest, record.letters()));
        note(found, ItemContradiction.WORDS, anyOf(itemRest, item.topics()) && anyOf(recordRest, record.topics()));
        note(found, ItemContradiction.UNITS, !item.units().equals(record.units()));
        return found;
    }

    private static ItemLevel level(boolean core, List<String> itemRest, List<String> recordRest, double share) {
        if (core) {
            return ItemLevel.SAME_CORE;
        }
        if (itemRest.isEmpty() && recordRest.isEmpty()) {
            return ItemLevel.SOFT;
        }
        if (share > 0 && (itemRest.isEmpty() || recordRest.isEmpty())) {
            return ItemLevel.PART;
        }
        return share >= 0.5 ? ItemLevel.OVERLAP : ItemLevel.DIFFERS;
    }

    private static void note(Set<ItemContradiction> all, ItemContradiction one, boolean holds) {
        if (holds) {
            all.add(one);
        }
    }

    private static boolean anyOf(List<String> rest, List<String> kind) {
        return rest.stream().anyMatch(kind::contains);
    }

    private static void takeSoft(
            List<String> itemRest, List<String> recordRest, Set<String> itemWords, Set<String> recordWords) {
        itemRest.removeIf(word -> {
            for (int i = 0; i < recordRest.size(); i++) {
                String other = recordRest.get(i);
                // where both are words of both catalogues, they are two words and not one mistyped
                boolean bothKnown = recordWords.contains(word) && itemWords.contains(other);
                if (!bothKnown && (isTypo(word, other) || isShortForm(word, other) || isShortForm(other, word))) {
                    recordRest.remove(i);
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean isTypo(String a, String b) {
        return Math.min(a.length(), b.length()) >= SHORTEST_TYPO
                && Character.isLetter(a.charAt(0))
                && a.charAt(0) == b.charAt(0)
                && !(Vocabulary.TIERS.contains(a) && Vocabulary.TIERS.contains(b))
                && TextKeys.withinOneEdit(a, b);
    }

    /** Whether the letters of the short word stand in the long one in their order, with the same first letter. */
    private static boolean isShortForm(String shorter, String longer) {
        if (shorter.length() < SHORTEST_SHORT_FORM
                || Vocabulary.TIERS.contains(shorter)
                || shorter.length() * 10 > longer.length() * 7
                || !Character.isLetter(shorter.charAt(0))
                || shorter.charAt(0) != longer.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        return at == shorter.length();
    }
}
