package dev.tieout.sync;

/** Who wins when the app and QuickBooks changed the same field since they last agreed. */
public enum ConflictPolicy {
    /** The app's value is written to QuickBooks. */
    APP_WINS,
    /** QuickBooks' value is kept, and handed to the app where the record goes both ways. */
    QUICKBOOKS_WINS,
    /** Nothing is written; the record is in {@link SyncState#CONFLICT} until a person decides. */
    ASK
}
