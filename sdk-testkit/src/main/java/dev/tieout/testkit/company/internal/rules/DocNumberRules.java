package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reference numbers (QuickBooks facts E12). With {@code CustomTxnNumbers} off QuickBooks counts on from the last number
 * used, and takes what is sent unchecked; with it on the number stays empty if none is sent, and a second use is 6140.
 * Invoices, credit memos, sales and refund receipts share one counter; estimates and purchase orders have their own.
 */
final class DocNumberRules {
    private static final Pattern TRAILING_DIGITS = Pattern.compile("^(.*?)(\\d+)(\\D*)$", Pattern.DOTALL);
    private static final int LONGEST = 21;
    private static final Set<EntityKind> SALES =
            Set.of(EntityKind.INVOICE, EntityKind.CREDIT_MEMO, EntityKind.SALES_RECEIPT, EntityKind.REFUND_RECEIPT);

    private DocNumberRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        boolean custom = write.settings().is("SalesFormsPrefs.CustomTxnNumbers");
        boolean forced = draft.is("AutoDocNumber") || "AUTO_GENERATE".equals(draft.text("DocNumber"));
        draft.set("AutoDocNumber", null);
        String counter = counter(write.kind());
        JsonObject before = write.before();
        boolean emptied = write.sparse() && custom;
        if (before != null && !draft.has("DocNumber") && !emptied && SALES.contains(write.kind())) {
            draft.set("DocNumber", before.get("DocNumber"));
        }
        if (write.creating() && !custom && write.on(CompanySwitch.SENT_DOC_NUMBERS_IGNORED)) {
            draft.set("DocNumber", null);
        }
        if (counter != null && (forced || (write.creating() && !draft.has("DocNumber") && !custom))) {
            draft.set("DocNumber", next(write.work().lastNumber(counter)));
        }
        String number = draft.text("DocNumber");
        if (number == null) {
            return;
        }
        if (custom && !forced && write.changed("DocNumber")) {
            duplicates(write, number);
        }
        if (counter != null && write.creating()) {
            write.work().lastNumber(counter, number);
        }
    }

    /** The counter a kind of transaction uses, {@code null} if its numbers are never given out. */
    static @Nullable String counter(EntityKind kind) {
        if (SALES.contains(kind)) {
            return "sales";
        }
        return kind == EntityKind.ESTIMATE || kind == EntityKind.PURCHASE_ORDER ? kind.json() : null;
    }

    static String next(@Nullable String last) {
        Matcher digits = TRAILING_DIGITS.matcher(last == null ? "1000" : last);
        if (!digits.matches()) {
            return "1001";
        }
        String number = digits.group(2) == null ? "0" : digits.group(2);
        String next = new BigInteger(number).add(BigInteger.ONE).toString();
        String padded = "0".repeat(Math.max(0, number.length() - next.length())) + next;
        String whole = digits.group(1) + padded + digits.group(3);
        return whole.length() > LONGEST ? padded : whole;
    }

    private static void duplicates(Write write, String number) {
        if (write.include().contains("allowduplicatedocnum") || write.on(CompanySwitch.DUPLICATE_DOC_NUMBERS_ALLOWED)) {
            return;
        }
        boolean everywhere = write.on(CompanySwitch.DOC_NUMBERS_UNIQUE_ACROSS_TYPES);
        for (EntityKind kind : everywhere ? List.of(EntityKind.values()) : List.of(write.kind())) {
            for (JsonObject other : write.work().with(kind, "DocNumber", number)) {
                boolean self = kind == write.kind()
                        && !write.creating()
                        && other.text("Id", "").equals(write.id());
                if (!self && kind.transaction()) {
                    throw QboFault.of(
                            6140,
                            "Duplicate Document Number Error : You must specify a different number. This number has"
                                    + " already been used. DocNumber=" + number + " is assigned to TxnType="
                                    + words(kind) + " with TxnId=" + other.text("Id"),
                            "");
                }
            }
        }
    }

    /** A type as people write it: {@code Journal Entry}. */
    static String words(EntityKind kind) {
        return kind.json().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
