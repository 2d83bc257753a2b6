package dev.tieout.qbo.setup.internal;

import dev.tieout.RemoteId;
import dev.tieout.matching.items.ItemRecord;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.entity.Ref;
import java.math.BigDecimal;
import java.util.Map;

/** An item as the matching engine takes it. */
final class ItemRecords {
    private ItemRecords() {}

    /** @param taxRates percent by tax code; a code that is missing has no known rate */
    static ItemRecord of(Item item, Map<String, BigDecimal> taxRates) {
        RemoteId id = RemoteId.of(item.id().orElseThrow());
        return ItemRecord.builder(id, item.name().orElseGet(() -> name(item)))
                .fullyQualifiedName(item.fullyQualifiedName().orElse(null))
                .sku(item.sku().orElse(null))
                .unitPrice(item.unitPrice().orElse(null))
                .taxable(item.taxable().orElse(null))
                .taxRate(item.salesTaxCodeRef()
                        .flatMap(Ref::value)
                        .map(taxRates::get)
                        .orElse(null))
                .type(type(item))
                .active(item.active().orElse(true))
                .parentId(item.parentRef().flatMap(Ref::value).map(RemoteId::of).orElse(null))
                .build();
    }

    static String type(Item item) {
        return item.type().orElse(ItemType.SERVICE).value();
    }

    static String name(Item item) {
        return item.fullyQualifiedName()
                .or(item::name)
                .orElse("Item " + item.id().orElse("?"));
    }
}
