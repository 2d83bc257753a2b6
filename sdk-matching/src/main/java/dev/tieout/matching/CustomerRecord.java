package dev.tieout.matching;

import dev.tieout.RemoteId;
import dev.tieout.model.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matching needs to know of a QuickBooks customer (fields as in QuickBooks facts E4).
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the id in QuickBooks
 * @param displayName DisplayName; not blank
 * @param companyName CompanyName, or {@code null}
 * @param givenName GivenName, or {@code null}
 * @param middleName MiddleName, or {@code null}
 * @param familyName FamilyName, or {@code null}
 * @param suffix Suffix, or {@code null}
 * @param emails PrimaryEmailAddr as QuickBooks holds it, or {@code null}; may hold several addresses, parted by comma or semicolon
 * @param phones PrimaryPhone, Mobile and others, as far as there are any
 * @param address BillAddr, or {@code null}
 * @param active Active
 * @param parentId ParentRef, or {@code null}
 * @param job Job
 */
public record CustomerRecord(
        RemoteId id,
        String displayName,
        @Nullable String companyName,
        @Nullable String givenName,
        @Nullable String middleName,
        @Nullable String familyName,
        @Nullable String suffix,
        @Nullable String emails,
        List<String> phones,
        @Nullable Address address,
        boolean active,
        @Nullable RemoteId parentId,
        boolean job) {
    public CustomerRecord {
        phones = List.copyOf(phones);
        if (displayName.isBlank()) {
            throw new IllegalArgumentException("customerRecord.displayName is blank");
        }
    }

    /**
     * Starts a builder.
     *
     * @param id the id in QuickBooks
     * @param displayName DisplayName; not blank
     * @return the builder
     */
    public static Builder builder(RemoteId id, String displayName) {
        return new Builder(id, displayName);
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(id, displayName);
        b.companyName = companyName;
        b.givenName = givenName;
        b.middleName = middleName;
        b.familyName = familyName;
        b.suffix = suffix;
        b.emails = emails;
        b.phones = phones;
        b.address = address;
        b.active = active;
        b.parentId = parentId;
        b.job = job;
        return b;
    }

    /**
     * Says whether the record stands below another customer, as a job or sub-customer.
     *
     * @return {@code true} if {@code Job} is set or it has a parent
     */
    public boolean subCustomer() {
        return job || parentId != null;
    }

    /** Names the id only: the rest is personal data. */
    @Override
    public String toString() {
        return "CustomerRecord[id=" + id + ", active=" + active + ", subCustomer=" + subCustomer() + "]";
    }

    /** Builds a {@link CustomerRecord}. Not thread-safe. */
    public static final class Builder {
        private final RemoteId id;
        private final String displayName;
        private @Nullable String companyName;
        private @Nullable String givenName;
        private @Nullable String middleName;
        private @Nullable String familyName;
        private @Nullable String suffix;
        private @Nullable String emails;
        private List<String> phones = List.of();
        private @Nullable Address address;
        private boolean active = true;
        private @Nullable RemoteId parentId;
        private boolean job;

        private Builder(RemoteId id, String displayName) {
            this.id = id;
            this.displayName = displayName;
        }

        /**
         * Sets the component of the same name.
         *
         * @param companyName CompanyName, or {@code null}
         * @return this builder
         */
        public Builder companyName(@Nullable String companyName) {
            this.companyName = companyName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param givenName GivenName, or {@code null}
         * @return this builder
         */
        public Builder givenName(@Nullable String givenName) {
            this.givenName = givenName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param middleName MiddleName, or {@code null}
         * @return this builder
         */
        public Builder middleName(@Nullable String middleName) {
            this.middleName = middleName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param familyName FamilyName, or {@code null}
         * @return this builder
         */
        public Builder familyName(@Nullable String familyName) {
            this.familyName = familyName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param suffix Suffix, or {@code null}
         * @return this builder
         */
        public Builder suffix(@Nullable String suffix) {
            this.suffix = suffix;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param emails PrimaryEmailAddr as QuickBooks holds it, or {@code null}; may hold several addresses, parted by comma or semicolon
         * @return this builder
         */
        public Builder emails(@Nullable String emails) {
            this.emails = emails;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param phones PrimaryPhone, Mobile and others, as far as there are any
         * @return this builder
         */
        public Builder phones(List<String> phones) {
            this.phones = phones;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param address BillAddr, or {@code null}
         * @return this builder
         */
        public Builder address(@Nullable Address address) {
            this.address = address;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param active Active
         * @return this builder
         */
        public Builder active(boolean active) {
            this.active = active;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param parentId ParentRef, or {@code null}
         * @return this builder
         */
        public Builder parentId(@Nullable RemoteId parentId) {
            this.parentId = parentId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param job Job
         * @return this builder
         */
        public Builder job(boolean job) {
            this.job = job;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if the display name is blank
         */
        public CustomerRecord build() {
            return new CustomerRecord(
                    id,
                    displayName,
                    companyName,
                    givenName,
                    middleName,
                    familyName,
                    suffix,
                    emails,
                    phones,
                    address,
                    active,
                    parentId,
                    job);
        }
    }
}
