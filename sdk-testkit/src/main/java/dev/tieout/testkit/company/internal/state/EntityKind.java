package dev.tieout.testkit.company.internal.state;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of QuickBooks Online and what each can do (QuickBooks facts E1). */
public enum EntityKind {
    ACCOUNT("Account", Family.ACCOUNTS, "Name", "CRQUI+MC"),
    ATTACHABLE("Attachable", Family.ATTACHABLES, null, "CRQUDC"),
    BILL("Bill", Family.TRANSACTIONS, null, "CRQUDCT"),
    BILL_PAYMENT("BillPayment", Family.TRANSACTIONS, null, "CRQUDVCT"),
    BUDGET("Budget", Family.OWN, null, "CRQUDC"),
    CLASS("Class", Family.CLASSES, "Name", "CRQUIC"),
    COMPANY_CURRENCY("CompanyCurrency", Family.OWN, "Code", "CRQUIC"),
    COMPANY_INFO("CompanyInfo", Family.OWN, null, "RQU"),
    CREDIT_CARD_PAYMENT("CreditCardPaymentTxn", Family.TRANSACTIONS, null, "CRQUDCT"),
    CREDIT_MEMO("CreditMemo", Family.TRANSACTIONS, null, "CRQUDEPCT"),
    CUSTOMER("Customer", Family.NAMES, "DisplayName", "CRQUI+MC"),
    CUSTOMER_TYPE("CustomerType", Family.CLASSES, "Name", "RQC"),
    DEPARTMENT("Department", Family.OWN, "Name", "CRQUIC"),
    DEPOSIT("Deposit", Family.TRANSACTIONS, null, "CRQUDCT"),
    EMPLOYEE("Employee", Family.NAMES, "DisplayName", "CRQUIC"),
    ESTIMATE("Estimate", Family.TRANSACTIONS, null, "CRQUDEPCT"),
    EXCHANGE_RATE("ExchangeRate", Family.OWN, null, "RQU"),
    INVENTORY_ADJUSTMENT("InventoryAdjustment", Family.TRANSACTIONS, null, "CRQUDCT"),
    INVOICE("Invoice", Family.TRANSACTIONS, null, "CRQUDVEPCT"),
    ITEM("Item", Family.OWN, "Name", "CRQUI+MC"),
    JOURNAL_CODE("JournalCode", Family.OWN, "Name", "CRQUD"),
    JOURNAL_ENTRY("JournalEntry", Family.TRANSACTIONS, null, "CRQUDCT"),
    PAYMENT("Payment", Family.TRANSACTIONS, null, "CRQUDVEPCT"),
    PAYMENT_METHOD("PaymentMethod", Family.OWN, "Name", "CRQUIC"),
    PREFERENCES("Preferences", Family.OWN, null, "RQUC"),
    PURCHASE("Purchase", Family.TRANSACTIONS, null, "CRQUDCT"),
    PURCHASE_ORDER("PurchaseOrder", Family.TRANSACTIONS, null, "CRQUDEPCT"),
    RECURRING_TRANSACTION("RecurringTransaction", Family.RECURRING, null, "CRQDC"),
    REFUND_RECEIPT("RefundReceipt", Family.TRANSACTIONS, null, "CRQUDEPCT"),
    REIMBURSE_CHARGE("ReimburseCharge", Family.TRANSACTIONS, null, "RQCT"),
    SALES_RECEIPT("SalesReceipt", Family.TRANSACTIONS, null, "CRQUDVEPCT"),
    TAX_AGENCY("TaxAgency", Family.OWN, "DisplayName", "CRQ"),
    TAX_CLASSIFICATION("TaxClassification", Family.OWN, null, "RQ"),
    TAX_CODE("TaxCode", Family.OWN, "Name", "RQ"),
    TAX_PAYMENT("TaxPayment", Family.TRANSACTIONS, null, "CRQUD"),
    TAX_RATE("TaxRate", Family.OWN, "Name", "RQ"),
    TAX_RETURN("TaxReturn", Family.OWN, null, "RQ"),
    TERM("Term", Family.OWN, "Name", "CRQUIC"),
    TIME_ACTIVITY("TimeActivity", Family.OWN, null, "CRQUD"),
    TRANSFER("Transfer", Family.TRANSACTIONS, null, "CRQUDCT"),
    VENDOR("Vendor", Family.NAMES, "DisplayName", "CRQUI+MC"),
    VENDOR_CREDIT("VendorCredit", Family.TRANSACTIONS, null, "CRQUDCT");

