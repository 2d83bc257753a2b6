package dev.tieout.matching.names;

import java.util.List;

/**
 * One name that is taken, and by what.
 *
 * <p>Immutable.
 *
 * @param owner the kind of record that bears it
 * @param id the record's id in QuickBooks; the app's id for a promise, empty for a refusal
 * @param name the name as stored, with the suffix of inactive records if it has one; for an item its full name with
 *     the parents before it
 * @param active whether the record is active
 */
public record NameUse(Owner owner, String id, String name, boolean active) {
    /** What bears a name, in the order in which it is named when several do. */
    public enum Owner {
        /** A QuickBooks customer. */
        CUSTOMER(0),
        /** A QuickBooks vendor. */
        VENDOR(1),
        /** A QuickBooks employee. */
        EMPLOYEE(2),
        /** A QuickBooks item or category. */
        ITEM(3),
        /** Promised in this run to a record of the app that is about to be created. */
        PROMISED(4),
        /** QuickBooks answered 6240 for it, and nobody known bears it. */
        REFUSED(5);

        private static final List<Owner> BY_RANK = List.of(values());
        private final int rank;

        Owner(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }

        static Owner ofRank(int rank) {
            return BY_RANK.get(rank);
        }
    }

    /** Leaves the name out: it may be a person's. */
    @Override
    public String toString() {
        return "NameUse[owner=" + owner + ", id=" + id + ", active=" + active + "]";
    }
}
