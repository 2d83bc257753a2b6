package dev.tieout.model;

import dev.tieout.internal.Given;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postal address as the app writes it.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param lines street lines, the first first; at most five reach QuickBooks
 * @param city city, or {@code null}
 * @param region state, province or county, or {@code null}
 * @param postalCode ZIP or postal code, or {@code null}
 * @param country country, or {@code null}
 */
public record Address(
        List<String> lines,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country) {
    public Address {
        lines = Given.list("address.lines", lines);
        if (lines.size() > 5) {
            throw new IllegalArgumentException("address.lines has " + lines.size() + " lines, QuickBooks holds 5");
        }
    }

    /**
     * Starts a builder.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.lines = lines;
        b.city = city;
        b.region = region;
        b.postalCode = postalCode;
        b.country = country;
        return b;
    }

    /** Counts the lines: where somebody lives is personal. */
    @Override
    public String toString() {
        return "Address[lines=" + lines.size() + "]";
    }

    /** Builds a {@link Address}. Not thread-safe. */
    public static final class Builder {
        private List<String> lines = List.of();
        private @Nullable String city;
        private @Nullable String region;
        private @Nullable String postalCode;
        private @Nullable String country;

        private Builder() {}

        /**
         * Sets the component of the same name.
         *
         * @param lines street lines, the first first; at most five reach QuickBooks
         * @return this builder
         */
        public Builder lines(List<String> lines) {
            this.lines = lines;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param city city, or {@code null}
         * @return this builder
         */
        public Builder city(@Nullable String city) {
            this.city = city;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param region state, province or county, or {@code null}
         * @return this builder
         */
        public Builder region(@Nullable String region) {
            this.region = region;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param postalCode ZIP or postal code, or {@code null}
         * @return this builder
         */
        public Builder postalCode(@Nullable String postalCode) {
            this.postalCode = postalCode;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param country country, or {@code null}
         * @return this builder
         */
        public Builder country(@Nullable String country) {
            this.country = country;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public Address build() {
            return new Address(lines, city, region, postalCode, country);
        }
    }
}
