package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * The proof that two sets of books agree, or the list of where they do not. Immutable.
 *
 * @param lines one line for each kind of record
 * @param differences each record that differs
 */
public record TieOut(List<Line> lines, List<Difference> differences) {
    public TieOut {
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
    }

    /**
     * Tells whether everything agrees.
     *
     * @return {@code true} if no record differs and all totals are equal
     */
    public boolean agrees() {
        return differences.isEmpty()
                && lines.stream().allMatch(line -> line.appTotal().compareTo(line.quickBooksTotal()) == 0);
    }

    /**
     * One kind of record on both sides.
     *
     * @param kind the kind
     * @param inApp linked records of the app
     * @param inQuickBooks how many of them QuickBooks has
     * @param agreed how many agree in every field that both sides know
     * @param differing how many do not, missing ones included
     * @param appTotal what the app's side comes to; zero for clients and service items
     * @param quickBooksTotal what QuickBooks' side comes to
     */
    public record Line(
            RecordKind kind,
            int inApp,
            int inQuickBooks,
            int agreed,
            int differing,
            BigDecimal appTotal,
            BigDecimal quickBooksTotal) {}

    /**
     * One record that differs.
     *
     * @param kind its kind
     * @param localId its id in the app
     * @param remoteId its id in QuickBooks
     * @param fields the fields that differ, in QuickBooks' words; empty if QuickBooks no longer has the record
     */
    public record Difference(RecordKind kind, LocalId localId, RemoteId remoteId, Set<String> fields) {
        public Difference {
            fields = Set.copyOf(fields);
        }
    }
}
