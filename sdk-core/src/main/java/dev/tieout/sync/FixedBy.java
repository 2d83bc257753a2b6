package dev.tieout.sync;

/** Who can put something right. */
public enum FixedBy {
    /** Nobody need do anything: it goes away by itself, or the library keeps trying. */
    ITSELF,
    /** The firm's staff, in the app. */
    APP_USER,
    /** Whoever keeps the firm's books, in QuickBooks. */
    BOOKKEEPER,
    /** An administrator of the QuickBooks company. */
    ADMINISTRATOR,
    /** The primary administrator of the QuickBooks company, who pays for it. */
    SUBSCRIBER,
    /** Whoever runs the app: its keys, its code, its support. */
    OPERATOR
}
