package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for.
 *
 * @param start the first day
 * @param end the last day
 * @param macro the name of the default period, {@code null} if days were given
 * @param basis {@code Accrual} or {@code Cash}
 * @param customers the customers it is limited to, comma-separated, {@code null} for all
 */
record ReportPeriod(
        LocalDate start,
        LocalDate end,
        @Nullable String macro,
        String basis,
        @Nullable String customers) {

    static ReportPeriod of(Call call) {
        LocalDate today = Times.day(call.now());
        LocalDate start = date(call, "start_date");
        LocalDate end = date(call, "end_date");
        boolean given = start != null || end != null;
        String basis = call.request().parameter("accounting_method").orElse("Accrual");
        return new ReportPeriod(
                start == null ? today.withDayOfYear(1) : start,
                end == null ? today : end,
                given ? null : "this calendar year-to-date",
                basis.equalsIgnoreCase("Cash") ? "Cash" : "Accrual",
                call.request().parameter("customer").orElse(null));
    }

    private static @Nullable LocalDate date(Call call, String name) {
        String text = call.request().parameter(name).orElse("");
        LocalDate date = text.isEmpty() ? null : Times.date(text);
        if (date == null && !text.isEmpty()) {
            throw QboFault.of(2070, "Invalid date. Supplied value:" + text, name);
        }
        return date;
    }

    /** Whether a transaction falls into the period and belongs to the customers. */
    boolean holds(JsonObject transaction) {
        LocalDate date = Times.date(transaction.text("TxnDate", ""));
        boolean inside = date != null && !date.isBefore(start) && !date.isAfter(end);
        String wanted = customers;
        return inside && (wanted == null || List.of(wanted.split(",")).contains(transaction.ref("CustomerRef")));
    }

    /** Whether a transaction lies after the last day. */
    boolean after(JsonObject transaction) {
        LocalDate date = Times.date(transaction.text("TxnDate", ""));
        return date != null && date.isAfter(end);
    }
}