    /** Kinds that take their Ids from one sequence (QuickBooks fact E3.1). */
    public enum Family {
        /** Customers, vendors and employees. */
        NAMES,
        /** Everything with a date and an amount. */
        TRANSACTIONS,
        /** Ledger accounts; new ones start at 1150040000. */
        ACCOUNTS,
        /** Classes and customer types, whose Ids are long. */
        CLASSES,
        /** Attachments, whose Ids are long. */
        ATTACHABLES,
        /** Templates of transactions. */
        RECURRING,
        /** A sequence for each kind. */
        OWN
    }

    /** What a client can do. */
    public enum Can {
        CREATE,
        READ,
        QUERY,
        UPDATE,
        DELETE,
        VOID,
        EMAIL,
        PDF,
        INACTIVATE,
        MERGE,
        CHANGE_DATA
    }

    private static final Map<String, EntityKind> BY_NAME = new HashMap<>();

    static {
        for (EntityKind kind : values()) {
            BY_NAME.put(kind.json.toLowerCase(Locale.ROOT), kind);
            BY_NAME.put(kind.path(), kind);
        }
    }

    private final String json;
    private final Family family;
    private final @Nullable String nameField;
    // Filled once in the constructor, never shown.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Can> can = EnumSet.noneOf(Can.class);

    private final boolean transaction;

    EntityKind(String json, Family family, @Nullable String nameField, String letters) {
        this.json = json;
        this.family = family;
        this.nameField = nameField;
        this.transaction = letters.endsWith("T");
        can.add(Can.READ);
        for (char letter : letters.substring(1).toCharArray()) {
            switch (letter) {
                case 'R' -> can.add(Can.READ);
                case 'Q' -> can.add(Can.QUERY);
                case 'U' -> can.add(Can.UPDATE);
                case 'D' -> can.add(Can.DELETE);
                case 'V' -> can.add(Can.VOID);
                case 'E' -> can.add(Can.EMAIL);
                case 'P' -> can.add(Can.PDF);
                case 'I' -> can.add(Can.INACTIVATE);
                case 'M' -> can.add(Can.MERGE);
                case 'C' -> can.add(Can.CHANGE_DATA);
                default -> {}
            }
        }
        if (letters.charAt(0) == 'C') {
            can.add(Can.CREATE);
        }
    }

    /** The kind of a name in any case, {@code null} if there is none. */
    public static @Nullable EntityKind named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** The name in JSON. */
    public String json() {
        return json;
    }

    /** The name in paths; one differs from the name in bodies (QuickBooks fact E1.11). */
    public String path() {
        return this == CREDIT_CARD_PAYMENT ? "creditcardpayment" : json.toLowerCase(Locale.ROOT);
    }

    /** The name of its type among the JSON types. */
    public String type() {
        return json;
    }

    /** The sequence of its Ids. */
    public Family family() {
        return family;
    }

    /** The field that names a list record, {@code null} for kinds without a name. */
    public @Nullable String nameField() {
        return nameField;
    }

    /** Whether it is a posting or non-posting transaction. */
    public boolean transaction() {
        return transaction;
    }

    /** Whether rows of it can be inactive, and then hide from queries. */
    public boolean hidesInactive() {
        return can(Can.INACTIVATE) || this == TAX_CODE;
    }

    /** Whether a client can do this to it. */
    public boolean can(Can what) {
        return can.contains(what);
    }
}
