package dev.tieout.qbo.sync.internal.row;

import dev.tieout.qbo.json.internal.Json;
import dev.tieout.sync.BillingSettings;
import dev.tieout.sync.ClosedBooksPolicy;
import dev.tieout.sync.CustomerPolicy;
import dev.tieout.sync.ItemPolicy;
import dev.tieout.sync.NumberPolicy;
import dev.tieout.sync.VoidPolicy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policies of invoices as JSON; one that a stored row lacks, or does not know, has its default. */
final class BillingJson {
    private BillingJson() {}

    static Map<String, @Nullable Object> write(BillingSettings billing) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("customers", billing.customers());
        o.put("unmappedItems", billing.unmappedItems());
        o.put("numbers", billing.numbers());
        o.put("voids", billing.voids());
        o.put("closedBooks", billing.closedBooks());
        o.put("taxCode", billing.taxCode());
        o.put("untaxedCode", billing.untaxedCode());
        o.put("taxTolerance", billing.taxTolerance());
        return o;
    }

    static BillingSettings read(Map<String, Object> o) {
        BillingSettings otherwise = BillingSettings.defaults();
        return new BillingSettings(
                word(o, "customers", otherwise.customers(), CustomerPolicy.values()),
                word(o, "unmappedItems", otherwise.unmappedItems(), ItemPolicy.values()),
                word(o, "numbers", otherwise.numbers(), NumberPolicy.values()),
                word(o, "voids", otherwise.voids(), VoidPolicy.values()),
                word(o, "closedBooks", otherwise.closedBooks(), ClosedBooksPolicy.values()),
                SettingsRows.remoteId(o, "taxCode"),
                SettingsRows.remoteId(o, "untaxedCode"),
                Objects.requireNonNullElse(Json.decimal(o, "taxTolerance"), BigDecimal.ZERO));
    }

    private static <T extends Enum<T>> T word(Map<String, Object> o, String name, T otherwise, T[] words) {
        @Nullable String stored = Json.text(o, name);
        for (T word : words) {
            if (word.name().equals(stored)) {
                return word;
            }
        }
        return otherwise;
    }
}
