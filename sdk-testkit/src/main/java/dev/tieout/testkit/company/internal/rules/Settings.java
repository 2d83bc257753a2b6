package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.CompanySwitches;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a company is set to: its preferences (QuickBooks facts E10), its country, and the switches of the fake. */
public final class Settings {
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("USD", "United States Dollar"),
            Map.entry("CAD", "Canadian Dollar"),
            Map.entry("GBP", "British Pound Sterling"),
            Map.entry("EUR", "Euro"),
            Map.entry("AUD", "Australian Dollar"),
            Map.entry("NZD", "New Zealand Dollar"),
            Map.entry("CHF", "Swiss Franc"),
            Map.entry("JPY", "Japanese Yen"),
            Map.entry("INR", "Indian Rupee"),
            Map.entry("MXN", "Mexican Peso"),
            Map.entry("SEK", "Swedish Krona"),
            Map.entry("ZAR", "South African Rand"));

    private final Work work;
    private final CompanySwitches switches;
    private final String person;

    /** Settings as they stand in {@code work}; {@code person} is whom a stale token is blamed on. */
    public Settings(Work work, CompanySwitches switches, String person) {
        this.work = work;
        this.switches = switches;
        this.person = person;
    }

    String person() {
        return person;
    }

    /** Whether a switch of the fake is on. */
    public boolean on(CompanySwitch which) {
        return switches.on(which);
    }

    /** The first month of the fiscal year by its English name. */
    public String firstMonthOfFiscalYear() {
        return preference("AccountingInfoPrefs.FirstMonthOfFiscalYear") instanceof String month ? month : "January";
    }

    /** The tax code of customers that have none of their own; {@code null} if there is none. */
    @Nullable
    String defaultTaxCode() {
        return preference("TaxPrefs.TaxGroupCodeRef") instanceof JsonObject reference ? reference.text("value") : null;
    }

    private @Nullable Object preference(String path) {
        JsonObject preferences = work.find(EntityKind.PREFERENCES, "1");
        return preferences == null ? null : preferences.at(path);
    }

    boolean is(String path) {
        Object value = preference(path);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    @Nullable
    String text(String path) {
        Object value = preference(path);
        if (value instanceof JsonObject reference) {
            return reference.text("value");
        }
        return value == null ? null : value.toString();
    }

    /** A preference that is a list of groups. */
    List<JsonObject> groups(String path) {
        List<JsonObject> groups = new ArrayList<>();
        if (preference(path) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof JsonObject group) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    /** Up to and including this date the books are closed; null if they are open. */
    @Nullable
    LocalDate closedUntil() {
        String date = text("AccountingInfoPrefs.BookCloseDate");
        return date == null ? null : Times.date(date);
    }

    boolean multiCurrency() {
        return is("CurrencyPrefs.MultiCurrencyEnabled");
    }

    /** The home currency's code. */
    public String homeCurrency() {
        String code = text("CurrencyPrefs.HomeCurrency");
        return code == null ? "USD" : code;
    }

    /** A currency, by its code, as records refer to it. */
    public static JsonObject currency(String code) {
        return JsonObject.of("value", code, "name", CURRENCIES.getOrDefault(code, code));
    }

    /** Whether the company is in the United States, whose tax model differs from all others (QuickBooks facts T1). */
    boolean unitedStates() {
        JsonObject info = companyInfo();
        String country = info == null ? null : info.text("Country");
        return country == null || country.equals("US") || country.equals("USA");
    }

    /** What the pages of the country call its tax (QuickBooks facts T6). */
    String taxWord() {
        JsonObject info = companyInfo();
        String country = info == null ? "" : info.text("Country", "");
        return switch (country) {
            case "GB", "GBR", "UK" -> "VAT";
            case "CA", "CAN" -> "GST/HST";
            default -> "GST";
        };
    }

    @Nullable
    JsonObject companyInfo() {
        for (JsonObject info : work.all(EntityKind.COMPANY_INFO)) {
            return info;
        }
        return null;
    }

    LocalDate today() {
        return Times.day(work.now());
    }
}
