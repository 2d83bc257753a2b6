package dev.tieout.qbo.sync.internal.kind;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a company's own settings say, as far as records depend on it. Immutable.
 *
 * @param homeCurrency its currency, ISO 4217, or {@code null} if QuickBooks does not say
 * @param multiCurrency whether it keeps books in several currencies
 * @param salesTax whether it charges sales tax
 * @param customNumbers whether people number transactions themselves; else QuickBooks counts (QuickBooks fact E12.1)
 * @param closedUntil the last day of the closed books, or {@code null} if none are closed
 * @param customFields its own fields of sales forms: their ids by their names
 * @param tracking what of a sales form is kept
 */
public record CompanyFacts(
        @Nullable String homeCurrency,
        boolean multiCurrency,
        boolean salesTax,
        boolean customNumbers,
        @Nullable LocalDate closedUntil,
        Map<String, String> customFields,
        Tracking tracking) {
    /**
     * What of a sales form is kept; the rest is dropped without a word (QuickBooks fact E9.2).
     *
     * @param classesPerForm the class of the form
     * @param classesPerLine the class of a line
     * @param locations the location
     * @param discounts the discount of the form
     */
    public record Tracking(boolean classesPerForm, boolean classesPerLine, boolean locations, boolean discounts) {}

    /** Nothing is known of the company. */
    public static final CompanyFacts UNKNOWN =
            new CompanyFacts(null, false, true, false, null, Map.of(), new Tracking(true, true, true, true));

    public CompanyFacts {
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(customFields);
        customFields = Collections.unmodifiableSortedMap(copy);
    }
}
