package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Lists with a Name: classes, locations, terms, payment methods, currencies, agencies, journal codes
 * (QuickBooks facts E9, T7.2). Names are unique, under the same parent where there are parents.
 */
final class ListRules {
    private ListRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        name(write);
        switch (write.kind()) {
            case CLASS -> tree(write, "SubClass", tracksClasses(write));
            case DEPARTMENT ->
                tree(write, "SubDepartment", write.settings().is("AccountingInfoPrefs.TrackDepartments"));
            case TERM -> term(write);
            case PAYMENT_METHOD -> draft.setIfAbsent("Type", "NON_CREDIT_CARD");
            case COMPANY_CURRENCY -> currency(write);
            case TAX_AGENCY -> {
                draft.setIfAbsent("TaxTrackedOnSales", true);
                draft.setIfAbsent("TaxTrackedOnPurchases", false);
                draft.setIfAbsent("TaxAgencyConfig", "USER_DEFINED");
            }
            default -> {}
        }
        if (write.kind().can(EntityKind.Can.INACTIVATE)) {
            InactiveRules.apply(write);
        }
        if (write.kind() == EntityKind.CLASS || write.kind() == EntityKind.DEPARTMENT) {
            TreeRules.apply(write);
        }
    }

    private static boolean tracksClasses(Write write) {
        return write.settings().is("AccountingInfoPrefs.ClassTrackingPerTxn")
                || write.settings().is("AccountingInfoPrefs.ClassTrackingPerTxnLine");
    }

    static void name(Write write) {
        String field = Objects.requireNonNullElse(write.kind().nameField(), "Name");
        JsonObject draft = write.draft();
        String name = draft.text(field);
        if (name == null || name.isBlank()) {
            throw QboFault.missing(field);
        }
        draft.set(field, name.strip());
        if (name.indexOf(':') >= 0 || name.indexOf('\t') >= 0 || name.indexOf('\n') >= 0) {
            throw QboFault.of(
                    2040, "Element contains invalid characters. Colon, tab and newline are not allowed.", field);
        }
        if (write.changed(field) || write.changed("ParentRef")) {
            unique(write, field, name.strip());
        }
    }

    private static void unique(Write write, String field, String name) {
        for (JsonObject other : write.work().with(write.kind(), field, name)) {
            boolean self = !write.creating() && other.text("Id", "").equals(write.id());
            boolean sameParent =
                    Objects.equals(other.ref("ParentRef"), write.draft().ref("ParentRef"));
            if (!self && sameParent) {
                throw QboFault.of(6240, "The name supplied already exists. : " + owner(write.kind()), "");
            }
        }
    }

    private static String owner(EntityKind kind) {
        String what = switch (kind) {
            case ITEM -> "product or service";
            case DEPARTMENT -> "location";
            case TERM -> "term";
            case PAYMENT_METHOD -> "payment method";
            case TAX_AGENCY -> "tax agency";
            default -> kind.path();
        };
        return "Another " + what + " is already using this name. Please use a different name.";
    }

    private static void tree(Write write, String flag, boolean tracked) {
        if (write.creating() && !tracked && write.on(CompanySwitch.CLASSES_NEED_FEATURE)) {
            throw QboFault.of(5030, "Feature Not Supported : tracking is off for this company.", "");
        }
        write.draft().set(flag, write.draft().ref("ParentRef") != null);
    }

    /** DueDays make a standard term, DayOfMonthDue a date-driven one. */
    private static void term(Write write) {
        JsonObject draft = write.draft();
        boolean dateDriven = draft.has("DayOfMonthDue") && !draft.has("DueDays");
        if (!dateDriven && !draft.has("DueDays")) {
            throw QboFault.missing("DueDays");
        }
        range(draft, "DueDays", 999);
        range(draft, "DiscountDays", 999);
        range(draft, "DayOfMonthDue", 31);
        range(draft, "DueNextMonthDays", 999);
        range(draft, "DiscountPercent", 100);
        draft.set("Type", dateDriven ? "DATE_DRIVEN" : "STANDARD");
        draft.setIfAbsent("DiscountPercent", BigDecimal.ZERO);
    }

    private static void range(JsonObject draft, String field, int most) {
        BigDecimal value = draft.decimal(field);
        if (value != null && (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0)) {
            throw QboFault.of(
                    2240,
                    "Number should be between 0 and " + most + ". Supplied value:" + value.toPlainString(),
                    field);
        }
    }

    private static void currency(Write write) {
        if (!write.settings().multiCurrency()) {
            throw QboFault.of(5030, "Feature Not Supported : multicurrency is off for this company.", "");
        }
        String code = write.draft().text("Code", "");
        write.draft().set("Name", Settings.currency(code).text("name"));
    }
}
