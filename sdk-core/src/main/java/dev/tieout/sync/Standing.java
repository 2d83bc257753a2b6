package dev.tieout.sync;

import dev.tieout.Money;
import dev.tieout.internal.Given;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a sales form stands in QuickBooks, as it was last seen there: read, not inferred. Immutable.
 *
 * @param number its number there, or {@code null} if it has none
 * @param date its date there, or {@code null} if QuickBooks does not say
 * @param dueDate when it is due there, or {@code null} if it is not due on a day, as a credit memo
 * @param total what it comes to, tax included
 * @param tax the tax in it
 * @param balance what is still open of it
 */
public record Standing(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable LocalDate dueDate,
        Money total,
        Money tax,
        Money balance) {
    public Standing {
        Given.value("total", total);
        Given.value("tax", tax);
        Given.value("balance", balance);
    }

    /** How much of it is paid or used. */
    public enum Paid {
        /** Nothing. */
        NOT,
        /** Some. */
        PARTLY,
        /** All; so is what comes to nothing. */
        FULLY
    }

    /** How it stands to its due date. */
    public enum Due {
        /** Nothing is open of it. */
        SETTLED,
        /** It is open, and not due yet, or never. */
        LATER,
        /** It is open, and due on the day. */
        TODAY,
        /** It is open, and was due before the day. */
        OVERDUE
    }

    /**
     * Says how much of it is paid or used.
     *
     * @return how much
     */
    public Paid paid() {
        if (balance.signum() == 0) {
            return Paid.FULLY;
        }
        return balance.compareTo(total) < 0 ? Paid.PARTLY : Paid.NOT;
    }

    /**
     * Says how it stands to its due date.
     *
     * @param today the day to judge by, in the firm's zone
     * @return how it stands
     */
    public Due due(LocalDate today) {
        if (balance.signum() == 0) {
            return Due.SETTLED;
        }
        if (dueDate == null || dueDate.isAfter(today)) {
            return Due.LATER;
        }
        return dueDate.equals(today) ? Due.TODAY : Due.OVERDUE;
    }

    /** Says how much of it is paid; the amounts are the firm's business. */
    @Override
    public String toString() {
        return "Standing[paid=" + paid() + "]";
    }
}
