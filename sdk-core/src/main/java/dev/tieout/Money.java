package dev.tieout;

import dev.tieout.internal.Given;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An exact amount in one currency. Immutable; two amounts are equal when they are worth the same, whatever their scale.
 *
 * @param amount the amount; at most as many decimals as the currency has (cents for dollars)
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /** Far beyond any ledger; what is longer is a mistake, and costs memory to add. */
    private static final int MOST_DIGITS = 40;

    public Money {
        Given.value("Money.amount", amount);
        Given.value("Money.currency", currency);
        requireSane("Money.amount", amount);
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
     * @throws IllegalArgumentException if either cannot be read, or the amount has more decimals than the currency
     */
    public static Money of(String amount, String currencyCode) {
        // The message does not hold the text: it may be an amount.
        if (!PLAIN.matcher(Given.value("Money.amount", amount)).matches()) {
            throw new IllegalArgumentException(
                    "Money.amount is no plain decimal number: write it with digits and a point, such as 1234.50");
        }
        return new Money(new BigDecimal(amount), currency(currencyCode));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(Given.value("Money.currency", code));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Money.currency is no ISO 4217 code: write it like USD", e);
        }
    }

    private static void requireSane(String name, BigDecimal value) {
        long whole = (long) value.precision() - value.scale();
        if (whole > MOST_DIGITS || value.scale() > 10 * MOST_DIGITS) {
            throw new IllegalArgumentException(name + " is no amount: it has more than " + MOST_DIGITS + " digits");
        }
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
        requireSane("amount", Given.value("amount", amount));
        Given.value("currency", currency);
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
     * Multiplies, as quantity by price, and rounds half up to the currency's scale.
     *
     * @param factor any number
     * @return the product, as QuickBooks reckons it
     */
    public Money times(BigDecimal factor) {
        requireSane("factor", Given.value("factor", factor));
        return rounded(amount.multiply(factor), currency);
    }

    /**
     * Turns the sign.
     *
     * @return as much, the other way
     */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /**
     * Divides into equal parts, to the cent.
     *
     * @param parts how many; at least one
     * @return parts that come to this amount and differ by a cent at most, the larger ones first
     * @throws IllegalArgumentException if there is to be no part
     */
    public List<Money> split(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be one or more");
        }
        return allocate(Collections.nCopies(parts, BigDecimal.ONE));
    }

    /**
     * Divides in proportion, to the cent: nothing is lost and nothing is added by rounding. The cents that are left over
     * go to those whose share was cut most; of equals, to the earlier ones.
     *
     * @param weights the proportions, none negative and not all zero
     * @return one part for each weight, in order, that come to this amount
     * @throws IllegalArgumentException if the weights are out of bounds
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        return Allocation.of(this, Given.list("weights", weights));
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
        Given.value("other amount", other);
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currencies differ: " + currency + " and " + other.currency + "; convert one first");
        }
        return other;
    }
}
