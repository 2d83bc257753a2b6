package dev.tieout.sync;

/** What becomes of a line whose service item is not linked with an item of QuickBooks. */
public enum ItemPolicy {
    /** The invoice waits until the service item is linked or created. */
    WAIT,
    /** The line is booked on the default item: while the service item is on its way, and where it is skipped or switched off. */
    DEFAULT_ITEM
}
