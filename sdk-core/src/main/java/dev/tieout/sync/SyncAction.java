package dev.tieout.sync;

/** What can travel by itself, in either direction; see {@link KindSettings}. */
public enum SyncAction {
    /** A new record is created on the other side. */
    CREATE,
    /** An edit changes the record on the other side. */
    EDIT
}
