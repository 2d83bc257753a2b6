package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Voids and deletes (QuickBooks facts E13). A void keeps the record with zero amounts and the note "Voided"; a deleted
 * record leaves a stub in change data capture and its Id answers 610.
 */
public final class Remover {
    private static final Set<String> PAYMENTS = Set.of("Payment", "BillPaymentCheck", "BillPaymentCreditCard");

    private final Work work;
    private final Settings settings;

    /** A remover for one request. */
    public Remover(Work work, Settings settings) {
        this.work = work;
        this.settings = settings;
    }

    /** Deletes what a body names and returns the stub of the answer. */
    public JsonObject delete(EntityKind kind, JsonObject body) {
        if (!kind.can(EntityKind.Can.DELETE)) {
            throw QboFault.of(500, "Operation delete on " + kind.json() + " is not supported.");
        }
        JsonObject before = stored(kind, body);
        String id = before.text("Id", "");
        refuse(kind, before);
        if (kind == EntityKind.INVOICE || kind == EntityKind.BILL || kind == EntityKind.CREDIT_MEMO) {
            unapply(
                    kind,
                    id,
                    CompanySwitch.DELETE_UNAPPLIES_PAYMENTS,
                    "You must unlink the linked transactions before you delete this transaction.");
        }
        work.delete(kind, id);
        work.note(kind, id, ChangeKind.DELETE, null);
        LinkEffects.apply(kind, id, before, null, work);
        return JsonObject.of("domain", "QBO", "status", "Deleted", "Id", id);
    }

    /** Voids what a body names and returns the record. */
    public JsonObject voidTransaction(EntityKind kind, JsonObject body) {
        if (!kind.can(EntityKind.Can.VOID)) {
            throw QboFault.of(500, "Operation void on " + kind.json() + " is not supported.");
        }
        JsonObject before = stored(kind, body);
        refuse(kind, before);
        String id = before.text("Id", "");
        if (hasPayments(before)) {
            unapply(kind, id, CompanySwitch.VOID_UNAPPLIES_PAYMENTS, "This transaction has payments applied");
        }
        JsonObject draft = work.edit(kind, id);
        zero(kind, draft);
        work.bump(kind, draft);
        work.note(kind, id, ChangeKind.VOID, null);
        LinkEffects.apply(kind, id, before, draft, work);
        return draft;
    }

    private JsonObject stored(EntityKind kind, JsonObject body) {
        String id = body.text("Id");
        if (id == null) {
            throw QboFault.missing("Id");
        }
        if (!id.matches("\\d{1,21}")) {
            throw QboFault.of(2030, "Id should be a valid number. Supplied value:" + id, "Id");
        }
        JsonObject before = work.find(kind, id);
        if (before == null) {
            throw QboFault.notFound();
        }
        boolean lenient = settings.on(CompanySwitch.LENIENT_DELETE_TOKEN)
                || (kind == EntityKind.ATTACHABLE && !body.has("SyncToken"));
        if (!lenient) {
            Tokens.check(before, body.text("SyncToken"), settings);
        }
        return before;
    }

    private void refuse(EntityKind kind, JsonObject before) {
        if (kind.transaction()) {
            ClosedBooksRules.check(kind, before, null, settings);
        }
        if (Rules.DEPOSITED.contains(kind)) {
            PaymentRules.notDeposited(work, kind, before);
        }
    }

    private static boolean hasPayments(JsonObject record) {
        return record.objects("LinkedTxn").stream().anyMatch(link -> PAYMENTS.contains(link.text("TxnType", "")));
    }

    /** Takes an invoice, bill or credit off the payments that name it, or refuses. */
    private void unapply(EntityKind kind, String id, CompanySwitch allowed, String refusal) {
        EntityKind payments = kind == EntityKind.BILL ? EntityKind.BILL_PAYMENT : EntityKind.PAYMENT;
        List<String> affected = new ArrayList<>();
        for (JsonObject payment : work.all(payments)) {
            if (payment.objects("Line").stream().anyMatch(line -> links(line, kind, id))) {
                affected.add(payment.text("Id", ""));
            }
        }
        boolean mayUnapply = settings.on(allowed) && kind != EntityKind.CREDIT_MEMO;
        if (!affected.isEmpty() && !mayUnapply) {
            throw QboFault.business(refusal);
        }
        for (String paymentId : affected) {
            JsonObject draft = work.edit(payments, paymentId);
            List<Object> lines = new ArrayList<>();
            BigDecimal freed = BigDecimal.ZERO;
            for (JsonObject line : draft.objects("Line")) {
                if (links(line, kind, id)) {
                    freed = freed.add(line.amount("Amount"));
                } else {
                    lines.add(line);
                }
            }
            draft.set("Line", lines);
            draft.set("UnappliedAmt", draft.amount("UnappliedAmt").add(freed));
            work.bump(payments, draft);
        }
    }

    private static boolean links(JsonObject line, EntityKind kind, String id) {
        return line.objects("LinkedTxn").stream()
                .anyMatch(link -> kind.json().equals(link.text("TxnType")) && id.equals(link.text("TxnId")));
    }

    /** Whether a transaction was voided: nothing but the note and the amount says so. */
    static boolean isVoid(JsonObject record) {
        return record.amount("TotalAmt").signum() == 0
                && record.text("PrivateNote", "").startsWith("Voided");
    }

    private static void zero(EntityKind kind, JsonObject draft) {
        String note = draft.text("PrivateNote");
        draft.set("PrivateNote", note == null || note.isEmpty() ? "Voided" : "Voided - " + note);
        draft.set("TotalAmt", BigDecimal.ZERO);
        for (String field : List.of("Balance", "UnappliedAmt", "Deposit", "HomeTotalAmt", "HomeBalance")) {
            if (draft.has(field)) {
                draft.set(field, BigDecimal.ZERO.setScale(0, RoundingMode.UNNECESSARY));
            }
        }
        if (kind == EntityKind.PAYMENT || kind == EntityKind.BILL_PAYMENT) {
            draft.set("Line", List.of());
            return;
        }
        draft.objects("Line").forEach(line -> zeroLine(kind, line));
        draft.set("TxnTaxDetail", JsonObject.of("TotalTax", BigDecimal.ZERO));
        if (kind == EntityKind.INVOICE) {
            draft.set("LinkedTxn", List.of());
        }
    }

    private static void zeroLine(EntityKind kind, @Nullable JsonObject line) {
        if (line == null) {
            return;
        }
        line.set("LinkedTxn", null);
        if (line.has("Amount")) {
            line.set("Amount", BigDecimal.ZERO);
        }
        JsonObject detail = line.object("SalesItemLineDetail");
        if (detail != null && detail.has("UnitPrice")) {
            detail.set("UnitPrice", kind == EntityKind.INVOICE ? null : BigDecimal.ZERO);
        }
        if (detail != null && detail.has("Qty")) {
            detail.set("Qty", BigDecimal.ZERO);
        }
        JsonObject group = line.object("GroupLineDetail");
        if (group != null) {
            group.objects("Line").forEach(inner -> zeroLine(kind, inner));
        }
    }
}
