package dev.tieout.qbo.sync;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days whose records are tied out: those that count for such a day on either side. Clients and service items have no day
 * and are always in. Immutable.
 *
 * @param from the first day, or {@code null} for no limit
 * @param to the last day, or {@code null} for no limit
 */
public record TieOutRange(
        @Nullable LocalDate from, @Nullable LocalDate to) {
    public TieOutRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("range.to is before range.from: give the first day first");
        }
    }

    /**
     * Everything.
     *
     * @return a range without limits
     */
    public static TieOutRange all() {
        return new TieOutRange(null, null);
    }

    /**
     * Some days.
     *
     * @param from the first day
     * @param to the last day
     * @return the range, both days included
     */
    public static TieOutRange between(LocalDate from, LocalDate to) {
        return new TieOutRange(from, to);
    }

    /**
     * Tells whether a day is in it.
     *
     * @param day the day
     * @return whether it is
     */
    public boolean has(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /**
     * Tells whether it has no limits.
     *
     * @return whether everything is in it
     */
    public boolean isAll() {
        return from == null && to == null;
    }
}
