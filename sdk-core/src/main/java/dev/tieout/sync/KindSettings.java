package dev.tieout.sync;

import dev.tieout.internal.Given;

/**
 * What travels by itself of one kind of record, and who wins where both sides changed the same. What a person asks for
 * explicitly is done whatever the switches say. Immutable.
 *
 * @param createInQuickBooks whether new records of the app are created in QuickBooks
 * @param editInQuickBooks whether edits in the app change the record in QuickBooks
 * @param createInApp whether new records of QuickBooks are created in the app; only for kinds that go both ways
 * @param editInApp whether edits in QuickBooks change the record in the app; only for kinds that go both ways
 * @param conflicts who wins
 */
public record KindSettings(
        boolean createInQuickBooks,
        boolean editInQuickBooks,
        boolean createInApp,
        boolean editInApp,
        ConflictPolicy conflicts) {
    public KindSettings {
        Given.value("conflicts", conflicts);
    }

    /**
     * The settings of clients and service items that nobody changed.
     *
     * @return everything travels, and the app wins
     */
    public static KindSettings lists() {
        return new KindSettings(true, true, true, true, ConflictPolicy.APP_WINS);
    }

    /**
     * The settings of invoices, payments and their kin that nobody changed.
     *
     * @return everything travels, and a person is asked
     */
    public static KindSettings money() {
        return new KindSettings(true, true, false, false, ConflictPolicy.ASK);
    }

    /**
     * Switches the creation in QuickBooks.
     *
     * @param on whether new records of the app are created in QuickBooks
     * @return the changed settings
     */
    public KindSettings withCreateInQuickBooks(boolean on) {
        return new KindSettings(on, editInQuickBooks, createInApp, editInApp, conflicts);
    }

    /**
     * Switches the edits in QuickBooks.
     *
     * @param on whether edits in the app change the record in QuickBooks
     * @return the changed settings
     */
    public KindSettings withEditInQuickBooks(boolean on) {
        return new KindSettings(createInQuickBooks, on, createInApp, editInApp, conflicts);
    }

    /**
     * Switches the creation in the app.
     *
     * @param on whether new records of QuickBooks are created in the app
     * @return the changed settings
     */
    public KindSettings withCreateInApp(boolean on) {
        return new KindSettings(createInQuickBooks, editInQuickBooks, on, editInApp, conflicts);
    }

    /**
     * Switches the edits in the app.
     *
     * @param on whether edits in QuickBooks change the record in the app
     * @return the changed settings
     */
    public KindSettings withEditInApp(boolean on) {
        return new KindSettings(createInQuickBooks, editInQuickBooks, createInApp, on, conflicts);
    }

    /**
     * Says who wins where both sides changed the same field.
     *
     * @param policy who wins
     * @return the changed settings
     */
    public KindSettings withConflicts(ConflictPolicy policy) {
        return new KindSettings(createInQuickBooks, editInQuickBooks, createInApp, editInApp, policy);
    }

    /**
     * Switches off all that goes to QuickBooks by itself.
     *
     * @return the changed settings
     */
    public KindSettings off() {
        return new KindSettings(false, false, false, false, conflicts);
    }
}
