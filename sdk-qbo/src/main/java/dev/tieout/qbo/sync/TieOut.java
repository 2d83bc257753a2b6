package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The proof that two sets of books agree, or the list of where they do not. Everything is counted: what is equal, what
 * differs and is accepted, what differs, and what only one side has. Immutable.
 *
 * @param lines one line for each kind of record
 * @param differences each record that differs, or that only the app has without a reason
 * @param twins each record of QuickBooks that is linked with nothing and may be one of the app's, entered twice
 */
public record TieOut(List<Line> lines, List<Difference> differences, List<Twin> twins) {
    public TieOut {
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
        twins = List.copyOf(twins);
    }

    /**
     * Tells whether both sides agree: nothing differs but what was accepted, nothing is in the app alone but what is
     * kept out on purpose, and nothing in QuickBooks alone looks like a record of the app that is there twice. What else
     * only QuickBooks has is counted, and no fault.
     *
     * @return {@code true} if no record differs
     */
    public boolean agrees() {
        return differences.isEmpty() && twins.isEmpty();
    }

    /**
     * One kind of record on both sides.
     *
     * @param kind the kind
     * @param equal how many are equal in every field that both sides know
     * @param accepted how many differ only in what was accepted
     * @param different how many differ, those gone from QuickBooks included
     * @param onlyInApp how many the app has and QuickBooks not
     * @param keptOut how many are kept out on purpose
     * @param onlyInQuickBooks how many QuickBooks has and the app not
     * @param appTotal what the app's side comes to, kept-out records left out; zero for clients and service items
     * @param quickBooksTotal what the linked records come to in QuickBooks
     * @param onlyInQuickBooksTotal what the records come to that only QuickBooks has
     * @param currency the currency of the totals, or {@code null} where there are none or several
     */
    public record Line(
            RecordKind kind,
            int equal,
            int accepted,
            int different,
            int onlyInApp,
            int keptOut,
            int onlyInQuickBooks,
            BigDecimal appTotal,
            BigDecimal quickBooksTotal,
            BigDecimal onlyInQuickBooksTotal,
            @Nullable String currency) {
        /** Counts, never an amount. */
        @Override
        public String toString() {
            return "Line[kind=" + kind + ", equal=" + equal + ", accepted=" + accepted + ", different=" + different
                    + ", onlyInApp=" + onlyInApp + ", keptOut=" + keptOut + ", onlyInQuickBooks=" + onlyInQuickBooks
                    + "]";
        }
    }

    /**
     * One record that differs.
     *
     * @param kind its kind
     * @param localId its id in the app
     * @param remoteId its id in QuickBooks, or {@code null} if it has none
     * @param fields the fields that differ, in QuickBooks' words; empty if one side has no such record
     * @param appAmount what it comes to in the app, or {@code null} for kinds without amounts
     * @param quickBooksAmount what it comes to in QuickBooks, or {@code null}
     */
    public record Difference(
            RecordKind kind,
            LocalId localId,
            @Nullable RemoteId remoteId,
            Set<String> fields,
            @Nullable BigDecimal appAmount,
            @Nullable BigDecimal quickBooksAmount) {
        public Difference {
            fields = Set.copyOf(fields);
        }

        /** Names ids and fields, never an amount. */
        @Override
        public String toString() {
            return "Difference[kind=" + kind + ", localId=" + localId + ", remoteId=" + remoteId + ", fields=" + fields
                    + "]";
        }
    }

    /**
     * A record of QuickBooks that looks like one of the app's which is linked with another: the same customer and amount
     * within seven days, or the same number.
     *
     * @param kind the kind
     * @param localId the app's record
     * @param remoteId what it is linked with
     * @param twinId the one that looks the same and is linked with nothing
     */
    public record Twin(RecordKind kind, LocalId localId, RemoteId remoteId, RemoteId twinId) {}

    /** Counts, never an amount. */
    @Override
    public String toString() {
        return "TieOut[lines=" + lines + ", differences=" + differences.size() + ", twins=" + twins.size() + "]";
    }
}
