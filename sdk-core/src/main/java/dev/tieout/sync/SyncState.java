package dev.tieout.sync;

/** Where a record stands between the app and QuickBooks. */
public enum SyncState {
    /** Not kept in step: switched off, skipped or unmatched. */
    NOT_SYNCED,
    /** Its turn comes, or it waits for a parent record, which the status names. */
    WAITING,
    /** Both sides agree. */
    SYNCED,
    /** Stuck until someone or something changes: the status has the cause and the remedy. */
    NEEDS_ATTENTION,
    /** Both sides changed, or two records of the app claim one of QuickBooks: a person decides. */
    CONFLICT,
    /** A write was sent and nobody could establish whether QuickBooks carried it out; it is looked for, never resent. */
    UNCERTAIN,
    /** Deleted or voided in QuickBooks; never brought back by itself. */
    GONE
}
