package dev.tieout.sync;

import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a firm bills: the policies of invoices and of what goes with them. Immutable; {@link #defaults()} asks and waits
 * rather than make anything unasked.
 *
 * @param customers what becomes of an invoice whose client is not linked
 * @param unmappedItems what becomes of a line whose service item is not linked
 * @param numbers who numbers invoices and credit memos
 * @param voids what a void in the app does
 * @param closedBooks what becomes of a new record that is dated in closed books
 * @param taxCode the QuickBooks id of the tax code of taxed lines that name none, or {@code null}; needed outside the United States only
 * @param untaxedCode the QuickBooks id of the tax code of untaxed lines that name none, or {@code null}; needed outside the United States only
 * @param taxTolerance by how much QuickBooks' tax may differ from the one that the app states, and count as the same; not below zero
 */
public record BillingSettings(
        CustomerPolicy customers,
        ItemPolicy unmappedItems,
        NumberPolicy numbers,
        VoidPolicy voids,
        ClosedBooksPolicy closedBooks,
        @Nullable RemoteId taxCode,
        @Nullable RemoteId untaxedCode,
        BigDecimal taxTolerance) {
    public BillingSettings {
        Given.value("customers", customers);
        Given.value("unmappedItems", unmappedItems);
        Given.value("numbers", numbers);
        Given.value("voids", voids);
        Given.value("closedBooks", closedBooks);
        Given.value("taxTolerance", taxTolerance);
        if (taxTolerance.signum() < 0) {
            throw new IllegalArgumentException("taxTolerance is below zero");
        }
    }

    /**
     * The policies of a firm that set none.
     *
     * @return the defaults
     */
    public static BillingSettings defaults() {
        return new BillingSettings(
                CustomerPolicy.LINKED_ONLY,
                ItemPolicy.WAIT,
                NumberPolicy.AS_COMPANY,
                VoidPolicy.VOID,
                ClosedBooksPolicy.HOLD,
                null,
                null,
                BigDecimal.ZERO);
    }

    /**
     * Changes what becomes of an invoice whose client is not linked.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withCustomers(CustomerPolicy value) {
        return new BillingSettings(
                value, unmappedItems, numbers, voids, closedBooks, taxCode, untaxedCode, taxTolerance);
    }

    /**
     * Changes what becomes of a line whose service item is not linked.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withUnmappedItems(ItemPolicy value) {
        return new BillingSettings(customers, value, numbers, voids, closedBooks, taxCode, untaxedCode, taxTolerance);
    }

    /**
     * Changes who numbers invoices and credit memos.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withNumbers(NumberPolicy value) {
        return new BillingSettings(
                customers, unmappedItems, value, voids, closedBooks, taxCode, untaxedCode, taxTolerance);
    }

    /**
     * Changes what a void in the app does.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withVoids(VoidPolicy value) {
        return new BillingSettings(
                customers, unmappedItems, numbers, value, closedBooks, taxCode, untaxedCode, taxTolerance);
    }

    /**
     * Changes what becomes of a new record that is dated in closed books.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withClosedBooks(ClosedBooksPolicy value) {
        return new BillingSettings(customers, unmappedItems, numbers, voids, value, taxCode, untaxedCode, taxTolerance);
    }

    /**
     * Changes the QuickBooks id of the tax code of taxed lines that name none.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withTaxCode(@Nullable RemoteId value) {
        return new BillingSettings(
                customers, unmappedItems, numbers, voids, closedBooks, value, untaxedCode, taxTolerance);
    }

    /**
     * Changes the QuickBooks id of the tax code of untaxed lines that name none.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withUntaxedCode(@Nullable RemoteId value) {
        return new BillingSettings(customers, unmappedItems, numbers, voids, closedBooks, taxCode, value, taxTolerance);
    }

    /**
     * Changes by how much QuickBooks' tax may differ from the one that the app states, and count as the same.
     *
     * @param value the new value
     * @return the changed settings
     */
    public BillingSettings withTaxTolerance(BigDecimal value) {
        return new BillingSettings(customers, unmappedItems, numbers, voids, closedBooks, taxCode, untaxedCode, value);
    }

    /** Names the policies and ids; amounts are the firm's business. */
    @Override
    public String toString() {
        return "BillingSettings[customers=" + customers + ", unmappedItems=" + unmappedItems + ", numbers=" + numbers
                + ", voids=" + voids + ", closedBooks=" + closedBooks + ", taxCode=" + taxCode + ", untaxedCode="
                + untaxedCode + "]";
    }
}
