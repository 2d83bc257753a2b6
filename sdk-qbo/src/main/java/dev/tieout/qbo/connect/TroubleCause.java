package dev.tieout.qbo.connect;

/** What is wrong with a connection, or why it ended. Each has one state that it leads to. */
public enum TroubleCause {
    /** The user who connected lost access to the company (120): another administrator must connect. */
    ADMIN_REMOVED(ConnectionState.REAUTHORIZE, "Let another administrator of the company connect again."),
    /** The company's subscription lapsed (6190): reading works, writing does not. */
    SUBSCRIPTION_LAPSED(ConnectionState.DEGRADED, "The firm must renew its QuickBooks subscription."),
    /** The refresh token went unused for some 100 days. */
    REFRESH_TOKEN_EXPIRED(ConnectionState.REAUTHORIZE, "Let an administrator of the company connect again."),
    /** Intuit's limit of five years for any connection comes near: it stops then. */
    FIVE_YEAR_LIMIT_NEAR(ConnectionState.DEGRADED, "Let an administrator connect again before the deadline."),
    /** Intuit refused the refresh token twice; it is still tried now and then, in case that was an outage. */
    REVOKED(ConnectionState.REAUTHORIZE, "Let an administrator of the company connect again."),
    /** Intuit refused the refresh token once; its outages look the same, so it is asked again some minutes later. */
    SUSPECTED(ConnectionState.DEGRADED, "Nothing yet: it is checked again by itself."),
    /**
     * QuickBooks rejects fresh tokens for this company. Its gateway does so in bad hours too, so one call tries again now
     * and then.
     */
    REJECTED(
            ConnectionState.DEGRADED,
            "Nothing yet: it is tried again by itself. If it lasts for days, let an administrator connect again."),
    /** The host ended it. */
    BY_HOST(ConnectionState.DISCONNECTED, "Connect again if it was not meant."),
    /** The user ended it in QuickBooks. */
    IN_QUICKBOOKS(ConnectionState.DISCONNECTED, "Connect again if it was not meant."),
    /** Trouble lasted longer than the grace period. */
    GRACE_PERIOD_OVER(ConnectionState.DISCONNECTED, "Let an administrator of the company connect again.");

    private final ConnectionState state;
    private final String remedy;

    TroubleCause(ConnectionState state, String remedy) {
        this.state = state;
        this.remedy = remedy;
    }

    /**
     * The state that it leads to.
     *
     * @return degraded, reauthorize or disconnected
     */
    public ConnectionState state() {
        return state;
    }

    /**
     * What to do about it, in words for a person.
     *
     * @return a sentence
     */
    public String remedy() {
        return remedy;
    }
}
