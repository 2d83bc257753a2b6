package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        currency(write);
        ClassRules.header(write);
        if (MODIFIED_BY.contains(write.kind())) {
            draft.objectOrNew("MetaData").setIfAbsent("LastModifiedByRef", JsonObject.reference(USER));
        }
    }

    private static void currency(Write write) {
        JsonObject draft = write.draft();
        String home = write.settings().homeCurrency();
        String of = partyCurrency(write);
        String sent = write.sent().ref("CurrencyRef");
        if (sent != null && !sent.equals(of)) {
            String text = write.settings().multiCurrency()
                    ? "The currency of the transaction is not the currency of the customer or vendor."
                    : "Multicurrency is not enabled for this company.";
            throw QboFault.business(text);
        }
        draft.set("CurrencyRef", Settings.currency(of));
        if (of.equals(home)) {
            draft.set("ExchangeRate", write.settings().multiCurrency() ? BigDecimal.ONE : null);
        } else if (!draft.has("ExchangeRate")) {
            draft.set("ExchangeRate", rate(write, of));
        }
    }

    private static String partyCurrency(Write write) {
        JsonObject customer = write.referred("CustomerRef", EntityKind.CUSTOMER);
        JsonObject party = customer == null ? write.referred("VendorRef", EntityKind.VENDOR) : customer;
        String own = party == null ? null : party.ref("CurrencyRef");
        return Objects.requireNonNullElse(own, write.settings().homeCurrency());
    }

    /** The rate of the list on or last before the transaction's date, one if there is none. */
    private static BigDecimal rate(Write write, String currency) {
        LocalDate date = write.txnDate();
        LocalDate best = null;
        BigDecimal rate = BigDecimal.ONE;
        for (JsonObject entry : write.work().all(EntityKind.EXCHANGE_RATE)) {
            LocalDate asOf = asOf(entry);
            if (asOf == null || asOf.isAfter(date) || !currency.equals(entry.text("SourceCurrencyCode"))) {
                continue;
            }
            if (best == null || asOf.isAfter(best)) {
                best = asOf;
                rate = entry.amount("Rate");
            }
        }
        return rate;
    }

    private static @Nullable LocalDate asOf(JsonObject entry) {
        String text = entry.text("AsOfDate");
        return text == null ? null : Times.date(text);
    }

    /** Links to payments are made by payments alone: what a client sends of them is ignored (QuickBooks fact E14.6). */
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
        BigDecimal rate = draft.decimal("ExchangeRate");
        draft.set("HomeTotalAmt", rate == null ? null : Money.cents(total.multiply(rate)));
    }
}
