package dev.tieout.matching.items;

import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares one service item with one QuickBooks item. The weights are natural log odds. */
final class ItemScorer {
    static final double PRIOR = -5;
    private static final double NAME_SAME = 11;
    private static final double NAME_SAME_CORE = 9.5;
    private static final double NAME_SOFT = 8.5;
    private static final double NAME_PART = 5.5;
    private static final double NAME_OVERLAP = 4;
    private static final double CODE_SAME = 6.5;
    private static final double CODE_SHARED = 3;
    private static final double CODE_DIFFERS = -4;
    private static final double RATE_SAME = 1;
    private static final double RATE_DIFFERS = -0.2;
    private static final double TAX_SAME = 0.1;
    private static final double TAX_DIFFERS = -0.1;

    private final ItemIndex items;
    private final ItemIndex records;
    /** Whether both lists say of many items how they are counted: then one that does not say is another one. */
    private final boolean unitsTellApart;

    ItemScorer(ItemIndex items, ItemIndex records) {
        this.items = items;
        this.records = records;
        unitsTellApart = items.hasUnits() && records.hasUnits();
    }

    ItemPair score(int itemRow, ServiceItem item, int recordRow, ItemRecord record) {
        ParsedItem a = items.parsed(itemRow);
        ParsedItem b = records.parsed(recordRow);
        ItemLevel code = code(a.code(), b.code());
        NameComparison name = bestName(a, b);
        Set<ItemContradiction> contradictions = EnumSet.noneOf(ItemContradiction.class);
        contradictions.addAll(name.contradictions());
        boolean codeDecides = code == ItemLevel.SAME && name.share() >= 0.5;
        if (codeDecides) {
            contradictions.remove(ItemContradiction.WORDS);
        }
        if (code == ItemLevel.DIFFERS) {
            contradictions.add(ItemContradiction.CODE);
        }
        ItemLevel rate = amounts(item.rate(), record.unitPrice());
        boolean oneSided = a.name().units().isEmpty() || b.name().units().isEmpty();
        if (codeDecides || (oneSided && (rate == ItemLevel.SAME || !unitsTellApart))) {
            contradictions.remove(ItemContradiction.UNITS);
        }
        ItemLevel tax = taxRates(item.taxRate(), record.taxRate());
        ItemLevel taxable = record.taxable() == null
                ? ItemLevel.ABSENT
                : item.taxable() == record.taxable() ? ItemLevel.SAME : ItemLevel.DIFFERS;
        return new ItemPair(itemRow, recordRow, name.level(), code, rate, tax, taxable, name.share(), contradictions);
    }

    static double weight(ItemField field, ItemLevel level, double share) {
        return switch (field) {
            case PRIOR -> PRIOR;
            case NAME ->
                switch (level) {
                    case SAME -> NAME_SAME;
                    case SAME_CORE -> NAME_SAME_CORE;
                    case SOFT -> NAME_SOFT;
                    case PART -> NAME_PART * share;
                    default -> NAME_OVERLAP * share;
                };
            case CODE ->
                switch (level) {
                    case SAME -> CODE_SAME;
                    case PART -> CODE_SHARED;
                    case DIFFERS -> CODE_DIFFERS;
                    default -> 0;
                };
            case RATE -> level == ItemLevel.SAME ? RATE_SAME : level == ItemLevel.DIFFERS ? RATE_DIFFERS : 0;
            case TAX_RATE, TAXABLE -> level == ItemLevel.SAME ? TAX_SAME : level == ItemLevel.DIFFERS ? TAX_DIFFERS : 0;
        };
    }

    private NameComparison bestName(ParsedItem a, ParsedItem b) {
        NameComparison best = compare(a.name(), b.name());
        if (a.category() != null && b.category() != null) {
            NameComparison category = compare(a.category(), b.category());
            if (category.level() != ItemLevel.SAME && category.level() != ItemLevel.SAME_CORE) {
                best = best.with(ItemContradiction.CATEGORY);
            }
        }
        if (b.category() != null) {
            best = best.better(compare(a.name(), b.qualified())).better(compare(a.qualified(), b.qualified()));
        }
        return a.category() == null ? best : best.better(compare(a.qualified(), b.name()));
    }

    private NameComparison compare(ItemWords a, ItemWords b) {
        return NameComparison.of(a, b, items.vocabulary(), records.vocabulary());
    }

    private ItemLevel code(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return ItemLevel.ABSENT;
        }
        if (!a.equals(b)) {
            return ItemLevel.DIFFERS;
        }
        boolean unique = items.withCode(a) == 1 && records.withCode(b) == 1;
        return unique ? ItemLevel.SAME : ItemLevel.PART;
    }

    /** QuickBooks sends 0 for an item without a price, so 0 is no evidence. */
    private static ItemLevel amounts(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null || a.signum() == 0 || b.signum() == 0) {
            return ItemLevel.ABSENT;
        }
        return a.compareTo(b) == 0 ? ItemLevel.SAME : ItemLevel.DIFFERS;
    }

    /** 7.5 and 0.075 are the same rate: hosts hold it in percent or as a fraction. */
    static ItemLevel taxRates(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return ItemLevel.ABSENT;
        }
        boolean same =
                a.compareTo(b) == 0 || a.movePointRight(2).compareTo(b) == 0 || a.compareTo(b.movePointRight(2)) == 0;
        return same ? ItemLevel.SAME : ItemLevel.DIFFERS;
    }
}
