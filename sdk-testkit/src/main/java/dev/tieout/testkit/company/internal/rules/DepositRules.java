package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deposits (QuickBooks facts M4): a line is either direct, with an account, or takes one whole transaction out
 * of Undeposited Funds, once; the cash back is taken off. A sparse update merges lines and must name the bank account.
 */
final class DepositRules {
    private static final String SELECT_BANK = "Select a bank account for this deposit";

    private DepositRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        boolean silent = write.sparse() && !write.sent().has("DepositToAccountRef");
        if (draft.ref("DepositToAccountRef") == null || silent) {
            throw QboFault.missing("DepositToAccountRef");
        }
        TransactionRules.apply(write);
        if (write.sparse() && write.sent().has("Line")) {
            draft.set("Line", merged(write));
        }
        List<JsonObject> lines = LineRules.sent(write);
        List<JsonObject> direct = lines.stream()
                .filter(line -> line.objects("LinkedTxn").isEmpty())
                .toList();
        lines.forEach(line -> line(write, line));
        LineRules.number(write, direct, 1, true);
        LineRules.replace(write, lines);
        JsonObject cashBack = draft.object("CashBack");
        BigDecimal back = cashBack == null ? BigDecimal.ZERO : cashBack.amount("Amount");
        BigDecimal total = Money.sum(lines, "Amount").subtract(back);
        if (total.signum() < 0) {
            throw QboFault.business("You must specify a transaction amount that is 0 or greater.");
        }
        TransactionRules.total(write, total);
        draft.setIfAbsent("TxnTaxDetail", new JsonObject());
    }

    /** Lines with a known Id, or a transaction that is on the deposit already, take the place of the old ones. */
    private static List<Object> merged(Write write) {
        List<Object> lines = new ArrayList<>();
        List<JsonObject> sent = write.draft().objects("Line");
        JsonObject before = write.before();
        for (JsonObject old : before == null ? List.<JsonObject>of() : before.objects("Line")) {
            if (sent.stream().noneMatch(line -> key(line).equals(key(old)))) {
                lines.add(old.copy());
            }
        }
        lines.addAll(sent);
        return lines;
    }

    private static String key(JsonObject line) {
        List<JsonObject> links = line.objects("LinkedTxn");
        if (links.isEmpty()) {
            return line.text("Id", "new");
        }
        JsonObject link = links.get(0);
        return link.text("TxnType") + "/" + link.text("TxnId") + "/" + link.text("TxnLineId", "0");
    }

    private static void line(Write write, JsonObject line) {
        if (!line.has("Amount")) {
            throw QboFault.missing("Line.Amount");
        }
        line.set("Amount", Money.cents(line.amount("Amount")));
        List<JsonObject> links = line.objects("LinkedTxn");
        boolean known = !links.isEmpty() && stored(write, line);
        if (links.isEmpty()) {
            direct(write, line);
        } else if (!known) {
            mixed(line);
            links.forEach(link -> linked(write, line, link));
        }
    }

    /** What is on the deposit already is not looked at again. */
    private static boolean stored(Write write, JsonObject line) {
        JsonObject before = write.before();
        return before != null && before.objects("Line").stream().anyMatch(old -> key(old).equals(key(line)));
    }

    private static void direct(Write write, JsonObject line) {
        JsonObject detail = line.object("DepositLineDetail");
        if (detail == null || detail.ref("AccountRef") == null) {
            throw QboFault.missing("Line.DepositLineDetail.AccountRef");
        }
        ClassRules.line(write, detail);
        line.setIfAbsent("CustomExtensions", List.of());
    }

    private static void mixed(JsonObject line) {
        JsonObject detail = line.object("DepositLineDetail");
        if (line.has("DetailType") && (detail == null || detail.ref("AccountRef") == null)) {
            throw QboFault.missing("Line.DepositLineDetail.AccountRef");
        }
        if (detail != null) {
            throw QboFault.business(SELECT_BANK);
        }
    }

    private static void linked(Write write, JsonObject line, JsonObject link) {
        if (!link.has("TxnLineId")) {
            throw QboFault.missing("LinkedTxn.TxnLineId");
        }
        EntityKind kind = EntityKind.named(link.text("TxnType", ""));
        if (kind == null || !kind.transaction()) {
            return;
        }
        JsonObject funds = write.work().find(kind, link.text("TxnId"));
        if (funds == null) {
            throw QboFault.badReference();
        }
        if (kind == EntityKind.PAYMENT || kind == EntityKind.SALES_RECEIPT || kind == EntityKind.REFUND_RECEIPT) {
            whole(write, line, kind, funds);
        }
    }

    /**
     * The deposit that holds a transaction. Payments and sales receipts name it, refund receipts do not (QuickBooks facts M4.7,
     * M4.9).
     */
    static @Nullable String holder(Work work, EntityKind kind, JsonObject funds) {
        if (kind != EntityKind.REFUND_RECEIPT) {
            return funds.objects("LinkedTxn").stream()
                    .filter(held -> "Deposit".equals(held.text("TxnType")))
                    .map(held -> held.text("TxnId"))
                    .findFirst()
                    .orElse(null);
        }
        String id = funds.text("Id", "");
        for (JsonObject deposit : work.all(EntityKind.DEPOSIT)) {
            boolean holds = deposit.objects("Line").stream()
                    .flatMap(line -> line.objects("LinkedTxn").stream())
                    .anyMatch(link -> kind.json().equals(link.text("TxnType")) && id.equals(link.text("TxnId")));
            if (holds) {
                return deposit.text("Id");
            }
        }
        return null;
    }

    private static void whole(Write write, JsonObject line, EntityKind kind, JsonObject funds) {
        @Nullable String holder = holder(write.work(), kind, funds);
        if (holder != null && !holder.equals(write.id())) {
            throw QboFault.business("Transaction cannot be applied to Deposit because it has already been applied to"
                    + " another Deposit");
        }
        String account = funds.ref("DepositToAccountRef");
        if (account != null && !Objects.equals(account, Accounts.undepositedFunds(write.work()))) {
            throw QboFault.business(SELECT_BANK);
        }
        BigDecimal amount = funds.amount("TotalAmt");
        BigDecimal due = kind == EntityKind.REFUND_RECEIPT ? amount.negate() : amount;
        if (line.amount("Amount").compareTo(due) != 0) {
            throw QboFault.business("The amount of a deposited transaction must be its whole amount.");
        }
    }
}
