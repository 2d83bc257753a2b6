package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Journal.Posting;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that {@code summarize_column_by} asks for: periods or members, then the total (QuickBooks fact P9.8). */
final class ReportColumns {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final int MOST = 400;

    /** What members are called in requests, the field that names them and their kind. */
    private static final Map<String, Map.Entry<String, EntityKind>> MEMBERS = Map.of(
            "customers", Map.entry("CustomerRef", EntityKind.CUSTOMER),
            "vendors", Map.entry("VendorRef", EntityKind.VENDOR),
            "classes", Map.entry("ClassRef", EntityKind.CLASS),
            "departments", Map.entry("DepartmentRef", EntityKind.DEPARTMENT),
            "employees", Map.entry("EmployeeRef", EntityKind.EMPLOYEE),
            "productsandservices", Map.entry("ItemRef", EntityKind.ITEM));

    private final String asked;
    private final List<Column> columns = new ArrayList<>();

    /**
     * A column: a period, or a member of a list.
     *
     * @param title the title, also its key
     * @param start the first day
     * @param end the last day
     * @param field the field that must name the member, {@code null} if all count
     * @param member the Id of the member, {@code null} for those without one
     */
    record Column(
            String title,
            LocalDate start,
            LocalDate end,
            @Nullable String field,
            @Nullable String member) {

        boolean holds(Posting posting) {
            boolean inside = !posting.date().isBefore(start) && !posting.date().isAfter(end);
            return inside && (field == null || Objects.equals(posting.member(field), member));
        }
    }

    private ReportColumns(String asked) {
        this.asked = asked;
    }

    /** The columns of a request; members are those that a posting of the period names. */
    static ReportColumns of(Call call, ReportPeriod period, Books books, List<Posting> postings) {
        String asked = call.request().parameter("summarize_column_by").orElse("Total");
        ReportColumns columns = new ReportColumns(asked);
        String by = asked.toLowerCase(Locale.ROOT);
        Map.Entry<String, EntityKind> members = MEMBERS.get(by);
        if (members != null) {
            columns.members(members.getKey(), members.getValue(), period, books, postings);
        } else if (!by.equals("total")) {
            columns.periods(by, period);
        }
        return columns;
    }

    private void members(String field, EntityKind kind, ReportPeriod period, Books books, List<Posting> postings) {
        Set<String> named = new LinkedHashSet<>();
        boolean without = false;
        for (Posting posting : postings) {
            String member = period.holds(posting) ? posting.member(field) : "";
            without |= member == null;
            if (member != null && !member.isEmpty()) {
                named.add(member);
            }
        }
        for (JsonObject record : books.table(kind).inOrder()) {
            String id = record.text("Id", "");
            if (named.contains(id)) {
                String title = record.text("FullyQualifiedName", record.text("DisplayName", record.text("Name", "")));
                columns.add(new Column(title, period.start(), period.end(), field, id));
            }
        }
        if (without && !columns.isEmpty()) {
            columns.add(new Column("Not Specified", period.start(), period.end(), field, null));
        }
    }

    private void periods(String by, ReportPeriod period) {
        LocalDate start = period.start();
        while (!start.isAfter(period.end()) && columns.size() < MOST) {
            LocalDate last = last(by, start);
            LocalDate end = last.isAfter(period.end()) ? period.end() : last;
            columns.add(new Column(title(by, start, end), start, end, null, null));
            start = end.plusDays(1);
        }
    }

    private LocalDate last(String by, LocalDate start) {
        return switch (by) {
            case "days" -> start;
            case "week", "weeks" -> start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
            case "month", "months" -> start.with(TemporalAdjusters.lastDayOfMonth());
            case "quarter", "quarters" ->
                start.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
            case "year", "years" -> start.with(TemporalAdjusters.lastDayOfYear());
            default -> throw QboFault.of(2170, "Invalid Enumeration : " + asked, "summarize_column_by");
        };
    }

    private static String title(String by, LocalDate start, LocalDate end) {
        return switch (by) {
            case "month", "months" -> MONTH.format(start);
            case "year", "years" -> Integer.toString(start.getYear());
            case "days" -> DAY.format(start);
            default -> DAY.format(start) + " - " + DAY.format(end);
        };
    }

    /** The word of the request, as the header repeats it. */
    String asked() {
        return asked;
    }

    /** How many columns of money there are, the total included. */
    int size() {
        return columns.size() + 1;
    }

    List<Column> columns() {
        return columns;
    }

    /** The columns of a table. */
    void head(ReportTable table) {
        table.column("", "Account", "account");
        for (Column column : columns) {
            table.column(column.title(), column.start(), column.end());
        }
        table.column("TOTAL", "Money", "total");
    }

    /** Sums by column, the total last. */
    BigDecimal[] sums(List<Posting> postings) {
        BigDecimal[] sums = new BigDecimal[size()];
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sums[i] = postings.stream()
                    .filter(column::holds)
                    .map(Posting::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        sums[columns.size()] = postings.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sums;
    }
}
