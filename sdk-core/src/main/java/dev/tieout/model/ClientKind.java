package dev.tieout.model;

/** What a client is, as far as the app knows. */
public enum ClientKind {
    /** A person. */
    INDIVIDUAL,
    /** A couple or family that is billed together. */
    HOUSEHOLD,
    /** A company, trust, estate or other organisation. */
    BUSINESS,
    /** The app does not tell. */
    UNKNOWN
}
