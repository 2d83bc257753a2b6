package dev.tieout.sync;

/** What kind of thing stands in a record's way. A host may branch on it: each cause has one remedy. */
public enum ProblemCause {
    /** Another customer, vendor or employee has the display name (QuickBooks code 6240). */
    NAME_TAKEN,
    /** Another transaction has the number (6140). */
    DUPLICATE_NUMBER,
    /** A record it refers to is inactive, gone or not linked (2500, 610). */
    BAD_REFERENCE,
    /** The data breaks a rule of QuickBooks; the message names the field. */
    INVALID_DATA,
    /** The books are closed for its date (6200, 6210). */
    CLOSED_PERIOD,
    /** It was changed in QuickBooks again and again while it was being written (5010). */
    STALE,
    /** QuickBooks computed another total or tax than the app. */
    AMOUNTS_DIFFER,
    /** The connecting user may not do this (120, 3100, 5020). */
    PERMISSION,
    /** The company's QuickBooks subscription lapsed (6190). */
    SUBSCRIPTION,
    /** The company is not connected, or must be reauthorized. */
    CONNECTION,
    /** QuickBooks asked for a pause (3001). Goes away by itself. */
    THROTTLED,
    /** QuickBooks could not be reached or failed. Goes away by itself. */
    UNAVAILABLE,
    /** The outcome of a write could not be established. */
    UNKNOWN_OUTCOME,
    /** Both sides changed the same field. */
    BOTH_CHANGED,
    /** Someone changed the record in QuickBooks; the app is its master. */
    CHANGED_IN_QUICKBOOKS,
    /** Two records of the app claim one record of QuickBooks. */
    LINKED_TWICE,
    /** QuickBooks refused for a reason that this library does not know. */
    REFUSED,
    /** The library or the host made a mistake; please report it with the intuit_tid. */
    BUG
}
