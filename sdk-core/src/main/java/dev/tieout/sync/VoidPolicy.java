package dev.tieout.sync;

/** What a void in the app does in QuickBooks. */
public enum VoidPolicy {
    /** The invoice is voided: it stays, and comes to nothing. */
    VOID,
    /** The invoice is deleted. */
    DELETE
}
