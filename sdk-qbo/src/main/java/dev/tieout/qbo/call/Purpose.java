package dev.tieout.qbo.call;

/** What a call is made for: what a month's reads went on. */
public enum Purpose {
    /** Somebody waits for the answer: a handle of the host, the setup, a tie-out. */
    PEOPLE,
    /** What changed in QuickBooks is asked for. */
    CHANGES,
    /** All else that nobody waits for: what sending, and searching for what was lost, takes. */
    BACKGROUND
}
