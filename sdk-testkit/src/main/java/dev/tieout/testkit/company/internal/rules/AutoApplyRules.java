package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * With {@code AutoApplyCredit} QuickBooks itself makes a zero payment that links a new invoice to open credits, or a new
 * credit to open invoices, the oldest first (QuickBooks facts M1, recorded as credit memo 73 and payment 74). With
 * {@code AutoApplyPayments} a new invoice takes what is left of payments. Off unless switched on.
 */
final class AutoApplyRules {
    private AutoApplyRules() {}

    static void apply(Write write, JsonObject record, Work work) {
        credits(write, record, work);
        payments(write, record, work);
    }

    /** What is left of the customer's payments goes to a new invoice. */
    private static void payments(Write write, JsonObject record, Work work) {
        boolean wanted = write.on(CompanySwitch.AUTO_APPLY) && write.settings().is("SalesFormsPrefs.AutoApplyPayments");
        String customer = record.ref("CustomerRef");
        if (!wanted || !write.creating() || customer == null || write.kind() != EntityKind.INVOICE) {
            return;
        }
        for (JsonObject open : oldestFirst(work.with(EntityKind.PAYMENT, "CustomerRef", customer))) {
            JsonObject invoice = work.find(EntityKind.INVOICE, write.id());
            BigDecimal rest = invoice == null ? BigDecimal.ZERO : invoice.amount("Balance");
            BigDecimal amount = rest.min(open.amount("UnappliedAmt"));
            if (amount.signum() > 0) {
                JsonObject before = open.copy();
                JsonObject payment = work.edit(EntityKind.PAYMENT, open.text("Id", ""));
                List<Object> lines = new ArrayList<>(payment.list("Line"));
                lines.add(line("Invoice", write.id(), amount));
                payment.set("Line", lines)
                        .set("UnappliedAmt", payment.amount("UnappliedAmt").subtract(amount));
                work.bump(EntityKind.PAYMENT, payment);
                LinkEffects.apply(EntityKind.PAYMENT, payment.text("Id", ""), before, payment, work);
            }
        }
    }

    private static List<JsonObject> oldestFirst(List<JsonObject> transactions) {
        List<JsonObject> sorted = new ArrayList<>(transactions);
        sorted.sort(Comparator.comparing((JsonObject txn) -> txn.text("TxnDate", "")));
        return sorted;
    }

    private static void credits(Write write, JsonObject record, Work work) {
        boolean wanted = write.on(CompanySwitch.AUTO_APPLY) && write.settings().is("SalesFormsPrefs.AutoApplyCredit");
        String customer = record.ref("CustomerRef");
        if (!wanted || !write.creating() || customer == null) {
            return;
        }
        boolean invoice = write.kind() == EntityKind.INVOICE;
        if (!invoice && write.kind() != EntityKind.CREDIT_MEMO) {
            return;
        }
        EntityKind other = invoice ? EntityKind.CREDIT_MEMO : EntityKind.INVOICE;
        for (JsonObject open : oldestFirst(work.with(other, "CustomerRef", customer))) {
            JsonObject current = work.find(write.kind(), write.id());
            BigDecimal rest = current == null ? BigDecimal.ZERO : current.amount("Balance");
            BigDecimal amount = rest.min(open.amount("Balance"));
            if (amount.signum() > 0) {
                String invoiceId = invoice ? write.id() : open.text("Id", "");
                String creditId = invoice ? open.text("Id", "") : write.id();
                link(write, work, invoiceId, creditId, amount);
            }
        }
    }

    private static void link(Write write, Work work, String invoiceId, String creditId, BigDecimal amount) {
        List<Object> lines = new ArrayList<>();
        lines.add(line("Invoice", invoiceId, amount));
        lines.add(line("CreditMemo", creditId, amount));
        String now = Times.stamp(work.now());
        JsonObject payment = JsonObject.of(
                "CustomerRef",
                write.draft().object("CustomerRef"),
                "TotalAmt",
                BigDecimal.ZERO,
                "UnappliedAmt",
                BigDecimal.ZERO,
                "ProcessPayment",
                false,
                "domain",
                "QBO",
                "sparse",
                false,
                "Id",
                work.nextId(EntityKind.PAYMENT),
                "SyncToken",
                "0",
                "MetaData",
                JsonObject.of("CreateTime", now, "LastUpdatedTime", now),
                "TxnDate",
                write.settings().today().toString(),
                "CurrencyRef",
                write.draft().object("CurrencyRef"),
                "PrivateNote",
                "Created by QB Online to link credits to charges.",
                "Line",
                lines);
        JsonObject shaped = Shape.ordered("Payment", payment);
        work.put(EntityKind.PAYMENT, shaped);
        work.note(EntityKind.PAYMENT, shaped, ChangeKind.CREATE);
        LinkEffects.apply(EntityKind.PAYMENT, shaped.text("Id", ""), null, shaped, work);
    }

    private static JsonObject line(String type, String id, BigDecimal amount) {
        List<Object> links = new ArrayList<>();
        links.add(JsonObject.of("TxnId", id, "TxnType", type));
        return JsonObject.of("Amount", amount, "LinkedTxn", links);
    }
}
