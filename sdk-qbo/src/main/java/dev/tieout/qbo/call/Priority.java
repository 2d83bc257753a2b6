package dev.tieout.qbo.call;

/** Who waits for a call. Interactive calls go first, but background calls always get a share. */
public enum Priority {
    /** A person waits for the answer. */
    INTERACTIVE,
    /** Nobody waits: a sync, a setup run. */
    BACKGROUND
}
