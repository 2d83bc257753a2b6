package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.internal.Given;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client of the firm: a person, a household or a business.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the id in the app
 * @param kind person or business, as far as the app knows
 * @param displayName the name the app shows; not blank
 * @param firstName given name, or {@code null}
 * @param middleName middle name, or {@code null}
 * @param lastName family name, or {@code null}
 * @param companyName company name, or {@code null}
 * @param emails e-mail addresses, the main one first
 * @param phones phone numbers, the main one first
 * @param address billing address, or {@code null}
 * @param active whether the firm still works with the client
 */
public record Client(
        LocalId id,
        ClientKind kind,
        String displayName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String companyName,
        List<String> emails,
        List<String> phones,
        @Nullable Address address,
        boolean active) {
    public Client {
        Given.value("client.id", id);
        Given.value("client.kind", kind);
        emails = Given.list("client.emails", emails);
        phones = Given.list("client.phones", phones);
        Texts.require("client.displayName", displayName);
    }

    /**
     * Starts a builder.
     *
     * @param id the id in the app
     * @param displayName the name the app shows; not blank
     * @return the builder
     */
    public static Builder builder(LocalId id, String displayName) {
        return new Builder(id, displayName);
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(id, displayName);
        b.kind = kind;
        b.firstName = firstName;
        b.middleName = middleName;
        b.lastName = lastName;
        b.companyName = companyName;
        b.emails = emails;
        b.phones = phones;
        b.address = address;
        b.active = active;
        return b;
    }

    /**
     * Returns the main e-mail address.
     *
     * @return the first address, or {@code null} if there is none
     */
    public @Nullable String email() {
        return emails.isEmpty() ? null : emails.get(0);
    }

    /** Names the id only: the rest is personal data. */
    @Override
    public String toString() {
        return "Client[id=" + id + ", kind=" + kind + ", active=" + active + "]";
    }

    /** Builds a {@link Client}. Not thread-safe. */
    public static final class Builder {
        private LocalId id;
        private String displayName;
        private ClientKind kind = ClientKind.UNKNOWN;
        private @Nullable String firstName;
        private @Nullable String middleName;
        private @Nullable String lastName;
        private @Nullable String companyName;
        private List<String> emails = List.of();
        private List<String> phones = List.of();
        private @Nullable Address address;
        private boolean active = true;

        private Builder(LocalId id, String displayName) {
            this.id = id;
            this.displayName = displayName;
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
         * @param displayName the name the app shows; not blank
         * @return this builder
         */
        public Builder displayName(String displayName) {
            this.displayName = displayName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param kind person or business, as far as the app knows
         * @return this builder
         */
        public Builder kind(ClientKind kind) {
            this.kind = kind;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param firstName given name, or {@code null}
         * @return this builder
         */
        public Builder firstName(@Nullable String firstName) {
            this.firstName = firstName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param middleName middle name, or {@code null}
         * @return this builder
         */
        public Builder middleName(@Nullable String middleName) {
            this.middleName = middleName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param lastName family name, or {@code null}
         * @return this builder
         */
        public Builder lastName(@Nullable String lastName) {
            this.lastName = lastName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param companyName company name, or {@code null}
         * @return this builder
         */
        public Builder companyName(@Nullable String companyName) {
            this.companyName = companyName;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param emails e-mail addresses, the main one first
         * @return this builder
         */
        public Builder emails(List<String> emails) {
            this.emails = emails;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param phones phone numbers, the main one first
         * @return this builder
         */
        public Builder phones(List<String> phones) {
            this.phones = phones;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param address billing address, or {@code null}
         * @return this builder
         */
        public Builder address(@Nullable Address address) {
            this.address = address;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param active whether the firm still works with the client
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
        public Client build() {
            return new Client(
                    id,
                    kind,
                    displayName,
                    firstName,
                    middleName,
                    lastName,
                    companyName,
                    emails,
                    phones,
                    address,
                    active);
        }
    }
}
