package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The discount of a sales form (QuickBooks facts M6): an amount, or a percentage of the subtotal, and both only if they fit; one
 * a form; never more than the subtotal.
 */
final class DiscountLines {
    private DiscountLines() {}

    static List<JsonObject> apply(Write write, List<JsonObject> sent, BigDecimal subtotal) {
        if (sent.isEmpty() || Features.dropped(write, "AllowDiscount", "Line.DiscountLineDetail")) {
            return List.of();
        }
        List<JsonObject> discounts = new ArrayList<>();
        for (JsonObject line : sent) {
            JsonObject detail = line.objectOrNew("DiscountLineDetail");
            boolean empty = !line.has("Amount") && detail.decimal("DiscountPercent") == null;
            if (!empty) {
                discounts.add(discount(write, line, detail, subtotal));
            } else if (!write.on(CompanySwitch.EMPTY_DISCOUNT_DROPPED)) {
                throw QboFault.of(6090, "A discount line needs an amount or a percentage.", "Line.DiscountLineDetail");
            }
        }
        if (discounts.size() > 1 && !write.on(CompanySwitch.MANY_DISCOUNTS_ALLOWED)) {
            throw QboFault.business("You can only use one discount line per transaction.");
        }
        if (Money.sum(discounts, "Amount").compareTo(subtotal.max(BigDecimal.ZERO)) > 0) {
            throw QboFault.business("The discount amount can't be greater than the subtotal.");
        }
        return discounts;
    }

    private static JsonObject discount(Write write, JsonObject line, JsonObject detail, BigDecimal subtotal) {
        BigDecimal percent = detail.decimal("DiscountPercent");
        if (percent != null) {
            percentage(write, line, percent, subtotal);
            detail.set("PercentBased", true);
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

    /** An amount that was sent beside a percentage must be what the percentage comes to; a percentage of 0 counts. */
    private static void percentage(Write write, JsonObject line, BigDecimal percent, BigDecimal subtotal) {
        BigDecimal amount = Money.percent(subtotal, percent, RoundingMode.HALF_UP);
        boolean sent = write.sent().has("Line") && line.has("Amount");
        if (sent && Money.cents(line.amount("Amount")).compareTo(amount) != 0) {
            throw QboFault.business(
                    "You can't set both an amount and a discount percentage if the amount is not the sum"
                            + " of the discount percentage and the subtotal.");
        }
        line.set("Amount", amount);
    }
}
