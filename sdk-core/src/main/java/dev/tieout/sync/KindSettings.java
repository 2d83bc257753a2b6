package dev.tieout.sync;

import dev.tieout.internal.Given;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What travels by itself of one kind of record, and who wins where both sides changed the same. What a person asks for
 * explicitly is done whatever the switches say. Immutable.
 *
 * @param fromApp what the app's side may do in QuickBooks
 * @param fromQuickBooks what QuickBooks' side may do in the app; only for kinds that go both ways
 * @param conflicts who wins
 * @param startDate records of money that the app dates before this day are not created by themselves; {@code null} for no such day
 */
public record KindSettings(
        Set<SyncAction> fromApp,
        Set<SyncAction> fromQuickBooks,
        ConflictPolicy conflicts,
        @Nullable LocalDate startDate) {
    private static final Set<SyncAction> ALL = Set.of(SyncAction.CREATE, SyncAction.EDIT);

    public KindSettings {
        fromApp = copy(Given.value("fromApp", fromApp));
        fromQuickBooks = copy(Given.value("fromQuickBooks", fromQuickBooks));
        Given.value("conflicts", conflicts);
    }

    /**
     * The settings of clients and service items that nobody changed.
     *
     * @return everything travels, and the app wins
     */
    public static KindSettings lists() {
        return new KindSettings(ALL, ALL, ConflictPolicy.APP_WINS, null);
    }

    /**
     * The settings of invoices, payments and their kin that nobody changed.
     *
     * @return everything travels, and a person is asked
     */
    public static KindSettings money() {
        return new KindSettings(ALL, Set.of(), ConflictPolicy.ASK, null);
    }

    /**
     * Whether new records of the app are created in QuickBooks.
     *
     * @return whether {@link #fromApp} has {@link SyncAction#CREATE}
     */
    public boolean createInQuickBooks() {
        return fromApp.contains(SyncAction.CREATE);
    }

    /**
     * Whether edits in the app change the record in QuickBooks.
     *
     * @return whether {@link #fromApp} has {@link SyncAction#EDIT}
     */
    public boolean editInQuickBooks() {
        return fromApp.contains(SyncAction.EDIT);
    }

    /**
     * Whether new records of QuickBooks are created in the app.
     *
     * @return whether {@link #fromQuickBooks} has {@link SyncAction#CREATE}
     */
    public boolean createInApp() {
        return fromQuickBooks.contains(SyncAction.CREATE);
    }

    /**
     * Whether edits in QuickBooks change the record in the app.
     *
     * @return whether {@link #fromQuickBooks} has {@link SyncAction#EDIT}
     */
    public boolean editInApp() {
        return fromQuickBooks.contains(SyncAction.EDIT);
    }

    /**
     * Switches the creation in QuickBooks.
     *
     * @param on whether new records of the app are created in QuickBooks
     * @return the changed settings
     */
    public KindSettings withCreateInQuickBooks(boolean on) {
        return withFromApp(SyncAction.CREATE, on);
    }

    /**
     * Switches the edits in QuickBooks.
     *
     * @param on whether edits in the app change the record in QuickBooks
     * @return the changed settings
     */
    public KindSettings withEditInQuickBooks(boolean on) {
        return withFromApp(SyncAction.EDIT, on);
    }

    /**
     * Switches the creation in the app.
     *
     * @param on whether new records of QuickBooks are created in the app
     * @return the changed settings
     */
    public KindSettings withCreateInApp(boolean on) {
        return withFromQuickBooks(SyncAction.CREATE, on);
    }

    /**
     * Switches the edits in the app.
     *
     * @param on whether edits in QuickBooks change the record in the app
     * @return the changed settings
     */
    public KindSettings withEditInApp(boolean on) {
        return withFromQuickBooks(SyncAction.EDIT, on);
    }

    /**
     * Says who wins where both sides changed the same field.
     *
     * @param policy who wins
     * @return the changed settings
     */
    public KindSettings withConflicts(ConflictPolicy policy) {
        return new KindSettings(fromApp, fromQuickBooks, policy, startDate);
    }

    /**
     * Says from which day on new records travel by themselves. What is linked already goes on as before; what a person asks for
     * is done whatever its date. {@code SyncSettings} takes it for kinds of money only.
     *
     * @param day the first day, or {@code null} for all days
     * @return the changed settings
     */
    public KindSettings withStartDate(@Nullable LocalDate day) {
        return new KindSettings(fromApp, fromQuickBooks, conflicts, day);
    }

    /**
     * Switches off all that goes to QuickBooks by itself.
     *
     * @return the changed settings
     */
    public KindSettings off() {
        return new KindSettings(Set.of(), Set.of(), conflicts, startDate);
    }

    private KindSettings withFromApp(SyncAction action, boolean on) {
        return new KindSettings(switched(fromApp, action, on), fromQuickBooks, conflicts, startDate);
    }

    private KindSettings withFromQuickBooks(SyncAction action, boolean on) {
        return new KindSettings(fromApp, switched(fromQuickBooks, action, on), conflicts, startDate);
    }

    private static Set<SyncAction> switched(Set<SyncAction> actions, SyncAction action, boolean on) {
        Set<SyncAction> switched = EnumSet.noneOf(SyncAction.class);
        switched.addAll(actions);
        if (on) {
            switched.add(action);
        } else {
            switched.remove(action);
        }
        return switched;
    }

    /** In the order of the enum, so that equal settings print and serialise alike. */
    private static Set<SyncAction> copy(Collection<SyncAction> actions) {
        Set<SyncAction> copy = EnumSet.noneOf(SyncAction.class);
        copy.addAll(actions);
        return Collections.unmodifiableSet(copy);
    }
}
