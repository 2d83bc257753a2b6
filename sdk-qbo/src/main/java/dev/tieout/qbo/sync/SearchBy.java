package dev.tieout.qbo.sync;

/** What of customers is searched. */
public enum SearchBy {
    /** Names and e-mail addresses. */
    ALL,
    /** Display names and company names. */
    NAME,
    /** E-mail addresses. */
    EMAIL
}
