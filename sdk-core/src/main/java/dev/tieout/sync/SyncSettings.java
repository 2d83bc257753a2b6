package dev.tieout.sync;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one firm wants kept in step. Immutable; {@link #defaults()} has everything travel.
 *
 * @param kinds what travels of each kind of record; a kind that is missing has its defaults
 * @param acceptOtherTotals whether a total that QuickBooks computes differently is accepted; if not, the record needs
 *     attention
 * @param defaultItem the QuickBooks item for lines that name no service item, or {@code null} for none
 * @param incomeAccount the QuickBooks account for service items that name none, or {@code null} for none
 * @param askAboutTwins whether a person is asked before an invoice or payment is created that resembles one which
 *     somebody entered in QuickBooks by hand: the same customer and amount within seven days, or the same number
 * @param billing the policies of invoices and of what goes with them
 * @param money where refunds and payouts are booked
 */
public record SyncSettings(
        Map<RecordKind, KindSettings> kinds,
        boolean acceptOtherTotals,
        @Nullable RemoteId defaultItem,
        @Nullable RemoteId incomeAccount,
        boolean askAboutTwins,
        BillingSettings billing,
        MoneySettings money) {
    private static final List<RecordKind> MONEY = List.of(
            RecordKind.INVOICE, RecordKind.CREDIT_MEMO, RecordKind.PAYMENT, RecordKind.REFUND, RecordKind.PAYOUT);
    private static final Set<RecordKind> LISTS = Set.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM);

    public SyncSettings {
        kinds = Map.copyOf(kinds);
        for (RecordKind kind : LISTS) {
            @Nullable KindSettings list = kinds.get(kind);
            if (list != null && list.startDate() != null) {
                throw new IllegalArgumentException("startDate: records of the kind " + kind.word()
                        + " have no day; set it for invoices, payments and their kin");
            }
        }
        Given.value("billing", billing);
        Given.value("money", money);
    }

    /**
     * The settings of a firm that set none.
     *
     * @return everything travels; the app wins over clients and service items, over money a person is asked
     */
    public static SyncSettings defaults() {
        return new SyncSettings(
                Map.of(), false, null, null, true, BillingSettings.defaults(), MoneySettings.defaults());
    }

    /**
     * Looks up what travels of one kind.
     *
     * @param kind the kind of record
     * @return its settings, or its defaults
     */
    public KindSettings of(RecordKind kind) {
        @Nullable KindSettings set = kinds.get(kind);
        if (set != null) {
            return set;
        }
        return LISTS.contains(kind) ? KindSettings.lists() : KindSettings.money();
    }

    /**
     * Changes what travels of one kind.
     *
     * @param kind the kind of record
     * @param value its settings
     * @return the changed settings
     */
    public SyncSettings with(RecordKind kind, KindSettings value) {
        SortedMap<RecordKind, KindSettings> changed = new TreeMap<>(kinds);
        changed.put(kind, value);
        return new SyncSettings(changed, acceptOtherTotals, defaultItem, incomeAccount, askAboutTwins, billing, money);
    }

    /**
     * Says from which day on records of money travel by themselves: invoices, payments, credit memos, refunds and payouts.
     *
     * @param day the first day, or {@code null} for all days
     * @return the changed settings
     */
    public SyncSettings withStartDate(@Nullable LocalDate day) {
        SyncSettings changed = this;
        for (RecordKind kind : MONEY) {
            changed = changed.with(kind, of(kind).withStartDate(day));
        }
        return changed;
    }

    /**
     * What travels of clients.
     *
     * @return the settings of {@link RecordKind#CLIENT}
     */
    public KindSettings clients() {
        return of(RecordKind.CLIENT);
    }

    /**
     * What travels of service items.
     *
     * @return the settings of {@link RecordKind#SERVICE_ITEM}
     */
    public KindSettings serviceItems() {
        return of(RecordKind.SERVICE_ITEM);
    }

    /**
     * What travels of invoices.
     *
     * @return the settings of {@link RecordKind#INVOICE}
     */
    public KindSettings invoices() {
        return of(RecordKind.INVOICE);
    }

    /**
     * What travels of payments.
     *
     * @return the settings of {@link RecordKind#PAYMENT}
     */
    public KindSettings payments() {
        return of(RecordKind.PAYMENT);
    }

    /**
     * What travels of credit memos.
     *
     * @return the settings of {@link RecordKind#CREDIT_MEMO}
     */
    public KindSettings creditMemos() {
        return of(RecordKind.CREDIT_MEMO);
    }

    /**
     * What travels of refunds.
     *
     * @return the settings of {@link RecordKind#REFUND}
     */
    public KindSettings refunds() {
        return of(RecordKind.REFUND);
    }

    /**
     * What travels of payouts.
     *
     * @return the settings of {@link RecordKind#PAYOUT}
     */
    public KindSettings payouts() {
        return of(RecordKind.PAYOUT);
    }

    /**
     * Changes what travels of clients.
     *
     * @param value the settings
     * @return the changed settings
     */
    public SyncSettings withClients(KindSettings value) {
        return with(RecordKind.CLIENT, value);
    }

    /**
     * Changes what travels of service items.
     *
     * @param value the settings
     * @return the changed settings
     */
    public SyncSettings withServiceItems(KindSettings value) {
        return with(RecordKind.SERVICE_ITEM, value);
    }

    /**
     * Changes what travels of invoices.
     *
     * @param value the settings
     * @return the changed settings
     */
    public SyncSettings withInvoices(KindSettings value) {
        return with(RecordKind.INVOICE, value);
    }

    /**
     * Changes what travels of payments.
     *
     * @param value the settings
     * @return the changed settings
     */
    public SyncSettings withPayments(KindSettings value) {
        return with(RecordKind.PAYMENT, value);
    }

    /**
     * Changes what travels of credit memos.
     *
     * @param value the settings
     * @return the changed settings
     */
    public SyncSettings withCreditMemos(KindSettings value) {
        return with(RecordKind.CREDIT_MEMO, value);
    }

    /**
     * Changes what travels of refunds.
     *
     * @param value the settings
     * @return the changed settings
     */
    public SyncSettings withRefunds(KindSettings value) {
        return with(RecordKind.REFUND, value);
    }

    /**
     * Changes what travels of payouts.
     *
     * @param value the settings
     * @return the changed settings
     */
    public SyncSettings withPayouts(KindSettings value) {
        return with(RecordKind.PAYOUT, value);
    }

    /**
     * Accepts totals that QuickBooks computes differently, or not.
     *
     * @param accept whether they are accepted
     * @return the changed settings
     */
    public SyncSettings withAcceptOtherTotals(boolean accept) {
        return new SyncSettings(kinds, accept, defaultItem, incomeAccount, askAboutTwins, billing, money);
    }

    /**
     * Sets the item for lines that name no service item.
     *
     * @param item its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public SyncSettings withDefaultItem(@Nullable RemoteId item) {
        return new SyncSettings(kinds, acceptOtherTotals, item, incomeAccount, askAboutTwins, billing, money);
    }

    /**
     * Sets the income account for service items that name none.
     *
     * @param account its id in QuickBooks, or {@code null} for none
     * @return the changed settings
     */
    public SyncSettings withIncomeAccount(@Nullable RemoteId account) {
        return new SyncSettings(kinds, acceptOtherTotals, defaultItem, account, askAboutTwins, billing, money);
    }

    /**
     * Asks before something is created that somebody seems to have entered in QuickBooks by hand, or does not.
     *
     * @param ask whether a person is asked; if not, both are in the books then
     * @return the changed settings
     */
    public SyncSettings withAskAboutTwins(boolean ask) {
        return new SyncSettings(kinds, acceptOtherTotals, defaultItem, incomeAccount, ask, billing, money);
    }

    /**
     * Changes the policies of invoices and of what goes with them.
     *
     * @param value the policies
     * @return the changed settings
     */
    public SyncSettings withBilling(BillingSettings value) {
        return new SyncSettings(kinds, acceptOtherTotals, defaultItem, incomeAccount, askAboutTwins, value, money);
    }

    /**
     * Changes where refunds and payouts are booked.
     *
     * @param value the accounts, items and vendors
     * @return the changed settings
     */
    public SyncSettings withMoney(MoneySettings value) {
        return new SyncSettings(kinds, acceptOtherTotals, defaultItem, incomeAccount, askAboutTwins, billing, value);
    }
}
