package dev.tieout.qbo.connect;

import dev.tieout.internal.Given;
import dev.tieout.qbo.text.internal.Words;
import dev.tieout.sync.FixedBy;
import java.util.Locale;

/** What is wrong with a connection, or why it ended. Each has one state that it leads to. */
public enum TroubleCause {
    /** The user who connected lost access to the company (120): another administrator must connect. */
    ADMIN_REMOVED(ConnectionState.REAUTHORIZE, FixedBy.ADMINISTRATOR),
    /** The company's subscription lapsed (6190): reading works, writing does not. */
    SUBSCRIPTION_LAPSED(ConnectionState.DEGRADED, FixedBy.SUBSCRIBER),
    /** The refresh token went unused for some 100 days. */
    REFRESH_TOKEN_EXPIRED(ConnectionState.REAUTHORIZE, FixedBy.ADMINISTRATOR),
    /** Intuit's limit of five years for any connection comes near: it stops then. */
    FIVE_YEAR_LIMIT_NEAR(ConnectionState.DEGRADED, FixedBy.ADMINISTRATOR),
    /** The five years that Intuit gives any connection are over. */
    FIVE_YEARS_OVER(ConnectionState.REAUTHORIZE, FixedBy.ADMINISTRATOR),
    /** Intuit refused the refresh token twice; it is still tried now and then, in case that was an outage. */
    REVOKED(ConnectionState.REAUTHORIZE, FixedBy.ADMINISTRATOR),
    /** Intuit refused the refresh token once; its outages look the same, so it is asked again some minutes later. */
    SUSPECTED(ConnectionState.DEGRADED, FixedBy.ITSELF),
    /**
     * QuickBooks rejects fresh tokens for this company. Its gateway does so in bad hours too, so one call tries again now
     * and then.
     */
    REJECTED(ConnectionState.DEGRADED, FixedBy.ITSELF),
    /**
     * Intuit does not accept the app's own keys: all its firms are concerned, and none of them can mend it. Never ends a
     * connection.
     */
    APP_KEYS_REFUSED(ConnectionState.DEGRADED, FixedBy.OPERATOR),
    /** The host ended it. */
    BY_HOST(ConnectionState.DISCONNECTED, FixedBy.ADMINISTRATOR),
    /** The user ended it in QuickBooks. */
    IN_QUICKBOOKS(ConnectionState.DISCONNECTED, FixedBy.ADMINISTRATOR),
    /** Trouble lasted longer than the grace period. */
    GRACE_PERIOD_OVER(ConnectionState.DISCONNECTED, FixedBy.ADMINISTRATOR);

    private final ConnectionState state;
    private final FixedBy fixedBy;

    TroubleCause(ConnectionState state, FixedBy fixedBy) {
        this.state = state;
        this.fixedBy = fixedBy;
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
     * Says who can put it right.
     *
     * @return whom to ask
     */
    public FixedBy fixedBy() {
        return fixedBy;
    }

    /**
     * What happened, in words for a person.
     *
     * @param locale the reader's language; English where there is no translation
     * @return a sentence
     */
    public String message(Locale locale) {
        return Words.of(Given.value("locale", locale)).say("trouble." + name() + ".message");
    }

    /**
     * What to do about it, in words for a person.
     *
     * @param locale the reader's language; English where there is no translation
     * @return a sentence
     */
    public String remedy(Locale locale) {
        return Words.of(Given.value("locale", locale)).say("trouble." + name() + ".remedy");
    }

    /**
     * What to do about it, in English.
     *
     * @return a sentence
     */
    public String remedy() {
        return remedy(Locale.ENGLISH);
    }
}
