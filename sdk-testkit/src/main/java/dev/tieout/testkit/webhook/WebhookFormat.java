package dev.tieout.testkit.webhook;

/** The two forms of webhook bodies (QuickBooks facts P7.12, P7.13). */
public enum WebhookFormat {
    /** An object with {@code eventNotifications}, grouped by company. */
    LEGACY,
    /** An array of CloudEvents 1.0, companies mixed. */
    CLOUD_EVENTS
}
