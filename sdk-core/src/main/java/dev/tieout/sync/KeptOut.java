package dev.tieout.sync;

/** Why a record is not kept in step. */
public enum KeptOut {
    /** The library never heard of it. */
    UNKNOWN,
    /** A person took the link back; it stays so until a person links or creates it. */
    UNMATCHED,
    /** A person keeps it out; it stays so until a person lets it in. */
    BY_PERSON,
    /** A switch of the firm's settings keeps such records from travelling. */
    SWITCHED_OFF,
    /** It is dated before the firm's start date, and nobody asked for it. */
    BEFORE_START,
    /** It was void or deleted in the app before it was ever sent. */
    ENDED_BEFORE_SENT
}
