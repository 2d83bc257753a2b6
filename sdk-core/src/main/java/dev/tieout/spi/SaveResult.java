package dev.tieout.spi;

/** What became of a compare-and-set. An expected outcome, so a value and no exception. */
public enum SaveResult {
    /** Stored; the stored version is now one higher. */
    SAVED,
    /** Not stored: the row has another version by now, or is gone. Read it again. */
    STALE,
    /** Not stored: the unique value (remote id, or realm) belongs to another row. */
    TAKEN
}
