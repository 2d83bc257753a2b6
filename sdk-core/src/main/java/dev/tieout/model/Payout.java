package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a payment processor paid out in one sum: payments, less refunds, disputes and fees. It becomes one bank deposit that
 * equals the bank's line to the cent, so that QuickBooks matches the two.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the processor's id of the payout, its natural key
 * @param date the day it reaches the bank
 * @param net what the bank's line says; below zero where the processor takes money from the bank
 * @param parts what it is made of; together exactly the net
 * @param accountId the QuickBooks id of the bank account, or {@code null} for the one the firm chose
 * @param note what is said of it after its id in the note, or {@code null}; at most 3000 characters
 */
public record Payout(
        LocalId id,
        LocalDate date,
        Money net,
        List<PayoutPart> parts,
        @Nullable String accountId,
        @Nullable String note) {
    public Payout {
        Given.value("payout.id", id);
        Given.value("payout.date", date);
        Given.value("payout.net", net);
        parts = Given.list("payout.parts", parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "payout.parts is empty: give the payments, refunds and fees that it is made of");
        }
        Texts.requireMax("payout.note", note, 3000);
        requireSum(net, parts);
        requireEachOnce(parts);
    }

    /**
     * Starts a builder.
     *
     * @param id the processor's id of the payout, its natural key
     * @param date the day it reaches the bank
     * @param net what the bank's line says; below zero where the processor takes money from the bank
     * @return the builder
     */
    public static Builder builder(LocalId id, LocalDate date, Money net) {
        return new Builder(id, date, net);
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(id, date, net);
        b.parts = parts;
        b.accountId = accountId;
        b.note = note;
        return b;
    }

    private static void requireSum(Money net, List<PayoutPart> parts) {
        Money sum = Money.zero(net.currency());
        for (PayoutPart part : parts) {
            if (!part.amount().currency().equals(net.currency())) {
                throw new IllegalArgumentException(
                        "payout.parts has " + part.amount().currency() + ", and payout.net is in " + net.currency()
                                + ": a payout has one currency; what the processor converted is booked by hand");
            }
            sum = sum.plus(part.amount());
        }
        if (!sum.equals(net)) {
            Money off = sum.minus(net);
            throw new IllegalArgumentException("payout.parts come to " + sum + ", and payout.net is " + net + ": "
                    + (off.signum() > 0 ? off + " too much" : off.negated() + " is missing")
                    + ". Give every payment, refund, dispute, fee and adjustment, those that lower it below zero");
        }
    }

    private static void requireEachOnce(List<PayoutPart> parts) {
        Set<String> seen = new HashSet<>();
        for (PayoutPart part : parts) {
            boolean linked = part.type() == PayoutPart.Type.PAYMENT || part.type() == PayoutPart.Type.REFUND;
            if (linked && !seen.add(part.type() + "/" + part.recordId() + "/" + part.remoteId())) {
                throw new IllegalArgumentException("payout.parts has "
                        + (part.recordId() == null ? part.remoteId() : part.recordId())
                        + " twice: a payment or refund is in a payout once");
            }
        }
    }

    /** Names the id and the date; amounts are the firm's business. */
    @Override
    public String toString() {
        return "Payout[id=" + id + ", date=" + date + ", parts=" + parts.size() + "]";
    }

    /** Builds a {@link Payout}. Not thread-safe. */
    public static final class Builder {
        private LocalId id;
        private LocalDate date;
        private Money net;
        private List<PayoutPart> parts = List.of();
        private @Nullable String accountId;
        private @Nullable String note;

        private Builder(LocalId id, LocalDate date, Money net) {
            this.id = id;
            this.date = date;
            this.net = net;
        }

        /**
         * Sets the component of the same name.
         *
         * @param id the processor's id of the payout, its natural key
         * @return this builder
         */
        public Builder id(LocalId id) {
            this.id = id;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param date the day it reaches the bank
         * @return this builder
         */
        public Builder date(LocalDate date) {
            this.date = date;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param net what the bank's line says; below zero where the processor takes money from the bank
         * @return this builder
         */
        public Builder net(Money net) {
            this.net = net;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param parts what it is made of; together exactly the net
         * @return this builder
         */
        public Builder parts(List<PayoutPart> parts) {
            this.parts = parts;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param accountId the QuickBooks id of the bank account, or {@code null} for the one the firm chose
         * @return this builder
         */
        public Builder accountId(@Nullable String accountId) {
            this.accountId = accountId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param note what is said of it after its id in the note, or {@code null}; at most 3000 characters
         * @return this builder
         */
        public Builder note(@Nullable String note) {
            this.note = note;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public Payout build() {
            return new Payout(id, date, net, parts, accountId, note);
        }
    }
}
