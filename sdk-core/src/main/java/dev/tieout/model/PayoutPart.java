package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link Payout}. Immutable; make it with one of the factories, which are promised to stay.
 *
 * @param type what it is
 * @param amount what it adds to the payout; what lowers the payout is below zero
 * @param recordId the app's payment or refund, the client of a dispute, or {@code null}
 * @param remoteId the QuickBooks id of a payment that the app does not have, or {@code null}
 * @param accountId the QuickBooks id of the account that it is booked to, or {@code null} for the one the firm chose
 * @param vendorId the QuickBooks id of the vendor of a fee, or {@code null} for the one the firm chose
 * @param description what its line says, or {@code null} for a word on its type; at most 1000 characters
 */
public record PayoutPart(
        Type type,
        Money amount,
        @Nullable LocalId recordId,
        @Nullable RemoteId remoteId,
        @Nullable String accountId,
        @Nullable String vendorId,
        @Nullable String description) {
    /** What a part is. */
    public enum Type {
        /** A payment that lies in Undeposited Funds. */
        PAYMENT,
        /** A refund that left Undeposited Funds. */
        REFUND,
        /** What the processor keeps, or gives back of it. */
        FEE,
        /** What a client's bank took back, or gave up. */
        DISPUTE,
        /** Anything else, on an account that it names. */
        ADJUSTMENT
    }

    public PayoutPart {
        Given.value("payoutPart.type", type);
        Given.value("payoutPart.amount", amount);
        Texts.requireMax("payoutPart.description", description, 1000);
        int sign = amount.signum();
        if (sign == 0) {
            throw new IllegalArgumentException("payoutPart.amount is zero: leave the part out");
        }
        if (type == Type.PAYMENT && (sign < 0 || (recordId == null) == (remoteId == null))) {
            throw new IllegalArgumentException(
                    "payoutPart.amount of a payment is above zero, and one id says which: the app's or QuickBooks'");
        }
        if (type == Type.REFUND && (sign > 0 || recordId == null)) {
            throw new IllegalArgumentException(
                    "payoutPart.amount of a refund is below zero, and payoutPart.recordId says which it is");
        }
        if (type == Type.ADJUSTMENT && accountId == null) {
            throw new IllegalArgumentException(
                    "payoutPart.accountId is missing: an adjustment names the account that it is booked to");
        }
    }

    /**
     * A payment of the app, whole: QuickBooks deposits no part of one.
     *
     * @param payment the payment
     * @param amount its amount, above zero
     * @return the part
     */
    public static PayoutPart payment(LocalId payment, Money amount) {
        return new PayoutPart(
                Type.PAYMENT, amount, Given.value("payoutPart.recordId", payment), null, null, null, null);
    }

    /**
     * A payment that is in QuickBooks and not in the app, whole.
     *
     * @param payment its id in QuickBooks
     * @param amount its amount, above zero
     * @return the part
     */
    public static PayoutPart paymentInQuickBooks(RemoteId payment, Money amount) {
        return new PayoutPart(
                Type.PAYMENT, amount, null, Given.value("payoutPart.remoteId", payment), null, null, null);
    }

    /**
     * A refund of the app, whole, of this payout's payments or of earlier ones.
     *
     * @param refund the refund
     * @param amount its amount, below zero
     * @return the part
     */
    public static PayoutPart refund(LocalId refund, Money amount) {
        return new PayoutPart(Type.REFUND, amount, Given.value("payoutPart.recordId", refund), null, null, null, null);
    }

    /**
     * A fee, or fees that are given back.
     *
     * @param amount below zero for what the processor keeps
     * @return the part
     */
    public static PayoutPart fee(Money amount) {
        return new PayoutPart(Type.FEE, amount, null, null, null, null, null);
    }

    /**
     * A dispute: lost, or won back.
     *
     * @param amount below zero for what was taken
     * @param client the client, or {@code null} to book it for nobody
     * @return the part
     */
    public static PayoutPart dispute(Money amount, @Nullable LocalId client) {
        return new PayoutPart(Type.DISPUTE, amount, client, null, null, null, null);
    }

    /**
     * Anything else: a reserve, a correction, a sale that is no record.
     *
     * @param amount what it adds
     * @param accountId the QuickBooks id of the account that it is booked to
     * @return the part
     */
    public static PayoutPart adjustment(Money amount, String accountId) {
        return new PayoutPart(
                Type.ADJUSTMENT, amount, null, null, Given.value("payoutPart.accountId", accountId), null, null);
    }

    /**
     * Books it to another account than the firm's.
     *
     * @param value the QuickBooks id of the account, or {@code null} for the firm's
     * @return the changed part
     */
    public PayoutPart withAccount(@Nullable String value) {
        return new PayoutPart(type, amount, recordId, remoteId, value, vendorId, description);
    }

    /**
     * Books it for another vendor than the firm's.
     *
     * @param value the QuickBooks id of the vendor, or {@code null} for the firm's
     * @return the changed part
     */
    public PayoutPart withVendor(@Nullable String value) {
        return new PayoutPart(type, amount, recordId, remoteId, accountId, value, description);
    }

    /**
     * Says something else on its line.
     *
     * @param value the text, or {@code null} for a word on its type
     * @return the changed part
     */
    public PayoutPart withDescription(@Nullable String value) {
        return new PayoutPart(type, amount, recordId, remoteId, accountId, vendorId, value);
    }

    /** Names type and record, never the amount. */
    @Override
    public String toString() {
        return "PayoutPart[type=" + type + ", recordId=" + recordId + ", remoteId=" + remoteId + "]";
    }
}
