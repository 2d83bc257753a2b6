package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Wrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Bills, vendor credits, purchases, purchase orders and bill payments (recorded in {@code nango-create-*}). */
final class ExpenseRules {
    private ExpenseRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        required(write);
        TransactionRules.apply(write);
        List<JsonObject> lines = LineRules.sent(write);
        lines.forEach(line -> line(write, line));
        boolean numbered = write.kind() == EntityKind.BILL || write.kind() == EntityKind.PURCHASE_ORDER;
        LineRules.number(write, lines, 1, numbered);
        LineRules.replace(write, lines);
        BigDecimal total = Money.sum(lines, "Amount");
        JsonObject tax = write.sent().object("TxnTaxDetail");
        TransactionRules.total(write, tax == null ? total : total.add(tax.amount("TotalTax")));
        DocNumberRules.apply(write);
        switch (write.kind()) {
            case BILL -> bill(write);
            case VENDOR_CREDIT -> credit(write);
            case PURCHASE_ORDER -> order(write);
            default -> purchase(draft);
        }
    }

    private static void required(Write write) {
        JsonObject draft = write.draft();
        if (write.kind() == EntityKind.PURCHASE) {
            if (draft.ref("AccountRef") == null) {
                throw QboFault.missing("AccountRef");
            }
            if (!draft.has("PaymentType")) {
                throw QboFault.missing("PaymentType");
            }
        } else if (draft.ref("VendorRef") == null) {
            throw QboFault.missing("VendorRef");
        }
    }

    private static void line(Write write, JsonObject line) {
        String type = line.text("DetailType", "");
        if (type.equals("DescriptionOnly")) {
            return;
        }
        if (!type.equals("AccountBasedExpenseLineDetail") && !type.equals("ItemBasedExpenseLineDetail")) {
            throw QboFault.of(6440, "The detail type " + type + " is not allowed here.", "Line.DetailType");
        }
        JsonObject detail = line.object(type);
        if (detail == null) {
            throw QboFault.missing("Line." + type);
        }
        if (type.startsWith("Account") && detail.ref("AccountRef") == null) {
            throw QboFault.missing("Line.AccountBasedExpenseLineDetail.AccountRef");
        }
        LineRules.amount(line, detail);
        LineRules.item(write, detail);
        detail.setIfAbsent("BillableStatus", "NotBillable");
        if ("Billable".equals(detail.text("BillableStatus")) && detail.ref("CustomerRef") == null) {
            throw QboFault.of(6310, "Billable lines need a CustomerRef.", "Line.CustomerRef");
        }
        TaxRules.expenseCode(write, detail);
        ClassRules.line(write, detail);
        if (write.kind() == EntityKind.BILL) {
            line.setIfAbsent("LinkedTxn", List.of());
        }
        line.setIfAbsent("CustomExtensions", List.of());
    }

    /** A bill without a term is due at once (five recorded bills); a term of the vendor is taken over. */
    private static void bill(Write write) {
        JsonObject draft = write.draft();
        JsonObject vendor = write.referred("VendorRef", EntityKind.VENDOR);
        if (write.creating() && vendor != null) {
            String term = vendor.ref("TermRef");
            draft.setIfAbsent("SalesTermRef", term == null ? null : JsonObject.reference(term));
            draft.setIfAbsent("VendorAddr", vendor.object("BillAddr"));
        }
        payable(write);
        TransactionRules.keepPayments(write);
        boolean moved = write.changed("TxnDate") || write.changed("SalesTermRef");
        if (!write.sent().has("DueDate") && (moved || !draft.has("DueDate"))) {
            JsonObject term = write.referred("SalesTermRef", EntityKind.TERM);
            draft.set("DueDate", SalesRules.due(write.txnDate(), term).toString());
        }
        balance(write);
    }

    private static void credit(Write write) {
        payable(write);
        balance(write);
    }

    private static void balance(Write write) {
        JsonObject draft = write.draft();
        JsonObject before = write.before();
        BigDecimal paid =
                before == null ? BigDecimal.ZERO : before.amount("TotalAmt").subtract(before.amount("Balance"));
        BigDecimal balance = draft.amount("TotalAmt").subtract(paid);
        if (balance.signum() < 0) {
            throw QboFault.business("The total cannot be less than the amount already paid.");
        }
        draft.set("Balance", balance);
    }

    private static void payable(Write write) {
        write.draft().setIfAbsent("APAccountRef", Accounts.reference(Accounts.payable(write.work())));
    }

    private static void order(Write write) {
        JsonObject draft = write.draft();
        payable(write);
        draft.setIfAbsent("EmailStatus", "NotSet");
        draft.setIfAbsent("POStatus", "Open");
        CustomFields.apply(write);
        draft.setIfAbsent("LinkedTxn", List.of());
        EmailRules.check(write, "POEmail");
    }

    /** Cheques are type 3, credits of a card 11, all other expenses made through the API 54 (35 recorded purchases). */
    private static void purchase(JsonObject draft) {
        boolean card = draft.text("PaymentType", "").equals("CreditCard");
        boolean check = draft.text("PaymentType", "").equals("Check");
        if (card) {
            draft.setIfAbsent("Credit", false);
        }
        if (check) {
            draft.setIfAbsent("PrintStatus", "NotSet");
        }
        String type = check ? "3" : card && draft.is("Credit") ? "11" : "54";
        List<Object> any = new ArrayList<>();
        any.add(Objects.requireNonNull(Wrapped.nameValue("TxnType", type)));
        draft.set("PurchaseEx", JsonObject.of("any", any));
    }

    /** Bill payments: what they pay is applied like a customer's payment. */
    static void billPayment(Write write) {
        JsonObject draft = write.draft();
        if (draft.ref("VendorRef") == null) {
            throw QboFault.missing("VendorRef");
        }
        if (!draft.has("TotalAmt")) {
            throw QboFault.business("You must set a transaction amount.");
        }
        if (!draft.has("PayType")) {
            throw QboFault.missing("PayType");
        }
        TransactionRules.apply(write);
        TransactionRules.total(write, draft.amount("TotalAmt"));
        paidFrom(draft);
        for (JsonObject line : draft.objects("Line")) {
            for (JsonObject link : line.objects("LinkedTxn")) {
                EntityKind kind = EntityKind.named(link.text("TxnType", ""));
                if (kind != null && kind.transaction() && write.work().find(kind, link.text("TxnId")) == null) {
                    throw QboFault.badReference();
                }
            }
            line.set("Amount", Money.cents(line.amount("Amount")));
        }
    }

    private static void paidFrom(JsonObject draft) {
        boolean check = draft.text("PayType", "").equals("Check");
        JsonObject payment = draft.object(check ? "CheckPayment" : "CreditCardPayment");
        String field = check ? "BankAccountRef" : "CCAccountRef";
        if (payment == null || payment.ref(field) == null) {
            throw QboFault.missing((check ? "CheckPayment." : "CreditCardPayment.") + field);
        }
        if (check) {
            payment.setIfAbsent("PrintStatus", "NotSet");
        }
    }
}
