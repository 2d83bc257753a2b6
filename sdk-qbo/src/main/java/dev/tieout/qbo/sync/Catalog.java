package dev.tieout.qbo.sync;

import dev.tieout.RemoteId;
import java.util.List;
import java.util.Optional;

/**
 * What a company has to choose from. Active entries only. Thread-safe.
 *
 * <p>A list is read when it is first asked for and kept until the change feed sees it change, for six hours at most; while
 * QuickBooks is away it is what was last known, and says so ({@link Choices#lastKnown}). A list that was never read while
 * QuickBooks is away fails with a {@link dev.tieout.qbo.fault.QboException}.
 */
public interface Catalog {
    /**
     * Lists the classes.
     *
     * @return the classes, by name
     */
    Choices classes();

    /**
     * Lists the locations, which QuickBooks' API calls departments.
     *
     * @return the locations, by name
     */
    Choices locations();

    /**
     * Lists the categories of items.
     *
     * @return the categories, by name
     */
    Choices categories();

    /**
     * Lists the items that can stand on the lines of an invoice, to choose the default item from.
     *
     * @return the active items that are no category and no bundle, by name
     */
    Choices items();

    /**
     * Names the item that offers itself as the default item: an active service called Sales or Services. Nothing is set by
     * that.
     *
     * @return the item, or empty if the company has none of these names
     */
    Optional<Entry> proposedDefaultItem();

    /**
     * Lists the accounts that a service item's sales can be booked to.
     *
     * @return the income accounts, by name
     */
    Choices incomeAccounts();

    /**
     * Lists the tax codes.
     *
     * @return the tax codes, by name
     */
    Choices taxCodes();

    /**
     * Lists the payment terms.
     *
     * @return the terms, by name
     */
    Choices terms();

    /**
     * Says what the company keeps track of; what it does not, QuickBooks drops without a word.
     *
     * @return what is tracked, by the company's settings now
     */
    Tracking tracking();

    /**
     * Lists the payment methods.
     *
     * @return the payment methods, by name
     */
    Choices paymentMethods();

    /**
     * Has everything read anew when it is next asked for: a person has just added something in QuickBooks. On this node.
     *
     * @return this catalog
     */
    Catalog refreshed();

    /**
     * What a company keeps track of. Immutable.
     *
     * @param classesPerForm whether a form has a class
     * @param classesPerLine whether a line has a class
     * @param locations whether a form has a location
     * @param discounts whether a form has a discount
     * @param customNumbers whether people and the app number forms; else QuickBooks does
     * @param customFields the names of the company's own fields of sales forms
     * @param locationWord what the company calls a location: Location, Department, Store ...
     */
    record Tracking(
            boolean classesPerForm,
            boolean classesPerLine,
            boolean locations,
            boolean discounts,
            boolean customNumbers,
            List<String> customFields,
            String locationWord) {
        /** Copies the list. */
        public Tracking {
            customFields = List.copyOf(customFields);
        }

        /** Counts the custom fields: what they are called is the firm's business. */
        @Override
        public String toString() {
            return "Tracking[classesPerForm=" + classesPerForm + ", classesPerLine=" + classesPerLine + ", locations="
                    + locations + ", discounts=" + discounts + ", customNumbers=" + customNumbers + ", customFields="
                    + customFields.size() + "]";
        }
    }

    /**
     * Something to choose.
     *
     * @param id its id in QuickBooks
     * @param name its name, with its parents' where it has any: {@code Legal:Trusts}
     */
    record Entry(RemoteId id, String name) {
        /** Names the id only. */
        @Override
        public String toString() {
            return "Entry[id=" + id + "]";
        }
    }
}
