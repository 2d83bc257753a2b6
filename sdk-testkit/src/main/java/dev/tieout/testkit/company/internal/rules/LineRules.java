package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all lines share: the detail type, the amount that must be price times quantity (6070), Ids that are kept, given
 * out in order and never used again (QuickBooks fact E14.1, recorded in {@code qbo_api-update-sales_receipt}).
 */
final class LineRules {
    private static final int MOST_LINES = 10_000;

    private LineRules() {}

    /** The lines a client may send, checked; the transaction must have one. */
    static List<JsonObject> sent(Write write) {
        List<JsonObject> lines = write.draft().objects("Line");
        if (lines.isEmpty()) {
            throw QboFault.missing("Line");
        }
        if (lines.size() > MOST_LINES) {
            throw QboFault.business("A transaction may not have more than " + MOST_LINES + " lines.");
        }
        for (JsonObject line : lines) {
            if (!line.has("DetailType") && line.list("LinkedTxn").isEmpty()) {
                throw QboFault.missing("Line.DetailType");
            }
        }
        return lines;
    }

    /** Checks or computes the amount of a line that has a price and a quantity. */
    static void amount(JsonObject line, @Nullable JsonObject detail) {
        BigDecimal amount = line.decimal("Amount");
        BigDecimal price = detail == null ? null : detail.decimal("UnitPrice");
        BigDecimal quantity = detail == null ? null : detail.decimal("Qty");
        if (amount == null && price == null) {
            throw QboFault.missing("Line.Amount");
        }
        BigDecimal product =
                price == null ? null : Money.cents(price.multiply(quantity == null ? BigDecimal.ONE : quantity));
        if (amount == null) {
            line.set("Amount", product);
        } else if (contradicts(amount, price, quantity)) {
            throw QboFault.of(
                    6070, "Amount is not equal to UnitPrice * Qty. Supplied value:" + Shape.separated(amount), "Line");
        } else {
            line.set("Amount", Money.cents(amount));
        }
    }

    /** A price or a quantity of zero switches the check off (QuickBooks facts P11). */
    private static boolean contradicts(BigDecimal amount, @Nullable BigDecimal price, @Nullable BigDecimal quantity) {
        if (price == null || quantity == null || price.signum() == 0 || quantity.signum() == 0) {
            return false;
        }
        return Money.cents(amount).compareTo(Money.cents(price.multiply(quantity))) != 0;
    }

    /** Gives Ids to lines: known ones stay, others get the next number. */
    static void number(Write write, List<JsonObject> lines, int first, boolean lineNumbers) {
        JsonObject before = write.before();
        Set<String> known = new HashSet<>();
        long last = first - 1L;
        for (JsonObject old : before == null ? List.<JsonObject>of() : withInner(before.objects("Line"))) {
            String id = old.text("Id");
            if (id != null && id.matches("\\d{1,15}")) {
                known.add(id);
                last = Math.max(last, Long.parseLong(id));
            }
        }
        int position = 0;
        for (JsonObject line : withInner(lines)) {
            String id = line.text("Id");
            if (id == null || !known.remove(id)) {
                line.set("Id", Long.toString(++last));
            }
            position++;
            line.set("LineNum", lineNumbers ? BigDecimal.valueOf(position) : null);
        }
    }

    /** The lines of a bundle follow it and count with it (recorded in 2016). */
    private static List<JsonObject> withInner(List<JsonObject> lines) {
        List<JsonObject> all = new ArrayList<>();
        for (JsonObject line : lines) {
            all.add(line);
            JsonObject group = line.object("GroupLineDetail");
            if (group != null) {
                all.addAll(group.objects("Line"));
            }
        }
        return all;
    }

    /** Items that are no goods: categories cannot be sold, forms that post cannot sell stock before it exists (6270). */
    static void item(Write write, JsonObject detail) {
        JsonObject item = write.work().find(EntityKind.ITEM, detail.ref("ItemRef"));
        if (item == null) {
            return;
        }
        if (item.text("Type", "").equals("Category")) {
            throw QboFault.business("A category cannot be used on a transaction line.");
        }
        String start = item.text("InvStartDate");
        boolean posts = write.kind() != EntityKind.ESTIMATE && write.kind() != EntityKind.PURCHASE_ORDER;
        LocalDate stockFrom =
                start == null || !posts || !item.text("Type", "").equals("Inventory") ? null : Times.date(start);
        if (stockFrom != null && write.txnDate().isBefore(stockFrom)) {
            throw QboFault.of(
                    6270,
                    "Transactions with inventory (QOH) products cant be dated earlier than the Inventory Start Date for"
                            + " the product",
                    "");
        }
    }

    static void replace(Write write, List<JsonObject> lines) {
        write.draft().set("Line", new ArrayList<Object>(lines));
    }
}
