package dev.tieout.qbo.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report as QuickBooks made it. Immutable.
 *
 * @param name its name
 * @param header what it says of itself, as {@code StartPeriod} and {@code Currency}
 * @param options more of that, as {@code NoReportData}
 * @param columns its columns
 * @param rows its top rows, which hold the others
 */
public record Report(
        String name, Map<String, String> header, Map<String, String> options, List<Column> columns, List<Row> rows) {
    public Report {
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param title what stands above it; may be empty
     * @param type what is in it, as {@code Money}
     */
    public record Column(String title, String type) {
        /** Names the type: a title may be a client's name. */
        @Override
        public String toString() {
            return "Column[type=" + type + "]";
        }
    }

    /**
     * A cell.
     *
     * @param value as it is printed; may be empty
     * @param id the record that it names
     */
    public record Cell(String value, Optional<String> id) {
        /**
         * The value as an amount.
         *
         * @return empty if it is none
         */
        public Optional<BigDecimal> amount() {
            try {
                return Optional.of(new BigDecimal(value));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /** Names the record that it names, never the value. */
        @Override
        public String toString() {
            return "Cell[id=" + id.orElse("none") + "]";
        }
    }

    /**
     * A row: data, or a section of rows between its head and its total.
     *
     * @param type {@code Data} or {@code Section}; may be empty
     * @param group what a section is about, as {@code Income}; may be empty
     * @param cells the data, or the head of a section; one for each column
     * @param rows the rows of a section
     * @param summary the total of a section
     */
    public record Row(String type, String group, List<Cell> cells, List<Row> rows, List<Cell> summary) {
        public Row {
            cells = List.copyOf(cells);
            rows = List.copyOf(rows);
            summary = List.copyOf(summary);
        }

        /**
         * The row and all that are in it.
         *
         * @return from the top
         */
        public Stream<Row> flatten() {
            return Stream.concat(Stream.of(this), rows.stream().flatMap(Row::flatten));
        }

        /** Names the type and counts the rest. */
        @Override
        public String toString() {
            return "Row[type=" + type + ", group=" + group + ", cells=" + cells.size() + ", rows=" + rows.size() + "]";
        }
    }

    /**
     * Says whether there is nothing to report.
     *
     * @return what QuickBooks says; {@code false} if it says nothing
     */
    public boolean empty() {
        return Boolean.parseBoolean(options.get("NoReportData"));
    }

    /** Names the report and its size. */
    @Override
    public String toString() {
        return "Report[" + name + ", columns=" + columns.size() + ", rows=" + rows.size() + "]";
    }
}
