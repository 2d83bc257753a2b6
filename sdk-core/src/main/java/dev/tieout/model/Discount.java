package dev.tieout.model;

import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off a line or a whole invoice: a share of it, or an amount. Immutable.
 *
 * @param percent the share in percent, from 0 to 100, or {@code null} if it is an amount
 * @param amount the amount, not below zero, or {@code null} if it is a share
 */
public record Discount(
        @Nullable BigDecimal percent, @Nullable Money amount) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Discount {
        if ((percent == null) == (amount == null)) {
            throw new IllegalArgumentException("discount is either a percentage or an amount: give one of the two");
        }
        if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            throw new IllegalArgumentException("discount.percent is not between 0 and 100: 10 takes a tenth off");
        }
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException(
                    "discount.amount is below zero: give what is taken off, without a minus");
        }
    }

    /**
     * A share.
     *
     * @param percent the share in percent
     * @return the discount
     */
    public static Discount percent(BigDecimal percent) {
        return new Discount(percent, null);
    }

    /**
     * A share.
     *
     * @param percent the share in percent, such as {@code "12.5"}
     * @return the discount
     */
    public static Discount percent(String percent) {
        try {
            return percent(
                    new BigDecimal(Given.value("discount.percent", percent).strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("discount.percent is no number: write digits and a point, such as 12.5");
        }
    }

    /**
     * An amount.
     *
     * @param amount the amount
     * @return the discount
     */
    public static Discount amount(Money amount) {
        return new Discount(null, amount);
    }

    /**
     * Says what it comes to.
     *
     * @param sum what it is taken off
     * @return the amount, a share of it rounded half up as QuickBooks does
     */
    public Money of(Money sum) {
        return percent == null
                ? (amount == null ? Money.zero(sum.currency()) : amount)
                : Money.rounded(sum.amount().multiply(percent).divide(HUNDRED), sum.currency());
    }

    /** Says which kind it is; how much is the firm's business. */
    @Override
    public String toString() {
        return percent == null ? "Discount[amount]" : "Discount[percent]";
    }
}
