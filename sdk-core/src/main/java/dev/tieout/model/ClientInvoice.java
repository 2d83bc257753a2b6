// Longer than others: one component after another, each with its setter.
package dev.tieout.model;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that the firm sent to a client.
 *
 * <p>Immutable. Build it with {@link #builder}: only the builder is promised to stay compatible when a component is
 * added.
 *
 * @param id the id in the app
 * @param clientId the client it was sent to
 * @param number the number printed on it, or {@code null} to let QuickBooks number it; at most 21 characters
 * @param date the invoice date
 * @param dueDate when it is due, or {@code null} for the client's terms
 * @param lines the lines; at least one
 * @param tax the sales tax that the app charged, or {@code null} to let QuickBooks work it out
 * @param memo a message to the client, or {@code null}; at most 1000 characters
 * @param privateNote a note the client does not see, or {@code null}; at most 4000 characters
 * @param billEmail the address it was mailed to, or {@code null}
 * @param locationId the QuickBooks id of a location, or {@code null}
 * @param classId the QuickBooks id of a class for the whole invoice, or {@code null}
 * @param termsId the QuickBooks id of payment terms, or {@code null} for the client's
 * @param discount what is taken off the whole invoice, or {@code null}
 * @param taxAfterDiscount whether tax is worked out on what the discount leaves, or {@code null} for the company's way; only companies of the United States have the choice
 * @param taxTreatment how the amounts stand to tax, or {@code null} for amounts without tax; only outside the United States
 * @param exchangeRate what one unit of the currency is worth in the company's own, or {@code null} for QuickBooks' rate of the day
 * @param billingAddress where it is billed to, or {@code null} for the client's address
 * @param shippingAddress where the work was done or the goods go, or {@code null} for the client's address
 * @param billEmailCc who gets a copy of the mail, or {@code null}
 * @param billEmailBcc who gets a blind copy of the mail, or {@code null}
 * @param printLater whether it is on QuickBooks' list of what is to be printed, or {@code null} to leave that alone
 * @param emailLater whether it is on QuickBooks' list of what is to be mailed, or {@code null} to leave that alone
 * @param customFields the company's own fields of sales forms, by their names in QuickBooks
 */
public record ClientInvoice(
        LocalId id,
        LocalId clientId,
        @Nullable String number,
        LocalDate date,
        @Nullable LocalDate dueDate,
        List<InvoiceLine> lines,
        @Nullable Money tax,
        @Nullable String memo,
        @Nullable String privateNote,
        @Nullable String billEmail,
        @Nullable String locationId,
        @Nullable String classId,
        @Nullable String termsId,
        @Nullable Discount discount,
        @Nullable Boolean taxAfterDiscount,
        @Nullable TaxTreatment taxTreatment,
        @Nullable BigDecimal exchangeRate,
        @Nullable Address billingAddress,
        @Nullable Address shippingAddress,
        @Nullable String billEmailCc,
        @Nullable String billEmailBcc,
        @Nullable Boolean printLater,
        @Nullable Boolean emailLater,
        Map<String, String> customFields) {
    public ClientInvoice {
        Given.value("invoice.id", id);
        Given.value("invoice.clientId", clientId);
        Given.value("invoice.date", date);
        lines = Given.list("invoice.lines", lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("invoice.lines is empty: QuickBooks needs at least one line");
        }
        Texts.requireMax("invoice.number", number, 21);
        Texts.requireMax("invoice.memo", memo, 1000);
        Texts.requireMax("invoice.privateNote", privateNote, 4000);
        customFields = Given.map("invoice.customFields", customFields);
        if (exchangeRate != null && exchangeRate.signum() <= 0) {
            throw new IllegalArgumentException("invoice.exchangeRate is not above zero");
        }
    }

    /**
     * Starts a builder.
     *
     * @param id the id in the app
     * @param clientId the client it was sent to
     * @param date the invoice date
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
        b.dueDate = dueDate;
        b.lines = lines;
        b.tax = tax;
        b.memo = memo;
        b.privateNote = privateNote;
        b.billEmail = billEmail;
        b.locationId = locationId;
        b.classId = classId;
        b.termsId = termsId;
        b.discount = discount;
        b.taxAfterDiscount = taxAfterDiscount;
        b.taxTreatment = taxTreatment;
        b.exchangeRate = exchangeRate;
        b.billingAddress = billingAddress;
        b.shippingAddress = shippingAddress;
        b.billEmailCc = billEmailCc;
        b.billEmailBcc = billEmailBcc;
        b.printLater = printLater;
        b.emailLater = emailLater;
        b.customFields = customFields;
        return b;
    }

    /**
     * Returns what the client owes for it: all lines less their discounts, less the discount of the invoice, and the tax
     * where the amounts do not include it.
     *
     * @return the total
     */
    public Money total() {
        Money sum = Money.zero(lines.get(0).amount().currency());
        for (InvoiceLine line : lines) {
            sum = sum.plus(line.net());
        }
        Money net = discount == null ? sum : sum.minus(discount.of(sum));
        return tax == null || taxTreatment == TaxTreatment.INCLUSIVE ? net : net.plus(tax);
    }

    /** Names the ids and the date; the rest is the client's business. */
    @Override
    public String toString() {
        return "ClientInvoice[id=" + id + ", clientId=" + clientId + ", date=" + date + ", lines=" + lines.size() + "]";
    }

    /** Builds a {@link ClientInvoice}. Not thread-safe. */
    public static final class Builder {
        private LocalId id;
        private LocalId clientId;
        private LocalDate date;
        private @Nullable String number;
        private @Nullable LocalDate dueDate;
        private List<InvoiceLine> lines = List.of();
        private @Nullable Money tax;
        private @Nullable String memo;
        private @Nullable String privateNote;
        private @Nullable String billEmail;
        private @Nullable String locationId;
        private @Nullable String classId;
        private @Nullable String termsId;
        private @Nullable Discount discount;
        private @Nullable Boolean taxAfterDiscount;
        private @Nullable TaxTreatment taxTreatment;
        private @Nullable BigDecimal exchangeRate;
        private @Nullable Address billingAddress;
        private @Nullable Address shippingAddress;
        private @Nullable String billEmailCc;
        private @Nullable String billEmailBcc;
        private @Nullable Boolean printLater;
        private @Nullable Boolean emailLater;
        private Map<String, String> customFields = Map.of();

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
         * @param clientId the client it was sent to
         * @return this builder
         */
        public Builder clientId(LocalId clientId) {
            this.clientId = clientId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param date the invoice date
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
         * @param dueDate when it is due, or {@code null} for the client's terms
         * @return this builder
         */
        public Builder dueDate(@Nullable LocalDate dueDate) {
            this.dueDate = dueDate;
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
         * @param tax the sales tax that the app charged, or {@code null} to let QuickBooks work it out
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
         * @param classId the QuickBooks id of a class for the whole invoice, or {@code null}
         * @return this builder
         */
        public Builder classId(@Nullable String classId) {
            this.classId = classId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param termsId the QuickBooks id of payment terms, or {@code null} for the client's
         * @return this builder
         */
        public Builder termsId(@Nullable String termsId) {
            this.termsId = termsId;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param discount what is taken off the whole invoice, or {@code null}
         * @return this builder
         */
        public Builder discount(@Nullable Discount discount) {
            this.discount = discount;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param taxAfterDiscount whether tax is worked out on what the discount leaves, or {@code null} for the company's way; only companies of the United States have the choice
         * @return this builder
         */
        public Builder taxAfterDiscount(@Nullable Boolean taxAfterDiscount) {
            this.taxAfterDiscount = taxAfterDiscount;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param taxTreatment how the amounts stand to tax, or {@code null} for amounts without tax; only outside the United States
         * @return this builder
         */
        public Builder taxTreatment(@Nullable TaxTreatment taxTreatment) {
            this.taxTreatment = taxTreatment;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param exchangeRate what one unit of the currency is worth in the company's own, or {@code null} for QuickBooks' rate of the day
         * @return this builder
         */
        public Builder exchangeRate(@Nullable BigDecimal exchangeRate) {
            this.exchangeRate = exchangeRate;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param billingAddress where it is billed to, or {@code null} for the client's address
         * @return this builder
         */
        public Builder billingAddress(@Nullable Address billingAddress) {
            this.billingAddress = billingAddress;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param shippingAddress where the work was done or the goods go, or {@code null} for the client's address
         * @return this builder
         */
        public Builder shippingAddress(@Nullable Address shippingAddress) {
            this.shippingAddress = shippingAddress;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param billEmailCc who gets a copy of the mail, or {@code null}
         * @return this builder
         */
        public Builder billEmailCc(@Nullable String billEmailCc) {
            this.billEmailCc = billEmailCc;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param billEmailBcc who gets a blind copy of the mail, or {@code null}
         * @return this builder
         */
        public Builder billEmailBcc(@Nullable String billEmailBcc) {
            this.billEmailBcc = billEmailBcc;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param printLater whether it is on QuickBooks' list of what is to be printed, or {@code null} to leave that alone
         * @return this builder
         */
        public Builder printLater(@Nullable Boolean printLater) {
            this.printLater = printLater;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param emailLater whether it is on QuickBooks' list of what is to be mailed, or {@code null} to leave that alone
         * @return this builder
         */
        public Builder emailLater(@Nullable Boolean emailLater) {
            this.emailLater = emailLater;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param customFields the company's own fields of sales forms, by their names in QuickBooks
         * @return this builder
         */
        public Builder customFields(Map<String, String> customFields) {
            this.customFields = customFields;
            return this;
        }

        /**
         * Builds the record.
         *
         * @return the record
         * @throws IllegalArgumentException if a value is out of bounds; the message names the component
         */
        public ClientInvoice build() {
            return new ClientInvoice(
                    id,
                    clientId,
                    number,
                    date,
                    dueDate,
                    lines,
                    tax,
                    memo,
                    privateNote,
                    billEmail,
                    locationId,
                    classId,
                    termsId,
                    discount,
                    taxAfterDiscount,
                    taxTreatment,
                    exchangeRate,
                    billingAddress,
                    shippingAddress,
                    billEmailCc,
                    billEmailBcc,
                    printLater,
                    emailLater,
                    customFields);
        }
    }
}
