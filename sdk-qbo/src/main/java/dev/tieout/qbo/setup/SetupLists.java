package dev.tieout.qbo.setup;

import dev.tieout.internal.Given;

/**
 * Which records a preview lays before a person. Immutable.
 *
 * <p>Inactive ones are shown and suggested, and linked only where a person says so: linking two records that differ in it writes
 * what the app says, as {@code changes} shows.
 *
 * @param clients which clients of the app
 * @param customers which customers of QuickBooks
 */
public record SetupLists(Which clients, Which customers) {
    /** Which records of one side. */
    public enum Which {
        /** Those in use. */
        ACTIVE,
        /** Those that were put out of use. */
        INACTIVE,
        /** Both. */
        ALL;

        /**
         * Tells whether a record is one of them.
         *
         * @param active whether it is in use
         * @return whether it is to be shown
         */
        public boolean has(boolean active) {
            return this == ALL || active == (this == ACTIVE);
        }
    }

    /** Refuses what is missing. */
    public SetupLists {
        Given.value("clients", clients);
        Given.value("customers", customers);
    }

    /**
     * The active ones of both sides.
     *
     * @return what a preview shows if nothing is said
     */
    public static SetupLists active() {
        return new SetupLists(Which.ACTIVE, Which.ACTIVE);
    }

    /**
     * All of both sides.
     *
     * @return the active and the inactive ones
     */
    public static SetupLists all() {
        return new SetupLists(Which.ALL, Which.ALL);
    }
}
