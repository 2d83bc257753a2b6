package dev.tieout.matching.items;

/** What is compared between a service item and a QuickBooks item. */
public enum ItemField {
    /** How common a match is before anything is compared. */
    PRIOR,
    /** The name, with or without its categories. */
    NAME,
    /** The firm's code, in QuickBooks the SKU. */
    CODE,
    /** The price of one unit. */
    RATE,
    /** The tax rate in percent. */
    TAX_RATE,
    /** Whether sales tax applies. */
    TAXABLE
}
