package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Journal entries, transfers, card payments, adjustments and time (QuickBooks facts E15, E14, M1). */
final class BookRules {
    private BookRules() {}

    /** Debits and credits must agree (2300), receivables and payables need a name; the total is 0 in answers. */
    static void journal(Write write) {
        JsonObject draft = write.draft();
        TransactionRules.apply(write);
        BigDecimal difference = BigDecimal.ZERO;
        List<JsonObject> lines = LineRules.sent(write);
        for (JsonObject line : lines) {
            JsonObject detail = line.object("JournalEntryLineDetail");
            if (line.text("DetailType", "").equals("DescriptionOnly")) {
                continue;
            }
            if (detail == null || !detail.has("PostingType")) {
                throw QboFault.of(2260, "PostingType is missing.", "Line.JournalEntryLineDetail.PostingType");
            }
            if (detail.ref("AccountRef") == null) {
                throw QboFault.missing("Line.JournalEntryLineDetail.AccountRef");
            }
            line.set("Amount", Money.cents(line.amount("Amount")));
            party(write, detail);
            boolean debit = detail.text("PostingType", "").equals("Debit");
            difference = debit ? difference.add(line.amount("Amount")) : difference.subtract(line.amount("Amount"));
            line.setIfAbsent("CustomExtensions", List.of());
        }
        if (difference.signum() != 0) {
            throw QboFault.of(2300, "Amount on debits is not equal to the amount on credits.", "");
        }
        LineRules.number(write, lines, 0, false);
        LineRules.replace(write, lines);
        draft.setIfAbsent("Adjustment", false);
        draft.set("TotalAmt", BigDecimal.ZERO);
        draft.setIfAbsent("TxnTaxDetail", new JsonObject());
        DocNumberRules.apply(write);
    }

    private static void party(Write write, JsonObject detail) {
        JsonObject account = write.work().find(EntityKind.ACCOUNT, detail.ref("AccountRef"));
        String type = account == null ? "" : account.text("AccountType", "");
        JsonObject entity = detail.object("Entity");
        boolean named = entity != null && entity.ref("EntityRef") != null;
        if (!named && (type.equals("Accounts Receivable") || type.equals("Accounts Payable"))) {
            throw QboFault.business(
                    "When you use Accounts Receivable or Accounts Payable, you must choose a name in the"
                            + " Name field.");
        }
    }

    static void transfer(Write write) {
        JsonObject draft = write.draft();
        for (String field : List.of("FromAccountRef", "ToAccountRef")) {
            if (draft.ref(field) == null) {
                throw QboFault.missing(field);
            }
        }
        if (!draft.has("Amount")) {
            throw QboFault.missing("Amount");
        }
        if (String.valueOf(draft.ref("FromAccountRef")).equals(draft.ref("ToAccountRef"))) {
            throw QboFault.business("You must choose two different accounts for a transfer.");
        }
        TransactionRules.apply(write);
        draft.set("Amount", Money.cents(draft.amount("Amount")));
    }

    static void cardPayment(Write write) {
        for (String field : List.of("CreditCardAccountRef", "BankAccountRef", "Amount")) {
            if (!write.draft().has(field)) {
                throw QboFault.missing(field);
            }
        }
        TransactionRules.apply(write);
    }

    static void adjustment(Write write) {
        if (write.draft().ref("AdjustAccountRef") == null) {
            throw QboFault.missing("AdjustAccountRef");
        }
        TransactionRules.apply(write);
        List<JsonObject> lines = LineRules.sent(write);
        LineRules.number(write, lines, 1, false);
        LineRules.replace(write, lines);
        DocNumberRules.apply(write);
    }

    /** Hours or a start and an end, never both; billable time needs a customer and a rate (QuickBooks fact E15.1). */
    static void time(Write write) {
        JsonObject draft = write.draft();
        draft.setIfAbsent("TxnDate", write.settings().today().toString());
        String nameOf = draft.text("NameOf");
        if (nameOf == null) {
            throw QboFault.missing("NameOf");
        }
        boolean employee = nameOf.equals("Employee");
        if (draft.ref(employee ? "EmployeeRef" : "VendorRef") == null) {
            throw QboFault.of(employee ? 6290 : 6300, "NameOf and the reference do not fit.", nameOf + "Ref");
        }
        if ("HasBeenBilled".equals(write.sent().text("BillableStatus"))) {
            throw QboFault.of(2170, "Invalid Enumeration : HAS_BEEN_BILLED");
        }
        duration(draft);
        draft.setIfAbsent("BillableStatus", "NotBillable");
        if ("Billable".equals(draft.text("BillableStatus"))) {
            if (draft.ref("CustomerRef") == null) {
                throw QboFault.of(6310, "Billable time needs a CustomerRef.", "CustomerRef");
            }
            if (!draft.has("HourlyRate")) {
                throw QboFault.of(6330, "Billable time needs an HourlyRate.", "HourlyRate");
            }
        }
        draft.setIfAbsent("Taxable", false);
        draft.setIfAbsent("HourlyRate", BigDecimal.ZERO);
    }

    private static void duration(JsonObject draft) {
        boolean clock = draft.has("StartTime") || draft.has("EndTime");
        boolean hours = draft.has("Hours") || draft.has("Minutes");
        if (clock && hours) {
            throw QboFault.of(6390, "Hours and minutes cannot be given with a start and end time.", "");
        }
        if (!clock && !hours) {
            throw QboFault.of(6350, "Either hours and minutes or a start and end time are needed.", "");
        }
        if (draft.amount("Hours").compareTo(new BigDecimal("8760")) > 0) {
            throw QboFault.of(2240, "Number should be between 0 and 8760.", "Hours");
        }
        Instant start = Times.moment(draft.text("StartTime", ""));
        Instant end = Times.moment(draft.text("EndTime", ""));
        if (start != null && end != null && start.isAfter(end)) {
            throw QboFault.of(6370, "The start time is after the end time.", "StartTime");
        }
    }
}
