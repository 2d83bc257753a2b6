package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;

/**
 * How much of a credit memo a payment takes along for the invoices that it pays. Immutable.
 *
 * @param creditMemoId the credit memo
 * @param amount how much of it; more than zero
 */
public record CreditAllocation(LocalId creditMemoId, Money amount) {
    public CreditAllocation {
        Given.value("creditAllocation.creditMemoId", creditMemoId);
        Given.value("creditAllocation.amount", amount);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("creditAllocation.amount must be more than zero");
        }
    }

    /** Names the credit memo, never the amount. */
    @Override
    public String toString() {
        return "CreditAllocation[creditMemoId=" + creditMemoId + "]";
    }
}
