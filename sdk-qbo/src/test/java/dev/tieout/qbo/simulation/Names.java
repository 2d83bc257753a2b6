package dev.tieout.qbo.simulation;

import dev.tieout.sync.Accepted;
import dev.tieout.sync.SyncStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The library's names of fields in the words of {@link Canon}. */
final class Names {
    private static final Map<String, String> WORDS = words(
            "DisplayName name, Name name, GivenName first, MiddleName middle, FamilyName last, CompanyName company,"
                    + " PrimaryEmailAddr email, PrimaryPhone phone, Active active, Sku code, Description description,"
                    + " UnitPrice rate, CustomerRef client, TxnDate date, PrivateNote note, CurrencyRef currency,"
                    + " DocNumber number, DueDate due, CustomerMemo memo, BillEmail email, ClassRef class,"
                    + " DepartmentRef location, Total total, TotalAmt amount, PaymentRefNum reference,"
                    + " PaymentMethodRef method, OtherLines foreign-lines");

    private Names() {}

    private static Map<String, String> words(String pairs) {
        Map<String, String> words = new HashMap<>();
        for (String pair : pairs.split(", ")) {
            String[] both = pair.split(" ");
            words.put(both[0], both[1].replace('-', ' '));
        }
        return words;
    }

    /** The fields whose difference is said to be accepted. */
    static Set<String> accepted(SyncStatus status) {
        Set<String> names = new TreeSet<>();
        for (Accepted each : status.accepted()) {
            String field = each.field();
            if (field.startsWith("BillAddr")) {
                names.addAll(List.of("line1", "city", "region", "postal"));
            } else if (field.startsWith("Line#")) {
                // The app may have another line in the place of one of QuickBooks'.
                for (String side : new String[] {each.quickBooks(), each.app()}) {
                    String mark = Canon.mark(side);
                    names.add(mark == null ? field : "line " + mark);
                }
            } else if (field.startsWith("Applied@")) {
                names.add("applied " + field.substring("Applied@".length()));
            } else {
                names.add(WORDS.getOrDefault(field, field));
            }
        }
        return names;
    }
}
