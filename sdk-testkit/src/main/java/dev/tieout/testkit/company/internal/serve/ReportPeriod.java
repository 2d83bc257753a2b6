package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Journal.Posting;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for.
 *
 * @param start the first day
 * @param end the last day
 * @param macro the name of the period, {@code null} if days were given
 * @param basis {@code Accrual} or {@code Cash}
 * @param filters the Ids it is limited to, comma-separated, by the name of the parameter
 */
record ReportPeriod(
        LocalDate start, LocalDate end, @Nullable String macro, String basis, Map<String, String> filters) {

    private static final Map<String, String> FIELDS = Map.of(
            "customer",
            "CustomerRef",
            "vendor",
            "VendorRef",
            "employee",
            "EmployeeRef",
            "item",
            "ItemRef",
            "class",
            "ClassRef",
            "department",
            "DepartmentRef");

    ReportPeriod {
        filters = Map.copyOf(filters);
    }

    static ReportPeriod of(Call call, String firstMonth) {
        LocalDate today = Times.day(call.now());
        LocalDate start = date(call, "start_date");
        LocalDate end = date(call, "end_date");
        String macro = call.request().parameter("date_macro").orElse("");
        boolean given = start != null || end != null;
        if (!given && !macro.isBlank()) {
            DateMacro.Span span = DateMacro.of(macro, today, firstMonth);
            return new ReportPeriod(
                    span.start(), span.end(), macro.toLowerCase(Locale.ROOT), basis(call), filters(call));
        }
        return new ReportPeriod(
                start == null ? today.withDayOfYear(1) : start,
                end == null ? today : end,
                given ? null : "this calendar year-to-date",
                basis(call),
                filters(call));
    }

    private static String basis(Call call) {
        String basis = call.request().parameter("accounting_method").orElse("Accrual");
        return basis.equalsIgnoreCase("Cash") ? "Cash" : "Accrual";
    }

    private static Map<String, String> filters(Call call) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : FIELDS.keySet()) {
            call.request().parameter(name).filter(text -> !text.isBlank()).ifPresent(ids -> filters.put(name, ids));
        }
        return filters;
    }

    private static @Nullable LocalDate date(Call call, String name) {
        String text = call.request().parameter(name).orElse("");
        LocalDate date = text.isEmpty() ? null : Times.date(text);
        if (date == null && !text.isEmpty()) {
            throw QboFault.of(2070, "Invalid date. Supplied value:" + text, name);
        }
        return date;
    }

    /** The Ids of a filter, {@code null} if it was not asked for. */
    @Nullable
    String filter(String name) {
        return filters.get(name);
    }

    boolean cash() {
        return basis.equals("Cash");
    }

    /** Whether a transaction falls into the period and belongs to the customers. */
    boolean holds(JsonObject transaction) {
        LocalDate date = Times.date(transaction.text("TxnDate", ""));
        boolean inside = date != null && !date.isBefore(start) && !date.isAfter(end);
        String wanted = filters.get("customer");
        return inside && (wanted == null || wanted(wanted, transaction.ref("CustomerRef")));
    }

    /** Whether a posting falls into the period and belongs to all that was asked for. */
    boolean holds(Posting posting) {
        return !posting.date().isBefore(start) && !posting.date().isAfter(end) && concerns(posting);
    }

    /** Whether a posting belongs to all that was asked for. */
    boolean concerns(Posting posting) {
        return FIELDS.entrySet().stream().allMatch(field -> {
            String wanted = filters.get(field.getKey());
            return wanted == null || wanted(wanted, posting.member(field.getValue()));
        });
    }

    private static boolean wanted(String ids, @Nullable String id) {
        return id != null && List.of(ids.split("\\s*,\\s*")).contains(id);
    }

    /** Whether a transaction lies after the last day. */
    boolean after(JsonObject transaction) {
        LocalDate date = Times.date(transaction.text("TxnDate", ""));
        return date != null && date.isAfter(end);
    }
}
