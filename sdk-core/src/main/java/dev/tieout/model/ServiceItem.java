package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A service that the firm sells.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the id in the app
 * @param name the name; not blank. QuickBooks holds 100 characters and no colon
 * @param code the firm's own code (the SKU in QuickBooks), or {@code null}
 * @param description text for the invoice line, or {@code null}
 * @param rate price of one unit, or {@code null} if it is set on each invoice
 * @param taxRate tax in percent (7.5 means 7.5 %), or {@code null} if unknown
 * @param taxable whether sales tax applies
 * @param taxCode the tax code of its sales, from the company's catalog, or {@code null} to leave it as QuickBooks has it. For
 *     companies outside the US; a US company goes by {@code taxable}
 * @param category the category it lies in, from the company's catalog, or {@code null} to leave it where it is in QuickBooks.
 *     Categories are chosen, never made
 * @param incomeAccount the income account that sales are booked to, from the company's catalog, or {@code null} for the firm's
 *     default when the item is made and to leave it afterwards. Another one counts for sales from then on; a match with an item
 *     that has another one takes QuickBooks'
 * @param active whether the firm still sells it
 */
public record ServiceItem(
        LocalId id,
        String name,
        @Nullable String code,
        @Nullable String description,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal taxRate,
        boolean taxable,
        @Nullable RemoteId taxCode,
        @Nullable RemoteId category,
        @Nullable RemoteId incomeAccount,
        boolean active) {
    public ServiceItem {
        Given.value("serviceItem.id", id);
        Texts.require("serviceItem.name", name);
    }

    /**
     * Starts a builder.
     *
     * @param id the id in the app
     * @param name the name; not blank. QuickBooks holds 100 characters and no colon
     * @return the builder
     */
    public static Builder builder(LocalId id, String name) {
        return new Builder(id, name);
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(id, name);
        b.code = code;
        b.description = description;
        b.rate = rate;
        b.taxRate = taxRate;
        b.taxable = taxable;
        b.taxCode = taxCode;
        b.category = category;
        b.incomeAccount = incomeAccount;
        b.active = active;
        return b;
    }

    /** Names the id only: what the firm sells, and for how much, is its business. */
    @Override
    public String toString() {
        return "ServiceItem[id=" + id + ", taxable=" + taxable + ", active=" + active + "]";
    }

    /** Builds a {@link ServiceItem}. Not thread-safe. */
    public static final class Builder {
        private LocalId id;
        private String name;
        private @Nullable String code;
        private @Nullable String description;
        private @Nullable BigDecimal rate;
        private @Nullable BigDecimal taxRate;
        private boolean taxable = false;
        private @Nullable RemoteId taxCode;
        private @Nullable RemoteId category;
        private @Nullable RemoteId incomeAccount;
        private boolean active = true;

        private Builder(LocalId id, String name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Sets the component of the same name.
         *
         * @param id the id in the app
         * @return this builder
         */
        public Builder id(LocalId id) {
            this.id = id;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param name the name; not blank. QuickBooks holds 100 characters and no colon
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param code the firm's own code (the SKU in QuickBooks), or {@code null}
         * @return this builder
         */
        public Builder code(@Nullable String code) {
            this.code = code;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param description text for the invoice line, or {@code null}
         * @return this builder
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param rate price of one unit, or {@code null} if it is set on each invoice
         * @return this builder
         */
        public Builder rate(@Nullable BigDecimal rate) {
            this.rate = rate;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param taxRate tax in percent (7.5 means 7.5 %), or {@code null} if unknown
         * @return this builder
         */
        public Builder taxRate(@Nullable BigDecimal taxRate) {
            this.taxRate = taxRate;
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
         * @param taxCode the tax code of its sales, or {@code null} to leave it as QuickBooks has it
         * @return this builder
         */
        public Builder taxCode(@Nullable RemoteId taxCode) {
            this.taxCode = taxCode;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param category the category it lies in, or {@code null} to leave it where it is in QuickBooks
         * @return this builder
         */
        public Builder category(@Nullable RemoteId category) {
            this.category = category;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param incomeAccount the income account that sales are booked to, or {@code null} for the firm's default
         * @return this builder
         */
        public Builder incomeAccount(@Nullable RemoteId incomeAccount) {
            this.incomeAccount = incomeAccount;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param active whether the firm still sells it
         * @return this builder
         */
        public Builder active(boolean active) {
            this.active = active;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public ServiceItem build() {
            return new ServiceItem(
                    id, name, code, description, rate, taxRate, taxable, taxCode, category, incomeAccount, active);
        }
    }
}
