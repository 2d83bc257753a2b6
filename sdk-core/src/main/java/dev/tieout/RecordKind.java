package dev.tieout;

/** The four kinds of record that are kept in step. */
public enum RecordKind {
    /** A client of the app, a Customer in QuickBooks. Both ways. */
    CLIENT,
    /** A service item of the app, an Item in QuickBooks. Both ways. */
    SERVICE_ITEM,
    /** An invoice, from the app to QuickBooks. */
    INVOICE,
    /** A payment, from the app to QuickBooks. */
    PAYMENT
}
