package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.util.Collection;

/**
 * The payment that a refund gives back, and how much of it is left to give back. Immutable.
 *
 * @param paymentId the payment
 * @param left what of it paid invoices and was not given back yet; zero or more
 */
public record RefundSource(LocalId paymentId, Money left) {
    public RefundSource {
        Given.value("refund.source.paymentId", paymentId);
        Given.value("refund.source.left", left);
        if (left.signum() < 0) {
            throw new IllegalArgumentException("refund.source.left is below zero: more was given back than was paid");
        }
    }

    /**
     * Works out what is left of a payment: what it paid of invoices, less the refunds that were made of it.
     *
     * @param payment the payment
     * @param earlier the refunds that the app has, the one to be built left out; those of other payments do not count
     * @return the payment and what is left of it
     * @throws IllegalArgumentException if more was given back than was paid, or in another currency
     */
    public static RefundSource of(ClientPayment payment, Collection<ClientRefund> earlier) {
        Given.value("payment", payment);
        Money left = Money.zero(payment.amount().currency());
        for (PaymentAllocation allocation : payment.allocations()) {
            left = left.plus(allocation.amount());
        }
        for (ClientRefund refund : Given.value("earlier", earlier)) {
            if (refund.source() != null && refund.source().paymentId().equals(payment.id())) {
                left = left.minus(refund.total());
            }
        }
        return new RefundSource(payment.id(), left);
    }

    /** Refuses a refund of more than is left, or in another currency. */
    void require(Money total) {
        if (!total.currency().equals(left.currency())) {
            throw new IllegalArgumentException("refund.lines are in " + total.currency()
                    + ", and the payment that is refunded is in " + left.currency() + ": give one currency");
        }
        if (total.compareTo(left) > 0) {
            throw new IllegalArgumentException("refund.lines come to " + total.minus(left)
                    + " more than is left of the payment: lower the refund, or give back what was paid too much, or is a"
                    + " credit, by an expense in QuickBooks");
        }
    }

    /** Names the payment, never the amount. */
    @Override
    public String toString() {
        return "RefundSource[paymentId=" + paymentId + "]";
    }
}
