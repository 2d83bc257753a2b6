package dev.tieout.qbo.http;

import dev.tieout.TenantId;
import dev.tieout.qbo.fault.QboException;

/** Where calls get their access from, and where they say how it went. Thread-safe. */
public interface AccessTokens {
    /**
     * A token that should be accepted, refreshed first if it is about to expire.
     *
     * @param tenant the firm
     * @return its access
     * @throws QboException if there is no connection, or it could not be refreshed
     */
    Access current(TenantId tenant);

    /**
     * A token after one was rejected: another thread's or node's if that is newer, else a fresh one.
     *
     * @param tenant the firm
     * @param rejected what was rejected
     * @return another access
     * @throws QboException if there is none to be had
     */
    Access renewed(TenantId tenant, Access rejected);

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
