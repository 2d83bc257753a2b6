package dev.tieout.matching;

/** The list that a record of either side falls into; every record is in exactly one. */
public enum Bucket {
    /** One client and one customer, paired without doubt. */
    MATCH,
    /** Plausible counterparts exist, but only a person can decide between them or settle what contradicts. */
    DUPLICATE,
    /** A client without a counterpart; it may carry suggestions. */
    UNMATCHED,
    /** A customer without a counterpart: a new client for the app. */
    NEW,
    /** A customer that the policy, or a person's decision, leaves out. */
    SKIPPED
}
