package dev.tieout.qbo.http.internal;

import dev.tieout.TenantId;
import dev.tieout.qbo.fault.QboException;
import java.time.Duration;

/** Where calls get their access from, and where they say how it went. Thread-safe. */
public interface AccessTokens {
    /** How long another node's refresh is waited for where nobody says how long. */
    Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * A token that should be accepted, refreshed first if it is about to expire.
     *
     * @param tenant the firm
     * @param maxWait the longest wait for another node that is refreshing
     * @return its access
     * @throws QboException if there is no connection, or it could not be refreshed
     */
    Access current(TenantId tenant, Duration maxWait);

    /**
     * The same, with patience.
     *
     * @param tenant the firm
     * @return its access
     */
    default Access current(TenantId tenant) {
        return current(tenant, PATIENCE);
    }

    /**
     * Lets a call go out, or not: what QuickBooks has just refused is not tried again call by call.
     *
     * @param tenant the firm
     * @param access what it would use
     * @param write whether it changes something
     * @throws QboException if it would be refused
     */
    default void admit(TenantId tenant, Access access, boolean write) {}

    /**
     * A token after one was rejected: another thread's or node's if that is newer, else a fresh one.
     *
     * @param tenant the firm
     * @param rejected what was rejected
     * @param maxWait the longest wait for another node that is refreshing
     * @return another access
     * @throws QboException if there is none to be had
     */
    Access renewed(TenantId tenant, Access rejected, Duration maxWait);

    /**
     * The same, with patience.
     *
     * @param tenant the firm
     * @param rejected what was rejected
     * @return another access
     */
    default Access renewed(TenantId tenant, Access rejected) {
        return renewed(tenant, rejected, PATIENCE);
    }

    /**
     * A call failed for a reason that says something about the connection's health.
     *
     * @param tenant the firm
     * @param access what was used
     * @param failure what happened
     */
    void failed(TenantId tenant, Access access, QboException failure);

    /**
     * A call worked.
     *
     * @param tenant the firm
     * @param access what was used
     * @param write whether it changed something
     */
    void worked(TenantId tenant, Access access, boolean write);
}
