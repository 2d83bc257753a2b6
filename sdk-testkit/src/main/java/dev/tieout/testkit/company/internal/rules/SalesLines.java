package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        if (items.isEmpty()) {
            throw QboFault.missing("Line");
        }
        LineRules.number(write, items, 1, true);
        BigDecimal subtotal = Money.sum(items, "Amount");
        List<JsonObject> lines = new ArrayList<>(items);
        lines.add(JsonObject.of(
                "Amount", subtotal, "DetailType", "SubTotalLineDetail", "SubTotalLineDetail", new JsonObject()));
        for (JsonObject discount : discounts) {
            lines.add(discount(write, discount, subtotal));
        }
        LineRules.replace(write, lines);
        return lines;
    }

    private static JsonObject item(Write write, JsonObject line) {
        String type = line.text("DetailType", "");
        switch (type) {
            case "SalesItemLineDetail" -> salesItem(write, line);
            case "GroupLineDetail" -> group(write, line);
            case "DescriptionOnly" -> line.set("Amount", null);
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
        ClassRules.line(write, detail);
        line.setIfAbsent("CustomExtensions", List.of());
    }

    private static void group(Write write, JsonObject line) {
        JsonObject detail = line.objectOrNew("GroupLineDetail");
        List<JsonObject> inner = detail.objects("Line");
        inner.forEach(member -> salesItem(write, member));
        line.set("Amount", Money.sum(inner, "Amount"));
    }

    /** A discount needs an amount or a percentage (6090); a percentage is taken from the subtotal. */
    private static JsonObject discount(Write write, JsonObject line, BigDecimal subtotal) {
        JsonObject detail = line.objectOrNew("DiscountLineDetail");
        BigDecimal percent = detail.decimal("DiscountPercent");
        if (percent != null && (detail.is("PercentBased") || !line.has("Amount"))) {
            detail.set("PercentBased", true);
            line.set("Amount", Money.percent(subtotal, percent, RoundingMode.HALF_UP));
        } else if (!line.has("Amount")) {
            throw QboFault.of(6090, "A discount line needs an amount or a percentage.", "Line.DiscountLineDetail");
        } else {
            detail.set("PercentBased", false);
            line.set("Amount", Money.cents(line.amount("Amount")));
        }
        String account = write.settings().text("SalesFormsPrefs.DefaultDiscountAccount");
        if (account != null && write.work().find(EntityKind.ACCOUNT, account) != null) {
            detail.setIfAbsent("DiscountAccountRef", JsonObject.reference(account));
        }
        line.set("Id", null);
        line.set("LineNum", null);
        return line;
    }
}
