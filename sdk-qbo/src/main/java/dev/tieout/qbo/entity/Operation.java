package dev.tieout.qbo.entity;

/** What QuickBooks lets an app do with a kind of entity (QuickBooks facts E1). */
public enum Operation {
    /** Make a new one. */
    CREATE,
    /** Read one by its id. */
    READ,
    /** Select some by the query language. */
    QUERY,
    /** Replace one as a whole: what is left out is reset. */
    FULL_UPDATE,
    /** Change the named fields only. */
    SPARSE_UPDATE,
    /** Delete one for good. */
    DELETE,
    /** Keep a transaction but take its amounts out of the books. */
    VOID,
    /** Send one by e-mail. */
    SEND,
    /** Fetch one as it prints. */
    PDF,
    /** Hide a list entry ({@code Active = false}): what QuickBooks has instead of a delete. */
    INACTIVATE,
    /** Ask what has changed since a moment. */
    CDC
}
