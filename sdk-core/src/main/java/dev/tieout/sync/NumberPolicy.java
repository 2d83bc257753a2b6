package dev.tieout.sync;

/** Who numbers invoices and credit memos. */
public enum NumberPolicy {
    /** Whoever does so in the company: the app where it has custom transaction numbers switched on, else QuickBooks. */
    AS_COMPANY,
    /** The app: its number is sent whatever the company's setting. With custom numbers switched off QuickBooks does not look whether it is taken. */
    APP,
    /** QuickBooks: the app's number is not sent, and QuickBooks gives the next one of its own. */
    QUICKBOOKS
}
