package dev.tieout.qbo.setup;

/** The steps of the setup wizard, in their order. Each but the first can be skipped. */
public enum SetupStep {
    /** Clients and customers. */
    CLIENTS,
    /** Service items and items; whoever skips it skips the invoices too. */
    SERVICE_ITEMS,
    /** Payments, refunds and payouts, which only go to QuickBooks: nothing is to be matched. */
    PAYMENTS
}
