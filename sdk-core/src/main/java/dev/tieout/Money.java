package dev.tieout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * An exact amount in one currency. Immutable; two amounts are equal when they are worth the same, whatever their scale.
 *
 * @param amount the amount; at most as many decimals as the currency has (cents for dollars)
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    public Money {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException(
                    "amount has more than " + digits + " decimals, the limit of " + currency + ": round it first");
        }
        amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    /**
     * Reads an amount.
     *
     * @param amount a plain decimal number such as {@code 1234.50}
     * @param currencyCode an ISO 4217 code such as {@code USD}
     * @return the amount
     * @throws IllegalArgumentException if either cannot be read
     */
    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    /**
     * An amount in US dollars.
     *
     * @param amount a plain decimal number such as {@code 1234.50}
     * @return the amount
     */
    public static Money usd(String amount) {
        return of(amount, "USD");
    }

    /**
     * Nothing, in a currency.
     *
     * @param currency the currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Rounds half up to the currency's scale, as QuickBooks does.
     *
     * @param amount any amount
     * @param currency the currency
     * @return the rounded amount
     */
    public static Money rounded(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(amount.setScale(digits, RoundingMode.HALF_UP), currency);
    }

    /**
     * Adds.
     *
     * @param other an amount in the same currency
     * @return the sum
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * Subtracts.
     *
     * @param other an amount in the same currency
     * @return the difference
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /**
     * Tells the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return amount.signum();
    }

    /**
     * Counts the smallest unit: cents for dollars, yen for yen.
     *
     * @return the number of minor units
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public long minorUnits() {
        return amount.movePointRight(amount.scale()).longValueExact();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** Returns the amount and the currency, such as {@code 1234.50 USD}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", amount.toPlainString(), currency.getCurrencyCode());
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currencies differ: " + currency + " and " + other.currency + "; convert one first");
        }
        return other;
    }
}
