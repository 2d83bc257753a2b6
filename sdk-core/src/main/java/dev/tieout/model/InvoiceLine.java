// Longer than others: one component after another, each with its setter.
package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice or of a credit memo.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param serviceItemId the service item sold, or {@code null} for the firm's default item
 * @param description text for the client, or {@code null}
 * @param quantity how many units
 * @param unitPrice price of one unit, or {@code null} if only the amount is known
 * @param amount what the line comes to; with a unit price it must be quantity times unit price, rounded half up
 * @param taxable whether sales tax applies
 * @param classId the QuickBooks id of a class, or {@code null}
 * @param serviceDate the day of the work, or {@code null}
 * @param taxCodeId the QuickBooks id of a tax code, or {@code null} for the one that {@code taxable} leads to; needed outside the United States only
 * @param discount what is taken off this line, or {@code null}
 * @param textOnly whether it is a line of text, without item and amount
 */
public record InvoiceLine(
        @Nullable LocalId serviceItemId,
        @Nullable String description,
        BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        Money amount,
        boolean taxable,
        @Nullable String classId,
        @Nullable LocalDate serviceDate,
        @Nullable String taxCodeId,
        @Nullable Discount discount,
        boolean textOnly) {
    private static final int MOST_DIGITS = 40;

    public InvoiceLine {
        Given.value("invoiceLine.quantity", quantity);
        Given.value("invoiceLine.amount", amount);
        if (textOnly && (amount.signum() != 0 || serviceItemId != null || unitPrice != null || discount != null)) {
            throw new IllegalArgumentException(
                    "invoiceLine.textOnly is a line of text: it has no item, price or amount");
        }
        if (textOnly && (description == null || description.isBlank())) {
            throw new IllegalArgumentException("invoiceLine.description is blank, and the line is one of text");
        }
        if (unitPrice != null) {
            Money product = product(quantity, unitPrice, amount.currency());
            if (product.compareTo(amount) != 0) {
                throw new IllegalArgumentException(
                        "invoiceLine.amount is not quantity times unitPrice, rounded half up: QuickBooks refuses it (6070)");
            }
        }
    }

    /** Checked one by one: a product of numbers that are none would not be noticed before it is computed. */
    private static Money product(BigDecimal quantity, BigDecimal unitPrice, Currency currency) {
        requireSane("invoiceLine.quantity", quantity);
        requireSane("invoiceLine.unitPrice", unitPrice);
        return Money.rounded(unitPrice.multiply(quantity), currency);
    }

    private static void requireSane(String component, BigDecimal value) {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException(component + " has more than " + MOST_DIGITS + " digits");
        }
    }

    /**
     * A line of so many units at a price, for the firm's default item. For more, {@link #builder(BigDecimal, Money)}.
     *
     * @param quantity how many units
     * @param unitPrice price of one unit
     * @return the line; its amount is quantity times unit price, rounded half up as QuickBooks does
     */
    public static InvoiceLine of(BigDecimal quantity, Money unitPrice) {
        return builder(quantity, unitPrice).build();
    }

    /**
     * A line of text, without item and amount.
     *
     * @param text the text
     * @param currency the currency of the form that it stands on
     * @return the line
     */
    public static InvoiceLine text(String text, Currency currency) {
        return builder(Money.zero(currency)).description(text).textOnly(true).build();
    }

    /**
     * Returns what the line comes to, less its discount.
     *
     * @return the amount that counts
     */
    public Money net() {
        return discount == null ? amount : amount.minus(discount.of(amount));
    }

    /**
     * Starts a builder of a line of so many units at a price.
     *
     * @param quantity how many units
     * @param unitPrice price of one unit
     * @return the builder, with the amount reckoned
     */
    public static Builder builder(BigDecimal quantity, Money unitPrice) {
        Given.value("invoiceLine.unitPrice", unitPrice);
        return builder(quantity, unitPrice.amount(), unitPrice.currency());
    }

    /**
     * Starts a builder of a line of so many units at a price that may be of parts of a cent.
     *
     * @param quantity how many units
     * @param unitPrice price of one unit
     * @param currency its currency
     * @return the builder, with the amount reckoned
     */
    public static Builder builder(BigDecimal quantity, BigDecimal unitPrice, Currency currency) {
        Given.value("invoiceLine.quantity", quantity);
        Given.value("invoiceLine.unitPrice", unitPrice);
        return new Builder(product(quantity, unitPrice, currency))
                .quantity(quantity)
                .unitPrice(unitPrice);
    }

    /**
     * Starts a builder.
     *
     * @param amount what the line comes to; with a unit price it must be quantity times unit price, rounded half up
     * @return the builder
     */
    public static Builder builder(Money amount) {
        return new Builder(amount);
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(amount);
        b.serviceItemId = serviceItemId;
        b.description = description;
        b.quantity = quantity;
        b.unitPrice = unitPrice;
        b.taxable = taxable;
        b.classId = classId;
        b.serviceDate = serviceDate;
        b.taxCodeId = taxCodeId;
        b.discount = discount;
        b.textOnly = textOnly;
        return b;
    }

    /** Names the service item only: what was done, and for how much, is the firm's business. */
    @Override
    public String toString() {
        return "InvoiceLine[serviceItemId=" + serviceItemId + ", taxable=" + taxable + "]";
    }

    /** Builds a {@link InvoiceLine}. Not thread-safe. */
    public static final class Builder {
        private Money amount;
        private @Nullable LocalId serviceItemId;
        private @Nullable String description;
        private BigDecimal quantity = BigDecimal.ONE;
        private @Nullable BigDecimal unitPrice;
        private boolean taxable = false;
        private @Nullable String classId;
        private @Nullable LocalDate serviceDate;
        private @Nullable String taxCodeId;
        private @Nullable Discount discount;
        private boolean textOnly = false;

        private Builder(Money amount) {
            this.amount = amount;
        }

        /**
         * Sets the component of the same name.
         *
         * @param amount what the line comes to; with a unit price it must be quantity times unit price, rounded half up
         * @return this builder
         */
        public Builder amount(Money amount) {
            this.amount = amount;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param serviceItemId the service item sold, or {@code null} for the firm's default item
         * @return this builder
         */
        public Builder serviceItemId(@Nullable LocalId serviceItemId) {
            this.serviceItemId = serviceItemId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param description text for the client, or {@code null}
         * @return this builder
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param quantity how many units
         * @return this builder
         */
        public Builder quantity(BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param unitPrice price of one unit, or {@code null} if only the amount is known
         * @return this builder
         */
        public Builder unitPrice(@Nullable BigDecimal unitPrice) {
            this.unitPrice = unitPrice;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param taxable whether sales tax applies
         * @return this builder
         */
        public Builder taxable(boolean taxable) {
            this.taxable = taxable;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param classId the QuickBooks id of a class, or {@code null}
         * @return this builder
         */
        public Builder classId(@Nullable String classId) {
            this.classId = classId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param serviceDate the day of the work, or {@code null}
         * @return this builder
         */
        public Builder serviceDate(@Nullable LocalDate serviceDate) {
            this.serviceDate = serviceDate;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param taxCodeId the QuickBooks id of a tax code, or {@code null} for the one that {@code taxable} leads to; needed outside the United States only
         * @return this builder
         */
        public Builder taxCodeId(@Nullable String taxCodeId) {
            this.taxCodeId = taxCodeId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param discount what is taken off this line, or {@code null}
         * @return this builder
         */
        public Builder discount(@Nullable Discount discount) {
            this.discount = discount;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param textOnly whether it is a line of text, without item and amount
         * @return this builder
         */
        public Builder textOnly(boolean textOnly) {
            this.textOnly = textOnly;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public InvoiceLine build() {
            return new InvoiceLine(
                    serviceItemId,
                    description,
                    quantity,
                    unitPrice,
                    amount,
                    taxable,
                    classId,
                    serviceDate,
                    taxCodeId,
                    discount,
                    textOnly);
        }
    }
}
