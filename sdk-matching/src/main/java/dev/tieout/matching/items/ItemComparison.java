package dev.tieout.matching.items;

import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a compared pair into values that can be shown. Stateless. */
final class ItemComparison {
    private ItemComparison() {}

    static ItemExplanation explain(ServiceItem item, ItemRecord record, ItemPair pair, boolean refused) {
        Set<ItemContradiction> contradictions = EnumSet.noneOf(ItemContradiction.class);
        contradictions.addAll(pair.contradictions());
        if (refused) {
            contradictions.add(ItemContradiction.REFUSED);
        }
        return new ItemExplanation(
                item.id(),
                record.id(),
                pair.score(),
                pair.confidence(),
                evidence(item, record, pair),
                List.copyOf(contradictions),
                differences(item, record, pair));
    }

    static List<ItemDifference> differences(ServiceItem item, ItemRecord record, ItemPair pair) {
        List<ItemDifference> differences = new ArrayList<>();
        for (ItemEvidence one : evidence(item, record, pair)) {
            if (differs(item, record, one)) {
                differences.add(new ItemDifference(one.field(), one.itemValue(), one.recordValue()));
            }
        }
        return List.copyOf(differences);
    }

    private static boolean differs(ServiceItem item, ItemRecord record, ItemEvidence one) {
        return switch (one.field()) {
            case PRIOR -> false;
            case NAME -> !item.name().strip().equals(record.name().strip());
            case CODE -> !one.itemValue().equals(one.recordValue());
            // the app that has no rate sets it on each invoice; QuickBooks' 0 means that none is set
            case RATE -> item.rate() != null && item.rate().compareTo(orZero(record.unitPrice())) != 0;
            case TAX_RATE, TAXABLE -> one.level() == ItemLevel.DIFFERS;
        };
    }

    private static List<ItemEvidence> evidence(ServiceItem item, ItemRecord record, ItemPair pair) {
        String taxable = record.taxable() == null ? "" : record.taxable().toString();
        return List.of(
                one(pair, ItemField.PRIOR, "", "", ItemLevel.NONE),
                one(pair, ItemField.NAME, item.name(), record.fullyQualifiedName(), pair.name()),
                one(pair, ItemField.CODE, orEmpty(item.code()), orEmpty(record.sku()), pair.code()),
                one(pair, ItemField.RATE, plain(item.rate()), plain(record.unitPrice()), pair.rate()),
                one(pair, ItemField.TAX_RATE, plain(item.taxRate()), plain(record.taxRate()), pair.taxRate()),
                one(pair, ItemField.TAXABLE, Boolean.toString(item.taxable()), taxable, pair.taxable()));
    }

    private static ItemEvidence one(
            ItemPair pair, ItemField field, String itemValue, String recordValue, ItemLevel level) {
        return new ItemEvidence(field, itemValue, recordValue, level, ItemScorer.weight(field, level, pair.share()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
