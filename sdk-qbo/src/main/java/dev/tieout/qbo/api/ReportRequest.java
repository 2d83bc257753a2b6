package dev.tieout.qbo.api;

import dev.tieout.internal.Given;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report and what it is about. Immutable. QuickBooks refuses a name that it does not know with 5020, and is slow over
 * more than six months (QuickBooks fact P9.6).
 */
public final class ReportRequest {
    private final String name;
    private final Map<String, String> parameters;

    private ReportRequest(String name, Map<String, String> parameters) {
        this.name = name;
        this.parameters = parameters;
    }

    /**
     * A report by its name.
     *
     * @param name as {@code ProfitAndLoss} or {@code AgedReceivables}
     * @return a request with QuickBooks' own defaults
     */
    public static ReportRequest of(String name) {
        Given.value("name", name);
        if (name.isEmpty() || !name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
            throw new IllegalArgumentException("a report's name has letters only, as ProfitAndLoss");
        }
        return new ReportRequest(name, Map.of());
    }

    /**
     * Over a period.
     *
     * @param first its first day
     * @param last its last day
     * @return a changed request
     */
    public ReportRequest between(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the period ends before it begins");
        }
        return with("start_date", first.toString()).with("end_date", last.toString());
    }

    /**
     * With a parameter.
     *
     * @param parameter as QuickBooks writes it, as {@code accounting_method}
     * @param value its value
     * @return a changed request
     */
    public ReportRequest with(String parameter, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(parameter, value);
        return new ReportRequest(name, Collections.unmodifiableMap(all));
    }

    /**
     * The report's name.
     *
     * @return as it was given
     */
    public String name() {
        return name;
    }

    Map<String, String> parameters() {
        return parameters;
    }
}
