package dev.tieout.qbo.fault;

import dev.tieout.TenantId;

/** The firm has no QuickBooks company: it was never connected, or was disconnected. Nothing was sent. */
public final class NotConnectedException extends ReauthorizeException {
    private static final long serialVersionUID = 1L;

    private final String tenant;

    /**
     * An exception about a firm.
     *
     * @param tenant the firm
     */
    public NotConnectedException(TenantId tenant) {
        super(
                FaultReport.of(FaultKind.REAUTHORIZE),
                "tenant " + tenant
                        + " has no QuickBooks company: connect one first, by sending an administrator of the company to"
                        + " the address that QuickBooks.connections().authorize gives");
        this.tenant = tenant.value();
    }

    /**
     * The firm to connect.
     *
     * @return its id
     */
    public TenantId tenant() {
        return TenantId.of(tenant);
    }
}
