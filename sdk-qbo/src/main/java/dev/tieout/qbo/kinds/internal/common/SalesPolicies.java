package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.ClosedBooksPolicy;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the firm's policies make of sales forms. */
public final class SalesPolicies {
    private SalesPolicies() {}

    /** A tax that differs by no more than the firm cares about is the same, and so is the total that follows from it. */
    static Projection levelled(Projection app, Projection there, BigDecimal most) {
        @Nullable String ours = app.get(SalesKind.TAX);
        @Nullable String theirs = there.get(SalesKind.TAX);
        if (ours == null || theirs == null || ours.equals(theirs) || most.signum() == 0) {
            return there;
        }
        BigDecimal difference = new BigDecimal(theirs).subtract(new BigDecimal(ours));
        if (difference.abs().compareTo(most) > 0) {
            return there;
        }
        Projection.Builder levelled = Projection.builder().putAll(there).set(SalesKind.TAX, ours);
        @Nullable String total = there.get(SalesKind.TOTAL);
        if (total != null && !"TaxInclusive".equals(app.get(SalesKind.CALCULATION))) {
            levelled.put(SalesKind.TOTAL, FieldTable.text(new BigDecimal(total).subtract(difference)));
        }
        return levelled.build();
    }

    /**
     * The day that a new record is dated on: its own, or the first after the closed books.
     *
     * @throws Blocked if the books of its day are closed, and it is not to be shifted
     */
    public static LocalDate day(LocalDate own, Links links) {
        @Nullable LocalDate closed = closedFor(own, links);
        if (closed == null) {
            return own;
        }
        if (links.settings().billing().closedBooks() == ClosedBooksPolicy.SHIFT) {
            return closed.plusDays(1);
        }
        throw new Blocked(held(closed));
    }

    /** The last day of the closed books if they are closed for a day; they may have been opened since that was read. */
    static @Nullable LocalDate closedFor(LocalDate day, Links links) {
        @Nullable LocalDate closed = links.company().closedUntil();
        if (closed != null && !day.isAfter(closed)) {
            closed = links.companyNow().closedUntil();
        }
        return closed == null || day.isAfter(closed) ? null : closed;
    }

    /** What stands in the way in closed books. */
    static Obstructed held(LocalDate closed) {
        return new Obstructed(
                ProblemCause.CLOSED_PERIOD,
                "The books are closed up to " + closed + " in QuickBooks; nothing was sent.",
                "Open the books in QuickBooks for it, or give it a later date; it goes by itself then. The setting closedBooks"
                        + " can shift new records to the first open day.",
                SalesKind.DATE,
                null);
    }
}
