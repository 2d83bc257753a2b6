package dev.tieout.sync;

import dev.tieout.RemoteId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one firm wants kept in step. Immutable; {@link #defaults()} has every record going and clients and service items
 * coming back changed, never new.
 *
 * @param clients which changes of clients travel
 * @param serviceItems which changes of service items travel
 * @param invoices whether invoices go to QuickBooks
 * @param payments whether payments go to QuickBooks
 * @param conflicts who wins when both sides changed the same field
 * @param acceptOtherTotals whether a total that QuickBooks computes differently is accepted; if not, the record needs
 *     attention
 * @param defaultItem the QuickBooks item for invoice lines that name no service item, or {@code null} for none
 * @param incomeAccount the QuickBooks account for service items that name none, or {@code null} for none
 */
public record SyncSettings(
        Travel clients,
        Travel serviceItems,
        boolean invoices,
        boolean payments,
        ConflictPolicy conflicts,
        boolean acceptOtherTotals,
        @Nullable RemoteId defaultItem,
        @Nullable RemoteId incomeAccount) {

    /**
     * Four switches: creations and edits, each way.
     *
     * @param createInQuickBooks whether new records of the app are created in QuickBooks
     * @param editInQuickBooks whether edits in the app change the record in QuickBooks
     * @param createInApp whether new records of QuickBooks are created in the app
     * @param editInApp whether edits in QuickBooks change the record in the app
     */
    public record Travel(
            boolean createInQuickBooks, boolean editInQuickBooks, boolean createInApp, boolean editInApp) {}

    public SyncSettings {
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(serviceItems, "serviceItems");
        Objects.requireNonNull(conflicts, "conflicts");
    }

    /**
     * The settings of a firm that set none.
     *
     * @return everything on but the creation of the app's records from QuickBooks, and the app wins a conflict
     */
    public static SyncSettings defaults() {
        Travel travel = new Travel(true, true, false, true);
        return new SyncSettings(travel, travel, true, true, ConflictPolicy.APP_WINS, false, null, null);
    }

    /**
     * Changes which changes of clients travel.
     *
     * @param value the four switches
     * @return the changed settings
     */
    public SyncSettings withClients(Travel value) {
        return new SyncSettings(
                value, serviceItems, invoices, payments, conflicts, acceptOtherTotals, defaultItem, incomeAccount);
    }

    /**
     * Changes which changes of service items travel.
     *
     * @param value the four switches
     * @return the changed settings
     */
    public SyncSettings withServiceItems(Travel value) {
        return new SyncSettings(
                clients, value, invoices, payments, conflicts, acceptOtherTotals, defaultItem, incomeAccount);
    }

    /**
     * Switches invoices and payments.
     *
     * @param sendInvoices whether invoices go to QuickBooks
     * @param sendPayments whether payments go to QuickBooks
     * @return the changed settings
     */
    public SyncSettings withTransactions(boolean sendInvoices, boolean sendPayments) {
        return new SyncSettings(
                clients,
                serviceItems,
                sendInvoices,
                sendPayments,
                conflicts,
                acceptOtherTotals,
                defaultItem,
                incomeAccount);
    }

    /**
     * Changes who wins a conflict.
     *
     * @param value the policy
     * @return the changed settings
     */
    public SyncSettings withConflicts(ConflictPolicy value) {
        return new SyncSettings(
                clients, serviceItems, invoices, payments, value, acceptOtherTotals, defaultItem, incomeAccount);
    }

    /**
     * Says whether other totals than the app's are accepted.
     *
     * @param value {@code true} to accept what QuickBooks computes
     * @return the changed settings
     */
    public SyncSettings withAcceptOtherTotals(boolean value) {
        return new SyncSettings(
                clients, serviceItems, invoices, payments, conflicts, value, defaultItem, incomeAccount);
    }

    /**
     * Sets the item for invoice lines that name none.
     *
     * @param item its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public SyncSettings withDefaultItem(@Nullable RemoteId item) {
        return new SyncSettings(
                clients, serviceItems, invoices, payments, conflicts, acceptOtherTotals, item, incomeAccount);
    }

    /**
     * Sets the income account for service items that name none.
     *
     * @param account its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public SyncSettings withIncomeAccount(@Nullable RemoteId account) {
        return new SyncSettings(
                clients, serviceItems, invoices, payments, conflicts, acceptOtherTotals, defaultItem, account);
    }
}
