package dev.tieout.sync;

/** One of the two sides that a difference lies between. */
public enum Side {
    /** The app that the library is built into. */
    APP,
    /** The firm's QuickBooks company. */
    QUICKBOOKS
}
