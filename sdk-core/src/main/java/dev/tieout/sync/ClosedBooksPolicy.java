package dev.tieout.sync;

/** What becomes of a new record that is dated in closed books. */
public enum ClosedBooksPolicy {
    /** It is held, and said so; it goes by itself when the books are opened. */
    HOLD,
    /** It is dated on the first day after the closed books; the app's date is listed in {@link SyncStatus#accepted}. */
    SHIFT
}
