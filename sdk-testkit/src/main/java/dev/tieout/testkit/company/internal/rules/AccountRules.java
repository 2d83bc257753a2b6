package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ledger accounts: type, subtype and classification follow from each other (QuickBooks facts E8). */
final class AccountRules {
    private static final Map<String, String> CLASSIFICATIONS = Map.ofEntries(
            Map.entry("Bank", "Asset"),
            Map.entry("Accounts Receivable", "Asset"),
            Map.entry("Other Current Asset", "Asset"),
            Map.entry("Fixed Asset", "Asset"),
            Map.entry("Other Asset", "Asset"),
            Map.entry("Accounts Payable", "Liability"),
            Map.entry("Credit Card", "Liability"),
            Map.entry("Other Current Liability", "Liability"),
            Map.entry("Long Term Liability", "Liability"),
            Map.entry("Equity", "Equity"),
            Map.entry("Income", "Revenue"),
            Map.entry("Other Income", "Revenue"),
            Map.entry("Cost of Goods Sold", "Expense"),
            Map.entry("Expense", "Expense"),
            Map.entry("Other Expense", "Expense"));
    private static final Map<String, String> DEFAULT_SUBTYPES = Map.ofEntries(
            Map.entry("Bank", "CashOnHand"),
            Map.entry("Accounts Receivable", "AccountsReceivable"),
            Map.entry("Other Current Asset", "OtherCurrentAssets"),
            Map.entry("Fixed Asset", "OtherFixedAssets"),
            Map.entry("Other Asset", "OtherLongTermAssets"),
            Map.entry("Accounts Payable", "AccountsPayable"),
            Map.entry("Credit Card", "CreditCard"),
            Map.entry("Other Current Liability", "OtherCurrentLiabilities"),
            Map.entry("Long Term Liability", "OtherLongTermLiabilities"),
            Map.entry("Equity", "OwnersEquity"),
            Map.entry("Income", "SalesOfProductIncome"),
            Map.entry("Other Income", "OtherMiscellaneousIncome"),
            Map.entry("Cost of Goods Sold", "SuppliesMaterialsCogs"),
            Map.entry("Expense", "OtherMiscellaneousServiceCost"),
            Map.entry("Other Expense", "OtherMiscellaneousExpense"));
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Checking", "Bank"),
            Map.entry("Savings", "Bank"),
            Map.entry("CashOnHand", "Bank"),
            Map.entry("MoneyMarket", "Bank"),
            Map.entry("TrustAccounts", "Bank"),
            Map.entry("AccountsReceivable", "Accounts Receivable"),
            Map.entry("UndepositedFunds", "Other Current Asset"),
            Map.entry("Inventory", "Other Current Asset"),
            Map.entry("PrepaidExpenses", "Other Current Asset"),
            Map.entry("OtherCurrentAssets", "Other Current Asset"),
            Map.entry("AccountsPayable", "Accounts Payable"),
            Map.entry("CreditCard", "Credit Card"),
            Map.entry("GlobalTaxPayable", "Other Current Liability"),
            Map.entry("OtherCurrentLiabilities", "Other Current Liability"),
            Map.entry("RetainedEarnings", "Equity"),
            Map.entry("OpeningBalanceEquity", "Equity"),
            Map.entry("OwnersEquity", "Equity"),
            Map.entry("SalesOfProductIncome", "Income"),
            Map.entry("ServiceFeeIncome", "Income"),
            Map.entry("OtherPrimaryIncome", "Income"),
            Map.entry("DiscountsRefundsGiven", "Income"),
            Map.entry("UnappliedCashPaymentIncome", "Income"),
            Map.entry("InterestEarned", "Other Income"),
            Map.entry("SuppliesMaterialsCogs", "Cost of Goods Sold"),
            Map.entry("AdvertisingPromotional", "Expense"),
            Map.entry("Auto", "Expense"),
            Map.entry("BankCharges", "Expense"),
            Map.entry("OfficeGeneralAdministrativeExpenses", "Expense"),
            Map.entry("LegalProfessionalFees", "Expense"),
            Map.entry("Travel", "Expense"),
            Map.entry("Utilities", "Expense"),
            Map.entry("RentOrLeaseOfBuildings", "Expense"),
            Map.entry("Depreciation", "Other Expense"));

    private AccountRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        ListRules.name(write);
        if (draft.text("Name", "").indexOf('"') >= 0) {
            throw QboFault.of(2040, "Element contains invalid characters. Double quotes are not allowed.", "Name");
        }
        types(draft);
        parent(write);
        draft.set("SubAccount", draft.ref("ParentRef") != null);
        draft.set("CurrencyRef", Settings.currency(currency(write)));
        balances(write);
        InactiveRules.apply(write);
        TreeRules.apply(write);
    }

    private static void types(JsonObject draft) {
        String type = draft.text("AccountType");
        String subtype = draft.text("AccountSubType");
        if (type == null && subtype == null) {
            throw QboFault.of(6010, "One of AccountType and AccountSubType is required.", "");
        }
        String resolved = type == null ? TYPES.getOrDefault(String.valueOf(subtype), "Expense") : type;
        draft.set("AccountType", resolved);
        draft.set("AccountSubType", subtype == null ? DEFAULT_SUBTYPES.get(resolved) : subtype);
        draft.set("Classification", classification(resolved));
    }

    /** The classification that follows from a type, {@code null} for non-posting accounts. */
    static @Nullable String classification(String type) {
        return CLASSIFICATIONS.get(type);
    }

    private static void parent(Write write) {
        JsonObject parent = write.referred("ParentRef", EntityKind.ACCOUNT);
        if (parent != null
                && !parent.text("AccountType", "").equals(write.draft().text("AccountType"))) {
            throw QboFault.of(
                    6430, "Invalid account type used: a sub-account has the type of its parent.", "AccountType");
        }
        if (parent != null && parent.text("AccountSubType", "").equals("UndepositedFunds")) {
            throw QboFault.business("Undeposited Funds cannot have sub-accounts.");
        }
    }

    private static String currency(Write write) {
        String sent = write.draft().ref("CurrencyRef");
        return sent == null ? write.settings().homeCurrency() : sent;
    }

    private static void balances(Write write) {
        JsonObject before = write.before();
        for (String field : new String[] {"CurrentBalance", "CurrentBalanceWithSubAccounts"}) {
            Object kept = before == null ? null : before.get(field);
            write.draft().set(field, kept == null ? BigDecimal.ZERO : kept);
        }
    }
}
