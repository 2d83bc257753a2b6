package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.FaultCode;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customer payments (QuickBooks facts M1): lines name what they pay, the rest stays unapplied, a zero payment with an
 * invoice and a credit memo links the two; a deposited payment cannot be changed (6540).
 */
final class PaymentRules {
    private static final Set<String> PAYABLE =
            Set.of("Invoice", "CreditMemo", "JournalEntry", "Expense", "Check", "CreditCardCredit");

    private static final Set<String> LOCKED_BY_DEPOSIT =
            Set.of("TotalAmt", "TxnDate", "DepositToAccountRef", "CustomerRef", "CurrencyRef", "ExchangeRate");

    private PaymentRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        if (draft.ref("CustomerRef") == null) {
            throw QboFault.missing("CustomerRef");
        }
        if (!draft.has("TotalAmt")) {
            throw QboFault.business("You must set a transaction amount.");
        }
        if (draft.amount("TotalAmt").signum() < 0) {
            throw QboFault.of(
                    2290, "The amount may not be negative. Supplied value:" + draft.text("TotalAmt"), "TotalAmt");
        }
        if (write.sparse()
                && !write.sent().has("Line")
                && write.on(CompanySwitch.SPARSE_PAYMENT_WITHOUT_LINES_UNAPPLIES)) {
            draft.set("Line", List.of());
        }
        card(draft);
        TransactionRules.apply(write);
        TransactionRules.total(write, draft.amount("TotalAmt"));
        List<JsonObject> lines = lines(write);
        draft.set("Line", new ArrayList<Object>(lines));
        unapplied(draft, lines);
        draft.setIfAbsent("ProcessPayment", false);
        if (draft.amount("TotalAmt").signum() == 0 && !lines.isEmpty()) {
            draft.setIfAbsent("PrivateNote", "Created by QB Online to link credits to charges.");
            draft.set("DepositToAccountRef", null);
        } else if (draft.ref("DepositToAccountRef") == null) {
            draft.set("DepositToAccountRef", Accounts.reference(Accounts.undepositedFunds(write.work())));
        }
    }

    /** Raw card numbers are refused (QuickBooks fact E2.14). */
    private static void card(JsonObject draft) {
        JsonObject card = draft.object("CreditCardPayment");
        JsonObject info = card == null ? null : card.object("CreditChargeInfo");
        if (info != null && info.has("Number")) {
            throw QboFault.of(6530, "Card numbers are not allowed.", "CreditCardPayment.CreditChargeInfo.Number");
        }
    }

    private static List<JsonObject> lines(Write write) {
        List<JsonObject> lines = new ArrayList<>();
        for (JsonObject line : write.draft().objects("Line")) {
            List<JsonObject> links = line.objects("LinkedTxn");
            if (links.isEmpty()) {
                throw QboFault.missing("Line.LinkedTxn");
            }
            if (!line.has("Amount")) {
                throw QboFault.missing("Line.Amount");
            }
            JsonObject kept = JsonObject.of("Amount", Money.cents(line.amount("Amount")));
            JsonObject link = links.get(0);
            check(write, kept, link);
            List<Object> linked = new ArrayList<>();
            linked.add(JsonObject.of(
                    "TxnId", link.text("TxnId"), "TxnType", link.text("TxnType"), "TxnLineId", link.text("TxnLineId")));
            kept.set("LinkedTxn", linked);
            lines.add(kept);
        }
        return lines;
    }

    private static void check(Write write, JsonObject line, JsonObject link) {
        String type = link.text("TxnType", "");
        String id = link.text("TxnId");
        if (!PAYABLE.contains(type)) {
            throw QboFault.of(2170, "Invalid Enumeration : " + type, "Line.LinkedTxn.TxnType");
        }
        EntityKind kind = EntityKind.named(type);
        if (kind == null || (kind != EntityKind.INVOICE && kind != EntityKind.CREDIT_MEMO)) {
            return;
        }
        JsonObject target = write.work().find(kind, id);
        if (target == null && !write.work().deleted(kind, id)) {
            throw QboFault.of(610, FaultCode.LINK_NOT_FOUND, "");
        }
        if (target == null || Remover.isVoid(target) || !sameCustomer(write, target)) {
            throw QboFault.of(620, FaultCode.of(620).detail(), "Payment.Line.LinkedTxn.TxnId");
        }
        BigDecimal open = target.amount(kind == EntityKind.INVOICE ? "Balance" : "RemainingCredit")
                .add(appliedBefore(write, type, id));
        if (line.amount("Amount").compareTo(open) > 0) {
            if (!write.on(CompanySwitch.CAP_OVERAPPLIED_PAYMENT)) {
                throw QboFault.business(tooMuch(kind, open));
            }
            line.set("Amount", open);
        }
    }

    /** The sentences are ours: none was recorded (QuickBooks facts P3). */
    private static String tooMuch(EntityKind kind, BigDecimal open) {
        if (kind == EntityKind.CREDIT_MEMO) {
            return "The credit applied is more than what remains of the credit memo.";
        }
        return open.signum() == 0
                ? "This invoice has already been paid in full."
                : "The amount applied to the invoice is more than its open balance.";
    }

    private static BigDecimal appliedBefore(Write write, String type, @Nullable String id) {
        BigDecimal applied = BigDecimal.ZERO;
        JsonObject before = write.before();
        for (JsonObject line : before == null ? List.<JsonObject>of() : before.objects("Line")) {
            for (JsonObject link : line.objects("LinkedTxn")) {
                if (type.equals(link.text("TxnType")) && Objects.equals(id, link.text("TxnId"))) {
                    applied = applied.add(line.amount("Amount"));
                }
            }
        }
        return applied;
    }

    /** The payer, one of its jobs, or the parent it bills with. */
    private static boolean sameCustomer(Write write, JsonObject target) {
        String payer = write.draft().ref("CustomerRef");
        String owner = target.ref("CustomerRef");
        while (owner != null) {
            if (owner.equals(payer)) {
                return true;
            }
            JsonObject customer = write.work().find(EntityKind.CUSTOMER, owner);
            owner = customer == null ? null : customer.ref("ParentRef");
        }
        return false;
    }

    /** What is neither on an invoice nor taken from a credit; overpayment is fine, more on lines than money is not. */
    private static void unapplied(JsonObject draft, List<JsonObject> lines) {
        BigDecimal rest = draft.amount("TotalAmt");
        for (JsonObject line : lines) {
            JsonObject link = line.objects("LinkedTxn").get(0);
            boolean credit = "CreditMemo".equals(link.text("TxnType"));
            rest = credit ? rest.add(line.amount("Amount")) : rest.subtract(line.amount("Amount"));
        }
        if (rest.signum() < 0) {
            throw QboFault.business("The amounts applied are more than the amount of the payment.");
        }
        draft.set("UnappliedAmt", rest);
    }

    /** What a deposit holds of a transaction cannot change: its amount, date, account, customer (QuickBooks facts M4). */
    static void depositedMoney(Write write) {
        JsonObject before = write.before();
        for (String field : LOCKED_BY_DEPOSIT) {
            JsonObject was = JsonObject.of(field, before == null ? null : before.get(field));
            JsonObject is = JsonObject.of(field, write.draft().get(field));
            boolean same = field.endsWith("Ref") ? Objects.equals(was.ref(field), is.ref(field)) : was.equals(is);
            if (!same) {
                notDeposited(write.work(), write.kind(), before);
            }
        }
    }

    /** A transaction on a deposit cannot be voided or deleted: 6540. */
    static void notDeposited(Work work, EntityKind kind, @Nullable JsonObject before) {
        if (before != null && DepositRules.holder(work, kind, before) != null) {
            throw QboFault.of(
                    6540,
                    "This transaction has been deposited. If you want to change or delete it, you must edit the"
                            + " deposit it appears on and remove it first.",
                    "");
        }
    }
}
