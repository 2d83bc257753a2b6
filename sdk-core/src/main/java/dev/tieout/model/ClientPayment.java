package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that a client paid, and credits that are applied with it. What is not allocated to an invoice is kept as a credit of the
 * client, until a later edit allocates it. A payment of zero applies credits and nothing else.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the id in the app
 * @param clientId the client who paid
 * @param date the day the money came in
 * @param amount how much; more than zero, or zero where it only applies credits
 * @param allocations the invoices it pays; together no more than the amount and the credits
 * @param credits the credit memos that are applied to these invoices; together no more than the allocations
 * @param method how it was paid, the name of a payment method in QuickBooks such as {@code Check}, or {@code null}
 * @param reference check number or processor's reference, or {@code null}; at most 21 characters
 * @param privateNote a note, or {@code null}; at most 4000 characters
 */
public record ClientPayment(
        LocalId id,
        LocalId clientId,
        LocalDate date,
        Money amount,
        List<PaymentAllocation> allocations,
        List<CreditAllocation> credits,
        @Nullable String method,
        @Nullable String reference,
        @Nullable String privateNote) {
    public ClientPayment {
        Given.value("payment.id", id);
        Given.value("payment.clientId", clientId);
        Given.value("payment.date", date);
        Given.value("payment.amount", amount);
        allocations = Given.list("payment.allocations", allocations);
        credits = Given.list("payment.credits", credits);
        if (amount.signum() < 0 || (amount.signum() == 0 && credits.isEmpty())) {
            throw new IllegalArgumentException(
                    "payment.amount must be more than zero, or zero where payment.credits are applied");
        }
        Money allocated = Money.zero(amount.currency());
        for (PaymentAllocation allocation : allocations) {
            allocated = allocated.plus(allocation.amount());
        }
        Money credited = Money.zero(amount.currency());
        for (CreditAllocation credit : credits) {
            credited = credited.plus(credit.amount());
        }
        if (allocated.compareTo(amount.plus(credited)) > 0) {
            throw new IllegalArgumentException("payment.allocations come to more than payment.amount"
                    + (credits.isEmpty() ? "" : " and payment.credits"));
        }
        if (credited.compareTo(allocated) > 0) {
            throw new IllegalArgumentException("payment.credits come to more than payment.allocations: a credit that is"
                    + " applied to no invoice stays as it is");
        }
        Texts.requireMax("payment.reference", reference, 21);
        Texts.requireMax("payment.privateNote", privateNote, 4000);
    }

    /**
     * Starts a builder.
     *
     * @param id the id in the app
     * @param clientId the client who paid
     * @param date the day the money came in
     * @param amount how much; more than zero, or zero where it only applies credits
     * @return the builder
     */
    public static Builder builder(LocalId id, LocalId clientId, LocalDate date, Money amount) {
        return new Builder(id, clientId, date, amount);
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(id, clientId, date, amount);
        b.allocations = allocations;
        b.credits = credits;
        b.method = method;
        b.reference = reference;
        b.privateNote = privateNote;
        return b;
    }

    /** Names the ids and the date; the rest is the client's business. */
    @Override
    public String toString() {
        return "ClientPayment[id=" + id + ", clientId=" + clientId + ", date=" + date + "]";
    }

    /** Builds a {@link ClientPayment}. Not thread-safe. */
    public static final class Builder {
        private LocalId id;
        private LocalId clientId;
        private LocalDate date;
        private Money amount;
        private List<PaymentAllocation> allocations = List.of();
        private List<CreditAllocation> credits = List.of();
        private @Nullable String method;
        private @Nullable String reference;
        private @Nullable String privateNote;

        private Builder(LocalId id, LocalId clientId, LocalDate date, Money amount) {
            this.id = id;
            this.clientId = clientId;
            this.date = date;
            this.amount = amount;
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
         * @param clientId the client who paid
         * @return this builder
         */
        public Builder clientId(LocalId clientId) {
            this.clientId = clientId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param date the day the money came in
         * @return this builder
         */
        public Builder date(LocalDate date) {
            this.date = date;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param amount how much; more than zero, or zero where it only applies credits
         * @return this builder
         */
        public Builder amount(Money amount) {
            this.amount = amount;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param allocations the invoices it pays; together no more than the amount and the credits
         * @return this builder
         */
        public Builder allocations(List<PaymentAllocation> allocations) {
            this.allocations = allocations;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param credits the credit memos that are applied to these invoices; together no more than the allocations
         * @return this builder
         */
        public Builder credits(List<CreditAllocation> credits) {
            this.credits = credits;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param method how it was paid, the name of a payment method in QuickBooks such as {@code Check}, or {@code null}
         * @return this builder
         */
        public Builder method(@Nullable String method) {
            this.method = method;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param reference check number or processor's reference, or {@code null}; at most 21 characters
         * @return this builder
         */
        public Builder reference(@Nullable String reference) {
            this.reference = reference;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param privateNote a note, or {@code null}; at most 4000 characters
         * @return this builder
         */
        public Builder privateNote(@Nullable String privateNote) {
            this.privateNote = privateNote;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public ClientPayment build() {
            return new ClientPayment(id, clientId, date, amount, allocations, credits, method, reference, privateNote);
        }
    }
}
