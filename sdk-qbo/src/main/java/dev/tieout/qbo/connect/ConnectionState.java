package dev.tieout.qbo.connect;

/** How a connection is. */
public enum ConnectionState {
    /** The firm was never connected, or its row was deleted. */
    NEVER_CONNECTED,
    /** Everything works. */
    CONNECTED,
    /** It works in part, or may stop: see the trouble. */
    DEGRADED,
    /** It does not work until an administrator of the company connects again; nothing is lost meanwhile. */
    REAUTHORIZE,
    /** It was ended. Links between records are kept. */
    DISCONNECTED
}
