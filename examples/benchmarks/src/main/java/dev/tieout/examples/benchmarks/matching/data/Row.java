package dev.tieout.examples.benchmarks.matching.data;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a list: texts by column. Not thread-safe. */
public final class Row {
    /** The columns of a list of clients. */
    public static final List<String> CLIENT = List.of(
            "client_id",
            "client_type",
            "display_name",
            "first_name",
            "middle_name",
            "last_name",
            "suffix",
            "company_name",
            "email",
            "email2",
            "phone",
            "address",
            "city",
            "state",
            "zip");

    /** The columns of a list of customers. */
    public static final List<String> CUSTOMER = List.of(
            "customer_id",
            "display_name",
            "given_name",
            "middle_name",
            "family_name",
            "suffix",
            "company_name",
            "primary_email",
            "primary_phone",
            "mobile",
            "bill_line1",
            "bill_city",
            "bill_state",
            "bill_zip",
            "active",
            "job",
            "parent_id",
            "fully_qualified_name");

    private final List<String> columns;
    private final String[] values;

    /**
     * Makes an empty row.
     *
     * @param columns the names of its columns
     */
    public Row(List<String> columns) {
        this(columns, new String[columns.size()]);
        Arrays.fill(values, "");
    }

    /**
     * Makes a row.
     *
     * @param columns the names of its columns
     * @param values their texts, in this order; kept, not copied
     */
    public Row(List<String> columns, String[] values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * Reads a column.
     *
     * @param column its name
     * @return its text; empty if there is no such column
     */
    public String get(String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= values.length ? "" : values[at];
    }

    /**
     * Reads a column.
     *
     * @param column its name
     * @return its text, or {@code null} if it is blank
     */
    public @Nullable String orNull(String column) {
        String value = get(column);
        return value.isBlank() ? null : value;
    }

    /**
     * Writes a column.
     *
     * @param column its name; there must be one
     * @param value its text
     * @return this row
     */
    public Row set(String column, String value) {
        values[columns.indexOf(column)] = value;
        return this;
    }

    /**
     * Returns the texts.
     *
     * @return a copy
     */
    public String[] values() {
        return values.clone();
    }
}
