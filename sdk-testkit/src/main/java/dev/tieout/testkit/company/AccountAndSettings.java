package dev.tieout.testkit.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The page <em>Account and settings</em>: what a person switches on and off there takes effect with the next request.
 * Thread-safe.
 */
public final class AccountAndSettings {
    private final InQuickBooks pages;
    private final FakeCompany company;

    AccountAndSettings(InQuickBooks pages, FakeCompany company) {
        this.pages = pages;
        this.company = company;
    }

    /** One class for a whole transaction; while off, a class on the header is dropped without a word. */
    public void classesPerTransaction(boolean on) {
        pages.preference("AccountingInfoPrefs.ClassTrackingPerTxn", on);
    }

    /** A class for each line; while off, classes on lines are dropped without a word. */
    public void classesPerLine(boolean on) {
        pages.preference("AccountingInfoPrefs.ClassTrackingPerTxnLine", on);
    }

    /** Locations; while off, a location is dropped without a word. */
    public void locations(boolean on) {
        pages.preference("AccountingInfoPrefs.TrackDepartments", on);
    }

    /** Custom transaction numbers: on, a number stays empty if none is sent and may be used once (6140). */
    public void customNumbers(boolean on) {
        pages.preference("SalesFormsPrefs.CustomTxnNumbers", on);
    }

    /**
     * Names the company's own fields of sales forms, three at most; in QuickBooks they are numbered from 1 on.
     *
     * @param names the names in the order of their numbers
     */
    public void customFields(String... names) {
        List<Object> texts = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            texts.add(Map.of(
                    "Name",
                    "SalesFormsPrefs.SalesCustomName" + (i + 1),
                    "Type",
                    "StringType",
                    "StringValue",
                    names[i]));
        }
        pages.preference("SalesFormsPrefs.CustomField", List.of(Map.of("CustomField", texts)));
    }

    /** Discounts on sales forms. */
    public void discounts(boolean on) {
        pages.preference("SalesFormsPrefs.AllowDiscount", on);
    }

    /** Shipping on sales forms. */
    public void shipping(boolean on) {
        pages.preference("SalesFormsPrefs.AllowShipping", on);
    }

    /** Deposits on invoices. */
    public void deposits(boolean on) {
        pages.preference("SalesFormsPrefs.AllowDeposit", on);
    }

    /** Applies credits to invoices by itself, oldest open invoice first. */
    public void autoApplyCredits(boolean on) {
        automatic("SalesFormsPrefs.AutoApplyCredit", on);
    }

    /** Applies what is left of payments to new invoices by itself. */
    public void autoApplyPayments(boolean on) {
        automatic("SalesFormsPrefs.AutoApplyPayments", on);
    }

    private void automatic(String preference, boolean on) {
        pages.preference(preference, on);
        if (on) {
            company.switches(company.switches().with(CompanySwitch.AUTO_APPLY));
        }
    }

    /** Switches multicurrency on; QuickBooks never switches it off again. */
    public void multicurrency() {
        pages.preference("CurrencyPrefs.MultiCurrencyEnabled", true);
    }
}
