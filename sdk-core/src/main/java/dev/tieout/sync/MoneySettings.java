package dev.tieout.sync;

import dev.tieout.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * Where a firm books refunds and payouts: ids of QuickBooks, each {@code null} for none. Immutable; {@link #defaults()} names
 * none, and takes money from and to Undeposited Funds where QuickBooks does so by itself.
 *
 * @param refundItem the item of refund lines that name no service item; without it the default item
 * @param refundAccount the account that refunds leave; without it Undeposited Funds, where a payout takes them along
 * @param payoutAccount the bank account of payouts that name none
 * @param feeAccount the expense account of fees that name none
 * @param feeVendor the vendor that fees are booked for
 * @param disputeAccount the account of disputes that name none
 * @param shortfallAccount the account that takes what a payout below zero lacks, for the bank's own line to clear
 */
public record MoneySettings(
        @Nullable RemoteId refundItem,
        @Nullable RemoteId refundAccount,
        @Nullable RemoteId payoutAccount,
        @Nullable RemoteId feeAccount,
        @Nullable RemoteId feeVendor,
        @Nullable RemoteId disputeAccount,
        @Nullable RemoteId shortfallAccount) {
    /**
     * The settings of a firm that set none.
     *
     * @return nothing named
     */
    public static MoneySettings defaults() {
        return new MoneySettings(null, null, null, null, null, null, null);
    }

    /**
     * Changes the item of refund lines that name no service item.
     *
     * @param value its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public MoneySettings withRefundItem(@Nullable RemoteId value) {
        return new MoneySettings(
                value, refundAccount, payoutAccount, feeAccount, feeVendor, disputeAccount, shortfallAccount);
    }

    /**
     * Changes the account that refunds leave.
     *
     * @param value its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public MoneySettings withRefundAccount(@Nullable RemoteId value) {
        return new MoneySettings(
                refundItem, value, payoutAccount, feeAccount, feeVendor, disputeAccount, shortfallAccount);
    }

    /**
     * Changes the bank account of payouts that name none.
     *
     * @param value its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public MoneySettings withPayoutAccount(@Nullable RemoteId value) {
        return new MoneySettings(
                refundItem, refundAccount, value, feeAccount, feeVendor, disputeAccount, shortfallAccount);
    }

    /**
     * Changes the expense account of fees that name none.
     *
     * @param value its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public MoneySettings withFeeAccount(@Nullable RemoteId value) {
        return new MoneySettings(
                refundItem, refundAccount, payoutAccount, value, feeVendor, disputeAccount, shortfallAccount);
    }

    /**
     * Changes the vendor that fees are booked for.
     *
     * @param value its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public MoneySettings withFeeVendor(@Nullable RemoteId value) {
        return new MoneySettings(
                refundItem, refundAccount, payoutAccount, feeAccount, value, disputeAccount, shortfallAccount);
    }

    /**
     * Changes the account of disputes that name none.
     *
     * @param value its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public MoneySettings withDisputeAccount(@Nullable RemoteId value) {
        return new MoneySettings(
                refundItem, refundAccount, payoutAccount, feeAccount, feeVendor, value, shortfallAccount);
    }

    /**
     * Changes the account that takes what a payout below zero lacks.
     *
     * @param value its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public MoneySettings withShortfallAccount(@Nullable RemoteId value) {
        return new MoneySettings(
                refundItem, refundAccount, payoutAccount, feeAccount, feeVendor, disputeAccount, value);
    }
}
