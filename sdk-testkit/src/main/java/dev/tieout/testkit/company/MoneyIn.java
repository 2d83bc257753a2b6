package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The forms on which a person books payments, credits and deposits. */
final class MoneyIn {
    private MoneyIn() {}

    static JsonObject payment(String customerId, BigDecimal amount, List<Object> lines) {
        return JsonObject.of("CustomerRef", JsonObject.reference(customerId), "TotalAmt", amount, "Line", lines);
    }

    static JsonObject line(String type, String id, BigDecimal amount) {
        List<Object> links = new ArrayList<>();
        links.add(JsonObject.of("TxnId", id, "TxnType", type));
        return JsonObject.of("Amount", amount, "LinkedTxn", links);
    }

    static boolean links(JsonObject line, String type, String id) {
        return line.objects("LinkedTxn").stream()
                .anyMatch(link -> type.equals(link.text("TxnType")) && id.equals(link.text("TxnId")));
    }

    /** Adds to the line that names the transaction, or a line. */
    static void add(List<JsonObject> lines, String type, String id, BigDecimal amount) {
        for (JsonObject line : lines) {
            if (links(line, type, id)) {
                line.set("Amount", line.amount("Amount").add(amount));
                return;
            }
        }
        lines.add(line(type, id, amount));
    }

    static JsonObject credit(String customerId, String itemId, BigDecimal amount) {
        List<Object> lines = new ArrayList<>();
        lines.add(Lines.item(itemId, amount));
        return JsonObject.of("CustomerRef", JsonObject.reference(customerId), "Line", lines);
    }

    static JsonObject deposit(Work work, List<JsonObject> payments) {
        List<Object> lines = new ArrayList<>();
        for (JsonObject payment : payments) {
            JsonObject line = line("Payment", payment.text("Id", ""), payment.amount("TotalAmt"));
            line.objects("LinkedTxn").get(0).set("TxnLineId", "0");
            lines.add(line);
        }
        return JsonObject.of("DepositToAccountRef", JsonObject.reference(bank(work)), "Line", lines);
    }

    private static String bank(Work work) {
        for (JsonObject account : work.all(EntityKind.ACCOUNT)) {
            if (!account.isFalse("Active") && account.text("AccountType", "").equals("Bank")) {
                return account.text("Id", "");
            }
        }
        throw new IllegalStateException("the company has no bank account: create one first");
    }
}
