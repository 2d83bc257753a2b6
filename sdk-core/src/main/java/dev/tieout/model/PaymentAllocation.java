package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;

/**
 * The part of a payment that pays one invoice.
 *
 * <p>Immutable.
 *
 * @param invoiceId the invoice
 * @param amount how much of the payment goes to it; more than zero
 */
public record PaymentAllocation(LocalId invoiceId, Money amount) {
    public PaymentAllocation {
        Given.value("paymentAllocation.invoiceId", invoiceId);
        Given.value("paymentAllocation.amount", amount);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("paymentAllocation.amount must be more than zero");
        }
    }

    /** Names the invoice, never the amount. */
    @Override
    public String toString() {
        return "PaymentAllocation[invoiceId=" + invoiceId + "]";
    }
}
