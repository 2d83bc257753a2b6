package dev.tieout.qbo.fault;

/** What kind of failure it is: each kind asks for another reaction. */
public enum FaultKind {
    /** QuickBooks or the network failed for now, and nothing was done: try again later. */
    TRANSIENT(true),
    /** Asked too often: try again after the pause. Nothing was done. */
    THROTTLED(true),
    /** The connection is not accepted any more: an administrator of the company must connect again. */
    REAUTHORIZE(false),
    /** The record was changed since it was read (5010): read it again, merge, write again. */
    STALE(false),
    /** Another customer, vendor or employee has the display name (6240): link that one or use another name. */
    NAME_TAKEN(false),
    /** Another transaction has the number (6140): it may be one's own; look it up, or use another number. */
    DUPLICATE_NUMBER(false),
    /** There is no such record, or no more (610). */
    NOT_FOUND(false),
    /** A record that it refers to is inactive or does not exist (2500). */
    BAD_REFERENCE(false),
    /** The user or the app may not do this. */
    PERMISSION(false),
    /** The company's subscription lapsed (6190): reading may still work. */
    SUBSCRIPTION(false),
    /** The books are closed for that date (6200, 6210). */
    CLOSED_PERIOD(false),
    /** The data breaks a rule of QuickBooks: change it. */
    NEEDS_FIX(false),
    /** The app's keys, environment or addresses are wrong; the connection itself is not to blame. */
    CONFIGURATION(false),
    /** This library or the host asked for something that cannot work: please report it with the intuit_tid. */
    BUG(false),
    /** A write may or may not have happened: repeat it with the same request id and body, or look. Never write anew. */
    OUTCOME_UNKNOWN(true);

    private final boolean retryable;

    FaultKind(boolean retryable) {
        this.retryable = retryable;
    }

    /**
     * Says whether the very same call may succeed later without anyone changing anything.
     *
     * @return {@code true} if trying again makes sense; a write only with its request id
     */
    public boolean retryable() {
        return retryable;
    }
}
