package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a sales form in the hands of a person. */
final class Lines {
    private Lines() {}

    /** The lines without what QuickBooks works out itself: the subtotal, and what a percentage comes to. */
    static List<JsonObject> editable(JsonObject form) {
        List<JsonObject> lines = new ArrayList<>();
        for (JsonObject line : form.objects("Line")) {
            JsonObject copy = line.copy();
            JsonObject discount = copy.object("DiscountLineDetail");
            if (discount != null && discount.is("PercentBased")) {
                copy.set("Amount", null);
            }
            if (!copy.text("DetailType", "").equals("SubTotalLineDetail")) {
                lines.add(copy);
            }
        }
        return lines;
    }

    static void discount(List<JsonObject> lines, @Nullable BigDecimal amount, @Nullable BigDecimal percent) {
        lines.removeIf(line -> line.has("DiscountLineDetail"));
        JsonObject detail = JsonObject.of("PercentBased", percent != null, "DiscountPercent", percent);
        lines.add(JsonObject.of("Amount", amount, "DetailType", "DiscountLineDetail", "DiscountLineDetail", detail));
    }

    static JsonObject text(String text) {
        return JsonObject.of("Description", text, "DetailType", "DescriptionOnly");
    }

    static JsonObject item(String itemId, BigDecimal amount) {
        JsonObject detail = JsonObject.of("ItemRef", JsonObject.reference(itemId));
        return JsonObject.of("Amount", amount, "DetailType", "SalesItemLineDetail", "SalesItemLineDetail", detail);
    }

    static JsonObject bundle(String itemId, BigDecimal quantity) {
        JsonObject detail = JsonObject.of("GroupItemRef", JsonObject.reference(itemId), "Quantity", quantity);
        return JsonObject.of("DetailType", "GroupLineDetail", "GroupLineDetail", detail);
    }

    static JsonObject bundleItem(String name, String... itemIds) {
        List<Object> members = new ArrayList<>();
        for (String id : itemIds) {
            members.add(JsonObject.of("ItemRef", JsonObject.reference(id), "Qty", BigDecimal.ONE));
        }
        JsonObject detail = JsonObject.of("ItemGroupLine", members);
        return JsonObject.of("Name", name, "Type", "Group", "ItemGroupDetail", detail);
    }

    static void amount(List<JsonObject> lines, String lineId, BigDecimal amount) {
        for (JsonObject line : lines) {
            JsonObject detail = line.object("SalesItemLineDetail");
            if (detail != null && lineId.equals(line.text("Id"))) {
                detail.set("Qty", null).set("UnitPrice", null);
                line.set("Amount", amount);
                return;
            }
        }
        throw new IllegalStateException("there is no item line " + lineId);
    }

    /** The Id of the first active item that can be sold. */
    static String anyItem(Work work) {
        for (JsonObject item : work.all(EntityKind.ITEM)) {
            if (!item.isFalse("Active") && item.ref("IncomeAccountRef") != null) {
                return item.text("Id", "");
            }
        }
        throw new IllegalStateException("the company has no item that could be sold: create one first");
    }
}
