package dev.tieout.testkit.webhook;

/** The two forms of webhook bodies (protocol.md §7.3, §7.4). */
public enum WebhookFormat {
    /** An object with {@code eventNotifications}, grouped by company. */
    LEGACY,
    /** An array of CloudEvents 1.0, companies mixed. */
    CLOUD_EVENTS
}
