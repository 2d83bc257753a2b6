package dev.tieout.matching.items;

import dev.tieout.RemoteId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A QuickBooks item as far as matching looks at it (QuickBooks facts E7).
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the item's id in QuickBooks
 * @param name the name without its parents
 * @param fullyQualifiedName the parents' names and its own, parted by colons; the name itself at the top level
 * @param sku the code, or {@code null}
 * @param unitPrice the sales price, or {@code null}; QuickBooks sends 0 for "none"
 * @param taxRate the rate of its tax code in percent, or {@code null} if unknown
 * @param taxable whether sales tax applies, or {@code null} if unknown
 * @param type {@code Service}, {@code NonInventory}, {@code Inventory}, {@code Category}, {@code Group}, or whatever
 *     QuickBooks adds
 * @param active whether it is active
 * @param parentId the category or parent item, or {@code null}
 */
public record ItemRecord(
        RemoteId id,
        String name,
        String fullyQualifiedName,
        @Nullable String sku,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal taxRate,
        @Nullable Boolean taxable,
        String type,
        boolean active,
        @Nullable RemoteId parentId) {

    /**
     * Starts a builder: an active service at the top level.
     *
     * @param id the item's id in QuickBooks
     * @param name the name without its parents
     * @return the builder
     */
    public static Builder builder(RemoteId id, String name) {
        return new Builder(id, name);
    }

    /** Names the id only. */
    @Override
    public String toString() {
        return "ItemRecord[id=" + id + ", type=" + type + ", active=" + active + "]";
    }

    /** Builds an {@link ItemRecord}. Not thread-safe. */
    public static final class Builder {
        private final RemoteId id;
        private final String name;
        private @Nullable String fullyQualifiedName;
        private @Nullable String sku;
        private @Nullable BigDecimal unitPrice;
        private @Nullable BigDecimal taxRate;
        private @Nullable Boolean taxable;
        private String type = "Service";
        private boolean active = true;
        private @Nullable RemoteId parentId;

        private Builder(RemoteId id, String name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Sets the component of the same name.
         *
         * @param fullyQualifiedName parents and name parted by colons; {@code null} for the name alone
         * @return this builder
         */
        public Builder fullyQualifiedName(@Nullable String fullyQualifiedName) {
            this.fullyQualifiedName = fullyQualifiedName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param sku the code, or {@code null}
         * @return this builder
         */
        public Builder sku(@Nullable String sku) {
            this.sku = sku;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param unitPrice the sales price, or {@code null}
         * @return this builder
         */
        public Builder unitPrice(@Nullable BigDecimal unitPrice) {
            this.unitPrice = unitPrice;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param taxRate the rate of its tax code in percent, or {@code null}
         * @return this builder
         */
        public Builder taxRate(@Nullable BigDecimal taxRate) {
            this.taxRate = taxRate;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param taxable whether sales tax applies, or {@code null}
         * @return this builder
         */
        public Builder taxable(@Nullable Boolean taxable) {
            this.taxable = taxable;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param type QuickBooks' type of item
         * @return this builder
         */
        public Builder type(String type) {
            this.type = type;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param active whether it is active
         * @return this builder
         */
        public Builder active(boolean active) {
            this.active = active;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param parentId the category or parent item, or {@code null}
         * @return this builder
         */
        public Builder parentId(@Nullable RemoteId parentId) {
            this.parentId = parentId;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         */
        public ItemRecord build() {
            String qualified = fullyQualifiedName == null ? name : fullyQualifiedName;
            return new ItemRecord(id, name, qualified, sku, unitPrice, taxRate, taxable, type, active, parentId);
        }
    }
}
