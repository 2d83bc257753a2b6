package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit that the firm gave a client. Its amounts are what the client gets: above zero, where an invoice's are what the
 * client owes.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the id in the app
 * @param clientId the client it was given to
 * @param number the number printed on it, or {@code null} to let QuickBooks number it; at most 21 characters
 * @param date the day it counts for
 * @param lines the lines; at least one
 * @param tax the sales tax that the app gave back, or {@code null} to let QuickBooks work it out
 * @param memo a message to the client, or {@code null}; at most 1000 characters
 * @param privateNote a note the client does not see, or {@code null}; at most 4000 characters
 * @param billEmail the address it was mailed to, or {@code null}
 * @param locationId the QuickBooks id of a location, or {@code null}
 * @param classId the QuickBooks id of a class for the whole credit memo, or {@code null}
 */
public record ClientCreditMemo(
        LocalId id,
        LocalId clientId,
        @Nullable String number,
        LocalDate date,
        List<InvoiceLine> lines,
        @Nullable Money tax,
        @Nullable String memo,
        @Nullable String privateNote,
        @Nullable String billEmail,
        @Nullable String locationId,
        @Nullable String classId) {
    public ClientCreditMemo {
        Given.value("creditMemo.id", id);
        Given.value("creditMemo.clientId", clientId);
        Given.value("creditMemo.date", date);
        lines = Given.list("creditMemo.lines", lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("creditMemo.lines is empty: QuickBooks needs at least one line");
        }
        Texts.requireMax("creditMemo.number", number, 21);
        Texts.requireMax("creditMemo.memo", memo, 1000);
        Texts.requireMax("creditMemo.privateNote", privateNote, 4000);
    }

    /**
     * Starts a builder.
     *
     * @param id the id in the app
     * @param clientId the client it was given to
     * @param date the day it counts for
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
        b.memo = memo;
        b.privateNote = privateNote;
        b.billEmail = billEmail;
        b.locationId = locationId;
        b.classId = classId;
        return b;
    }

    /**
     * Returns what the client gets for it: all lines and the tax.
     *
     * @return the total
     */
    public Money total() {
        Money sum = tax == null ? Money.zero(lines.get(0).amount().currency()) : tax;
        for (InvoiceLine line : lines) {
            sum = sum.plus(line.net());
        }
        return sum;
    }

    /** Names the ids and the date; the rest is the client's business. */
    @Override
    public String toString() {
        return "ClientCreditMemo[id=" + id + ", clientId=" + clientId + ", date=" + date + ", lines=" + lines.size()
                + "]";
    }

    /** Builds a {@link ClientCreditMemo}. Not thread-safe. */
    public static final class Builder {
        private LocalId id;
        private LocalId clientId;
        private LocalDate date;
        private @Nullable String number;
        private List<InvoiceLine> lines = List.of();
        private @Nullable Money tax;
        private @Nullable String memo;
        private @Nullable String privateNote;
        private @Nullable String billEmail;
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
         * @param clientId the client it was given to
         * @return this builder
         */
        public Builder clientId(LocalId clientId) {
            this.clientId = clientId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param date the day it counts for
         * @return this builder
         */
        public Builder date(LocalDate date) {
            this.date = date;
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
         * @param lines the lines; at least one
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
         * @param billEmail the address it was mailed to, or {@code null}
         * @return this builder
         */
        public Builder billEmail(@Nullable String billEmail) {
            this.billEmail = billEmail;
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
         * @param classId the QuickBooks id of a class for the whole credit memo, or {@code null}
         * @return this builder
         */
        public Builder classId(@Nullable String classId) {
            this.classId = classId;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public ClientCreditMemo build() {
            return new ClientCreditMemo(
                    id, clientId, number, date, lines, tax, memo, privateNote, billEmail, locationId, classId);
        }
    }
}
