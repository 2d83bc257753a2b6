package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape all reports share: header, columns, rows in sections (recorded in {@code qbo_api-reports-*}). */
final class ReportTable {
    private final List<Object> columns = new ArrayList<>();
    private final List<Object> rows = new ArrayList<>();
    private String summarized = "Total";

    /** One cell: a text and the Id of the record behind it. */
    record Cell(String value, @Nullable String id) {
        static Cell of(@Nullable String value) {
            return new Cell(value == null ? "" : value, null);
        }

        /** Amounts are texts with two decimals; no amount is empty. */
        static Cell money(@Nullable BigDecimal amount) {
            String text = amount == null
                    ? ""
                    : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
            return new Cell(text, null);
        }

        JsonObject json() {
            return JsonObject.of("value", value, "id", id);
        }
    }

    ReportTable column(String title, String type, String key) {
        List<Object> meta = new ArrayList<>();
        meta.add(JsonObject.of("Name", "ColKey", "Value", key));
        columns.add(JsonObject.of("ColTitle", title, "ColType", type, "MetaData", meta));
        return this;
    }

    /** A column that is a period, or a member within one. */
    ReportTable column(String title, LocalDate start, LocalDate end) {
        List<Object> meta = new ArrayList<>();
        meta.add(JsonObject.of("Name", "StartDate", "Value", start.toString()));
        meta.add(JsonObject.of("Name", "EndDate", "Value", end.toString()));
        meta.add(JsonObject.of("Name", "ColKey", "Value", title));
        columns.add(JsonObject.of("ColTitle", title, "ColType", "Money", "MetaData", meta));
        return this;
    }

    /** What the columns are summed up by; the total alone unless said otherwise. */
    ReportTable by(String word) {
        summarized = word;
        return this;
    }

    /** A line of data. */
    static JsonObject data(List<Cell> cells) {
        return JsonObject.of("ColData", cells(cells), "type", "Data");
    }

    /** A section with a heading, lines and a sum; a section without lines has no rows. */
    static JsonObject section(@Nullable String title, List<Object> lines, List<Cell> summary, @Nullable String group) {
        JsonObject section = new JsonObject();
        if (title != null) {
            List<Cell> heading = new ArrayList<>();
            heading.add(Cell.of(title));
            for (int i = 1; i < summary.size(); i++) {
                heading.add(Cell.of(""));
            }
            section.set("Header", JsonObject.of("ColData", cells(heading)));
        }
        section.set("Rows", lines.isEmpty() ? null : JsonObject.of("Row", lines));
        section.set("Summary", JsonObject.of("ColData", cells(summary)));
        return section.set("type", "Section").set("group", group);
    }

    private static List<Object> cells(List<Cell> cells) {
        List<Object> json = new ArrayList<>();
        cells.forEach(cell -> json.add(cell.json()));
        return json;
    }

    ReportTable row(JsonObject row) {
        rows.add(row);
        return this;
    }

    ReportTable rows(List<Object> more) {
        rows.addAll(more);
        return this;
    }

    JsonObject json(String name, ReportPeriod period, String currency, Instant now, boolean empty) {
        List<Object> options = new ArrayList<>();
        options.add(JsonObject.of("Name", "AccountingStandard", "Value", "GAAP"));
        options.add(JsonObject.of("Name", "NoReportData", "Value", Boolean.toString(empty)));
        JsonObject header = JsonObject.of(
                "Time", Times.stamp(now),
                "ReportName", name,
                "DateMacro", period.macro(),
                "ReportBasis", period.basis(),
                "StartPeriod", period.start().toString(),
                "EndPeriod", period.end().toString(),
                "SummarizeColumnsBy", summarized,
                "Currency", currency,
                "Customer", period.filter("customer"),
                "Vendor", period.filter("vendor"),
                "Employee", period.filter("employee"),
                "Item", period.filter("item"),
                "Class", period.filter("class"),
                "Department", period.filter("department"),
                "Option", options);
        return JsonObject.of(
                "Header",
                header,
                "Columns",
                JsonObject.of("Column", columns),
                "Rows",
                rows.isEmpty() ? new JsonObject() : JsonObject.of("Row", rows));
    }
}
