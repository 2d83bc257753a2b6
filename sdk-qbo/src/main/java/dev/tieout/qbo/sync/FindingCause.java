package dev.tieout.qbo.sync;

import dev.tieout.sync.FixedBy;

/** What {@code company.doctor()} may find. */
public enum FindingCause {
    /** The connection is in trouble. */
    CONNECTION(Severity.BLOCKS, FixedBy.ADMINISTRATOR),
    /** The firm's default item does not exist. */
    DEFAULT_ITEM_MISSING(Severity.BLOCKS, FixedBy.APP_USER),
    /** The firm's default item is inactive. */
    DEFAULT_ITEM_INACTIVE(Severity.BLOCKS, FixedBy.BOOKKEEPER),
    /** The firm's default item is a category or a bundle, which stands on no line. */
    DEFAULT_ITEM_WRONG_TYPE(Severity.BLOCKS, FixedBy.APP_USER),
    /** Unmapped service items are to go under the default item, and none is set. */
    DEFAULT_ITEM_NOT_SET(Severity.BLOCKS, FixedBy.APP_USER),
    /** The firm's income account does not exist. */
    INCOME_ACCOUNT_MISSING(Severity.BLOCKS, FixedBy.APP_USER),
    /** The firm's income account is inactive. */
    INCOME_ACCOUNT_INACTIVE(Severity.BLOCKS, FixedBy.BOOKKEEPER),
    /** The firm's income account is no income account. */
    INCOME_ACCOUNT_WRONG_TYPE(Severity.BLOCKS, FixedBy.APP_USER),
    /** A tax code of the firm's settings does not exist. */
    TAX_CODE_MISSING(Severity.BLOCKS, FixedBy.APP_USER),
    /** A tax code of the firm's settings is inactive. */
    TAX_CODE_INACTIVE(Severity.BLOCKS, FixedBy.BOOKKEEPER),
    /** What refunds or payouts are to be booked to by the firm's settings does not exist. */
    MONEY_SETTING_MISSING(Severity.BLOCKS, FixedBy.APP_USER),
    /** What refunds or payouts are to be booked to by the firm's settings is inactive. */
    MONEY_SETTING_INACTIVE(Severity.BLOCKS, FixedBy.BOOKKEEPER),
    /** What refunds or payouts are to be booked to by the firm's settings cannot be that: a category, no bank account. */
    MONEY_SETTING_WRONG_TYPE(Severity.BLOCKS, FixedBy.APP_USER),
    /** The app is to number its invoices, and QuickBooks numbers them itself. */
    CUSTOM_NUMBERS_OFF(Severity.DISTURBS, FixedBy.ADMINISTRATOR),
    /** QuickBooks applies credits to invoices by itself, which changes what the app applied. */
    CREDITS_APPLIED_AUTOMATICALLY(Severity.DISTURBS, FixedBy.ADMINISTRATOR),
    /** Classes are not tracked: QuickBooks drops them without a word. */
    CLASSES_OFF(Severity.GOOD_TO_KNOW, FixedBy.ADMINISTRATOR),
    /** Locations are not tracked: QuickBooks drops them without a word. */
    LOCATIONS_OFF(Severity.GOOD_TO_KNOW, FixedBy.ADMINISTRATOR),
    /** Forms have no discount: QuickBooks drops it without a word. */
    DISCOUNTS_OFF(Severity.GOOD_TO_KNOW, FixedBy.ADMINISTRATOR),
    /** The company charges no sales tax: what the app taxes is not taxed there. */
    SALES_TAX_OFF(Severity.GOOD_TO_KNOW, FixedBy.ADMINISTRATOR),
    /** The company keeps books in one currency: what is in another is refused. */
    ONE_CURRENCY(Severity.GOOD_TO_KNOW, FixedBy.ADMINISTRATOR),
    /** The books are closed up to a day. */
    BOOKS_CLOSED(Severity.GOOD_TO_KNOW, FixedBy.ADMINISTRATOR);

    private final Severity severity;
    private final FixedBy fixedBy;

    FindingCause(Severity severity, FixedBy fixedBy) {
        this.severity = severity;
        this.fixedBy = fixedBy;
    }

    /** How much it matters. */
    public enum Severity {
        /** Records that need it will be refused, or wait. */
        BLOCKS,
        /** Records are written, and QuickBooks will hold something else than the app. */
        DISTURBS,
        /** All is well unless the app uses what is switched off. */
        GOOD_TO_KNOW
    }

    /**
     * Says how much it matters.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Says who can change it.
     *
     * @return whom to ask
     */
    public FixedBy fixedBy() {
        return fixedBy;
    }

    /**
     * Says whether {@code company.fix} can change it for the firm.
     *
     * @return {@code true} if it is a preference that QuickBooks' API offers to change; it may refuse all the same
     */
    public boolean fixable() {
        return switch (this) {
            case CUSTOM_NUMBERS_OFF, CREDITS_APPLIED_AUTOMATICALLY, CLASSES_OFF, LOCATIONS_OFF, DISCOUNTS_OFF -> true;
            default -> false;
        };
    }
}
