package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of sales forms: item lines, then a subtotal QuickBooks makes itself, then the discount; subtotal, discount
 * and tax lines have no Id (QuickBooks fact E14.1).
 */
final class SalesLines {
    private SalesLines() {}

    /** Puts the lines into their final form and returns them with subtotal and discount. */
    static List<JsonObject> apply(Write write) {
        List<JsonObject> items = new ArrayList<>();
        List<JsonObject> discounts = new ArrayList<>();
        for (JsonObject line : LineRules.sent(write)) {
            switch (line.text("DetailType", "")) {
                case "SubTotalLineDetail" -> {}
                case "DiscountLineDetail" -> discounts.add(line);
                default -> items.add(item(write, line));
            }
        }
        items.removeIf(line -> shipping(line) && Features.dropped(write, "AllowShipping", "Line.ItemRef"));
        if (items.isEmpty()) {
            throw QboFault.missing("Line");
        }
        LineRules.number(write, items, 1, true);
        BigDecimal subtotal = net(items);
        List<JsonObject> lines = new ArrayList<>(items);
        lines.add(JsonObject.of(
                "Amount", subtotal, "DetailType", "SubTotalLineDetail", "SubTotalLineDetail", new JsonObject()));
        lines.addAll(DiscountLines.apply(write, discounts, subtotal));
        LineRules.replace(write, lines);
        return lines;
    }

    private static boolean shipping(JsonObject line) {
        JsonObject detail = line.object("SalesItemLineDetail");
        return detail != null && "SHIPPING_ITEM_ID".equals(detail.ref("ItemRef"));
    }

    /** The item lines, those inside bundles in place of the bundle's own. */
    static List<JsonObject> flat(List<JsonObject> lines) {
        List<JsonObject> flat = new ArrayList<>();
        for (JsonObject line : lines) {
            JsonObject group = line.object("GroupLineDetail");
            if (group != null) {
                flat.addAll(group.objects("Line"));
            } else if (line.has("SalesItemLineDetail")) {
                flat.add(line);
            }
        }
        return flat;
    }

    /** What the item lines come to; what a bundle's own line shows does not count (QuickBooks facts M6). */
    static BigDecimal net(List<JsonObject> lines) {
        return Money.sum(flat(lines), "Amount");
    }

    private static JsonObject item(Write write, JsonObject line) {
        String type = line.text("DetailType", "");
        switch (type) {
            case "SalesItemLineDetail" -> salesItem(write, line);
            case "GroupLineDetail" -> group(write, line);
            case "DescriptionOnly" -> {
                line.set("Amount", null);
                line.setIfAbsent("DescriptionLineDetail", new JsonObject());
            }
            default -> throw QboFault.of(6440, "The detail type " + type + " is not allowed here.", "Line.DetailType");
        }
        return line;
    }

    private static void salesItem(Write write, JsonObject line) {
        JsonObject detail = line.objectOrNew("SalesItemLineDetail");
        LineRules.amount(line, detail);
        LineRules.item(write, detail);
        JsonObject item = write.work().find(EntityKind.ITEM, detail.ref("ItemRef"));
        String income = item == null ? null : item.ref("IncomeAccountRef");
        detail.set("ItemAccountRef", income == null ? null : JsonObject.reference(income));
        TaxRules.lineCode(write, detail, item);
        TaxRules.inclusive(write, line, detail);
        ClassRules.line(write, detail);
        line.setIfAbsent("CustomExtensions", List.of());
    }

    /** A bundle's inner lines are those sent, else those of the bundle, times its quantity (QuickBooks facts M6). */
    private static void group(Write write, JsonObject line) {
        JsonObject detail = line.objectOrNew("GroupLineDetail");
        JsonObject bundle = write.work().find(EntityKind.ITEM, detail.ref("GroupItemRef"));
        if (bundle == null && detail.objects("Line").isEmpty()) {
            throw QboFault.missing("Line.GroupLineDetail.GroupItemRef");
        }
        if (detail.objects("Line").isEmpty() && bundle != null) {
            detail.set("Line", members(write, bundle, detail));
        }
        List<JsonObject> inner = detail.objects("Line");
        for (JsonObject member : inner) {
            if (!member.text("DetailType", "SalesItemLineDetail").equals("SalesItemLineDetail")) {
                throw QboFault.of(6440, "A bundle holds item lines only.", "Line.GroupLineDetail.Line");
            }
            salesItem(write, member.set("DetailType", "SalesItemLineDetail"));
        }
        boolean sum = write.on(CompanySwitch.BUNDLE_SHOWS_SUM);
        line.set("Amount", sum ? Money.sum(inner, "Amount") : BigDecimal.ZERO);
    }

    private static List<Object> members(Write write, JsonObject bundle, JsonObject detail) {
        BigDecimal times = detail.has("Quantity") ? detail.amount("Quantity") : BigDecimal.ONE;
        JsonObject group = bundle.object("ItemGroupDetail");
        List<Object> members = new ArrayList<>();
        for (JsonObject component : group == null ? List.<JsonObject>of() : group.objects("ItemGroupLine")) {
            JsonObject item = write.work().find(EntityKind.ITEM, component.ref("ItemRef"));
            BigDecimal each = component.has("Qty") ? component.amount("Qty") : BigDecimal.ONE;
            BigDecimal price = item == null ? BigDecimal.ZERO : item.amount("UnitPrice");
            JsonObject sold = JsonObject.of(
                    "ItemRef",
                    JsonObject.reference(String.valueOf(component.ref("ItemRef"))),
                    "UnitPrice",
                    price,
                    "Qty",
                    each.multiply(times));
            members.add(JsonObject.of(
                    "Description",
                    item == null ? null : item.text("Description"),
                    "DetailType",
                    "SalesItemLineDetail",
                    "SalesItemLineDetail",
                    sold));
        }
        return members;
    }
}
