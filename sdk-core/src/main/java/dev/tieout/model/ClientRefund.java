// Longer than others: nearly all of it is Javadoc of a builder.
package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that the firm gave back for what was paid: of a payment that paid invoices, in whole or in part. The invoices stay
 * paid. What a client paid too much, or has as a credit, was never income: it is given back by an expense, not by a refund.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the id in the app
 * @param clientId the client who gets the money back
 * @param number the number printed on it, or {@code null} to let QuickBooks number it; at most 21 characters
 * @param date the day the money went out
 * @param lines what is taken back, above zero; at least one. A line that names no service item goes on the item that
 *     the firm chose for refunds
 * @param tax the sales tax that the app gave back, or {@code null} to let QuickBooks work it out
 * @param source the payment that it gives back, or {@code null} if the app has none
 * @param method how it was paid out, the name of a payment method in QuickBooks, or {@code null}
 * @param reference the processor's reference, or {@code null}; at most 21 characters
 * @param accountId the QuickBooks id of the account that the money leaves, or {@code null} for the one the firm chose
 * @param memo a message to the client, or {@code null}; at most 1000 characters
 * @param privateNote a note the client does not see, or {@code null}; at most 4000 characters
 * @param locationId the QuickBooks id of a location, or {@code null}
 * @param classId the QuickBooks id of a class for the whole refund, or {@code null}
 */
public record ClientRefund(
        LocalId id,
        LocalId clientId,
        @Nullable String number,
        LocalDate date,
        List<InvoiceLine> lines,
        @Nullable Money tax,
        @Nullable RefundSource source,
        @Nullable String method,
        @Nullable String reference,
        @Nullable String accountId,
        @Nullable String memo,
        @Nullable String privateNote,
        @Nullable String locationId,
        @Nullable String classId) {
    public ClientRefund {
        Given.value("refund.id", id);
        Given.value("refund.clientId", clientId);
        Given.value("refund.date", date);
        lines = Given.list("refund.lines", lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("refund.lines is empty: give lines, or an amount");
        }
        Texts.requireMax("refund.number", number, 21);
        Texts.requireMax("refund.reference", reference, 21);
        Texts.requireMax("refund.memo", memo, 1000);
        Texts.requireMax("refund.privateNote", privateNote, 4000);
        Money total = sum(lines, tax);
        if (total.signum() <= 0) {
            throw new IllegalArgumentException(
                    "refund.lines must come to more than zero: a refund has amounts above zero");
        }
        if (source != null) {
            source.require(total);
        }
    }

    /**
     * Starts a builder.
     *
     * @param id the id in the app
     * @param clientId the client who gets the money back
     * @param date the day the money went out
     * @return the builder
     */
    public static Builder builder(LocalId id, LocalId clientId, LocalDate date) {
        return new Builder(id, clientId, date);
    }

    /**
     * Starts a builder that holds this record's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(id, clientId, date);
        b.number = number;
        b.lines = lines;
        b.tax = tax;
        b.source = source;
        b.method = method;
        b.reference = reference;
        b.accountId = accountId;
        b.memo = memo;
        b.privateNote = privateNote;
        b.locationId = locationId;
        b.classId = classId;
        return b;
    }

    /**
     * Returns what the client gets back: all lines and the tax.
     *
     * @return the total
     */
    public Money total() {
        return sum(lines, tax);
    }

    private static Money sum(List<InvoiceLine> lines, @Nullable Money tax) {
        Money sum = tax == null ? Money.zero(lines.get(0).amount().currency()) : tax;
        for (InvoiceLine line : lines) {
            sum = sum.plus(line.net());
        }
        return sum;
    }

    /** Names the ids and the date; the rest is the client's business. */
    @Override
    public String toString() {
        return "ClientRefund[id=" + id + ", clientId=" + clientId + ", date=" + date + ", lines=" + lines.size() + "]";
    }

    /** Builds a {@link ClientRefund}. Not thread-safe. */
    public static final class Builder {
        private LocalId id;
        private LocalId clientId;
        private @Nullable String number;
        private LocalDate date;
        private List<InvoiceLine> lines = List.of();
        private @Nullable Money tax;
        private @Nullable RefundSource source;
        private @Nullable String method;
        private @Nullable String reference;
        private @Nullable String accountId;
        private @Nullable String memo;
        private @Nullable String privateNote;
        private @Nullable String locationId;
        private @Nullable String classId;

        private Builder(LocalId id, LocalId clientId, LocalDate date) {
            this.id = id;
            this.clientId = clientId;
            this.date = date;
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
         * @param clientId the client who gets the money back
         * @return this builder
         */
        public Builder clientId(LocalId clientId) {
            this.clientId = clientId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param number the number printed on it, or {@code null} to let QuickBooks number it; at most 21 characters
         * @return this builder
         */
        public Builder number(@Nullable String number) {
            this.number = number;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param date the day the money went out
         * @return this builder
         */
        public Builder date(LocalDate date) {
            this.date = date;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param lines what is taken back, above zero; at least one. A line that names no service item goes on the item that
         *     the firm chose for refunds
         * @return this builder
         */
        public Builder lines(List<InvoiceLine> lines) {
            this.lines = lines;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param tax the sales tax that the app gave back, or {@code null} to let QuickBooks work it out
         * @return this builder
         */
        public Builder tax(@Nullable Money tax) {
            this.tax = tax;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param source the payment that it gives back, or {@code null} if the app has none
         * @return this builder
         */
        public Builder source(@Nullable RefundSource source) {
            this.source = source;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param method how it was paid out, the name of a payment method in QuickBooks, or {@code null}
         * @return this builder
         */
        public Builder method(@Nullable String method) {
            this.method = method;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param reference the processor's reference, or {@code null}; at most 21 characters
         * @return this builder
         */
        public Builder reference(@Nullable String reference) {
            this.reference = reference;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param accountId the QuickBooks id of the account that the money leaves, or {@code null} for the one the firm chose
         * @return this builder
         */
        public Builder accountId(@Nullable String accountId) {
            this.accountId = accountId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param memo a message to the client, or {@code null}; at most 1000 characters
         * @return this builder
         */
        public Builder memo(@Nullable String memo) {
            this.memo = memo;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param privateNote a note the client does not see, or {@code null}; at most 4000 characters
         * @return this builder
         */
        public Builder privateNote(@Nullable String privateNote) {
            this.privateNote = privateNote;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param locationId the QuickBooks id of a location, or {@code null}
         * @return this builder
         */
        public Builder locationId(@Nullable String locationId) {
            this.locationId = locationId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param classId the QuickBooks id of a class for the whole refund, or {@code null}
         * @return this builder
         */
        public Builder classId(@Nullable String classId) {
            this.classId = classId;
            return this;
        }

        /**
         * Sets one line of an amount, on the item that the firm chose for refunds.
         *
         * @param amount what is given back, more than zero
         * @return this builder
         */
        public Builder amount(Money amount) {
            return lines(List.of(InvoiceLine.builder(amount).build()));
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public ClientRefund build() {
            return new ClientRefund(
                    id,
                    clientId,
                    number,
                    date,
                    lines,
                    tax,
                    source,
                    method,
                    reference,
                    accountId,
                    memo,
                    privateNote,
                    locationId,
                    classId);
        }
    }
}
