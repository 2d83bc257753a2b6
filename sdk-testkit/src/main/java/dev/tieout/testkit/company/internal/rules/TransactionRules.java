package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What all transactions share: the date, the currency (QuickBooks fact T7.6), notes that are cleared. */
final class TransactionRules {
    private static final Set<EntityKind> MODIFIED_BY =
            Set.of(EntityKind.INVOICE, EntityKind.BILL, EntityKind.PURCHASE_ORDER);
    private static final Set<String> PAYMENTS = Set.of("Payment", "BillPaymentCheck", "BillPaymentCreditCard");
    /** The user QuickBooks names in MetaData of invoices, bills and purchase orders since 2026. */
    static final String USER = "9130357901234567";

    private TransactionRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        draft.setIfAbsent("TxnDate", write.settings().today().toString());
        ClosedBooksRules.check(write.kind(), write.before(), write.draft(), write.settings());
        CurrencyRules.apply(write);
        ClassRules.header(write);
        if (MODIFIED_BY.contains(write.kind())) {
            draft.objectOrNew("MetaData").setIfAbsent("LastModifiedByRef", JsonObject.reference(USER));
        }
    }

    /** Links to payments are made by payments alone: what a client sends of them is ignored (QuickBooks facts M1). */
    static void keepPayments(Write write) {
        List<Object> links = new ArrayList<>();
        JsonObject before = write.before();
        if (before != null) {
            links.addAll(before.objects("LinkedTxn").stream()
                    .filter(TransactionRules::payment)
                    .map(JsonObject::copy)
                    .toList());
        }
        links.addAll(write.draft().objects("LinkedTxn").stream()
                .filter(link -> !payment(link))
                .toList());
        boolean empty = links.isEmpty() && write.kind() != EntityKind.INVOICE;
        write.draft().set("LinkedTxn", empty ? null : links);
    }

    private static boolean payment(JsonObject link) {
        return PAYMENTS.contains(link.text("TxnType", ""));
    }

    /** Sets the total, and in a foreign currency its value at home. */
    static void total(Write write, BigDecimal total) {
        JsonObject draft = write.draft();
        draft.set("TotalAmt", Money.cents(total));
        CurrencyRules.home(write, "HomeTotalAmt", total);
    }
}
