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
    /** QuickBooks kept another value than it was sent, such as a class whose tracking is off. */
    NOT_KEPT,
    /** The invoice is paid already, or the payment is more than what is open (6000). */
    ALREADY_PAID,
    /** A payment is applied to it, so it can be neither voided nor deleted (6000). */
    HAS_PAYMENT,
    /** The payment and its invoice belong to different clients (6000). */
    OTHER_CLIENT,
    /** The total is below zero; QuickBooks wants a credit memo for that (6000). */
    TOTAL_BELOW_ZERO,
    /** The total is below what was paid already (6000). */
    TOTAL_BELOW_PAID,
    /** A credit is applied to it (6000). */
    CREDIT_APPLIED,
    /** It lies in a bank deposit, which locks it (6540). */
    IN_DEPOSIT,
    /** The currency is not the company's or the client's. */
    WRONG_CURRENCY,
    /** A record it depends on is gone, void, kept out or switched off. */
    PARENT_OUT,
    /** It was deleted in QuickBooks. */
    DELETED_IN_QUICKBOOKS,
    /** It was voided in QuickBooks. */
    VOIDED_IN_QUICKBOOKS,
    /** QuickBooks has a record that may be the same: entered there by hand, or sent before the store was lost. */
    PERHAPS_SAME,
    /** It was made inactive in QuickBooks, perhaps by a merge. */
    PERHAPS_MERGED,
    /** The app refused the change that came from QuickBooks. */
    REFUSED_BY_APP,
    /** The app failed when it was given the change that came from QuickBooks. Tried again by itself. */
    APP_FAILED,
    /** The app no longer has the record. */
    MISSING_IN_APP,
    /** The library or the host made a mistake; please report it with the intuit_tid. */
    BUG;

    /**
     * Says who can put it right.
     *
     * @return the one who usually can
     */
    public FixedBy fixedBy() {
        return switch (this) {
            case STALE, THROTTLED, UNAVAILABLE -> FixedBy.ITSELF;
            case NAME_TAKEN,
                    DUPLICATE_NUMBER,
                    INVALID_DATA,
                    OTHER_CLIENT,
                    TOTAL_BELOW_ZERO,
                    WRONG_CURRENCY,
                    PARENT_OUT,
                    UNKNOWN_OUTCOME,
                    BOTH_CHANGED,
                    CHANGED_IN_QUICKBOOKS,
                    LINKED_TWICE,
                    DELETED_IN_QUICKBOOKS,
                    VOIDED_IN_QUICKBOOKS,
                    PERHAPS_SAME,
                    PERHAPS_MERGED,
                    REFUSED_BY_APP,
                    MISSING_IN_APP -> FixedBy.APP_USER;
            case BAD_REFERENCE,
                    AMOUNTS_DIFFER,
                    ALREADY_PAID,
                    HAS_PAYMENT,
                    TOTAL_BELOW_PAID,
                    CREDIT_APPLIED,
                    IN_DEPOSIT -> FixedBy.BOOKKEEPER;
            case CLOSED_PERIOD, NOT_KEPT, PERMISSION, CONNECTION -> FixedBy.ADMINISTRATOR;
            case SUBSCRIPTION -> FixedBy.SUBSCRIBER;
            case APP_FAILED, BUG -> FixedBy.OPERATOR;
        };
    }
}
