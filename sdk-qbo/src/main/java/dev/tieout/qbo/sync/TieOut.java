package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The proof that two sets of books agree, or the list of where they do not. Everything is counted: what is equal, what
 * differs and is accepted, what differs, and what only one side has. Immutable.
 *
 * @param lines a line for each kind of record, and where its amounts are in several currencies for each of them
 * @param differences each record that differs, or that only the app has without a reason
 * @param twins each record of QuickBooks that is linked with nothing and may be one of the app's, entered twice
 * @param certificate what was found, in a form to keep and to check later
 */
public record TieOut(List<Line> lines, List<Difference> differences, List<Twin> twins, TieOutCertificate certificate) {
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
     * Writes it as a page of HTML for a person: whether it agrees, the sums and what differs; nothing but text and style.
     *
     * @return the page, whole
     */
    public String toHtml() {
        return TieOutPage.of(this);
    }

    /**
     * One kind of record on both sides, in one currency.
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
     * @param currency the currency of the totals, or {@code null} where there are none
     * @param balance what the linked records still owe in QuickBooks, of invoices
     * @param applied what of the linked records is applied in QuickBooks: paid of invoices, used of payments and credit memos
     * @param openCredits what of the linked records is a credit yet in QuickBooks: of payments and credit memos
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
            @Nullable String currency,
            BigDecimal balance,
            BigDecimal applied,
            BigDecimal openCredits) {
        /**
         * Reckons by how much the linked side of QuickBooks is more than the app's.
         *
         * @return the difference of the totals; zero does not mean that nothing differs
         */
        public BigDecimal difference() {
            return quickBooksTotal.subtract(appTotal);
        }

        /** Counts, never an amount. */
        @Override
        public String toString() {
            return "Line[kind=" + kind + ", equal=" + equal + ", accepted=" + accepted + ", different=" + different
                    + ", onlyInApp=" + onlyInApp + ", keptOut=" + keptOut + ", onlyInQuickBooks=" + onlyInQuickBooks
                    + "]";
        }
    }

    /** What became of one record. */
    public enum Result {
        /** Equal in every field that both sides know. */
        EQUAL,
        /** Different only in what was accepted. */
        ACCEPTED,
        /** Different, or gone from QuickBooks. */
        DIFFERENT,
        /** The app has it, QuickBooks not yet, or for a reason that its status tells. */
        ONLY_IN_APP,
        /** Kept out on purpose. */
        KEPT_OUT,
        /** QuickBooks has it for a customer of the app, and the app not: no fault. */
        ONLY_IN_QUICKBOOKS
    }

    /**
     * One record, whatever became of it: a line of the list that the certificate is about.
     *
     * @param kind its kind
     * @param localId its id in the app, or {@code null} if the app does not have it
     * @param remoteId its id in QuickBooks, or {@code null} if it has none
     * @param result what became of it
     * @param date the day it counts for, the app's before QuickBooks', or {@code null} for kinds without
     * @param currency its currency, or {@code null} for kinds without amounts
     * @param appAmount what it comes to in the app, or {@code null}
     * @param quickBooksAmount what it comes to in QuickBooks, or {@code null}
     * @param balance what of it is still owed in QuickBooks, of invoices, else {@code null}
     * @param applied what of it is applied in QuickBooks, of invoices, payments and credit memos, else {@code null}
     * @param openCredit what of it is a credit yet in QuickBooks, of payments and credit memos, else {@code null}
     * @param fields the fields that differ, in QuickBooks' words
     */
    public record Entry(
            RecordKind kind,
            @Nullable LocalId localId,
            @Nullable RemoteId remoteId,
            Result result,
            @Nullable LocalDate date,
            @Nullable String currency,
            @Nullable BigDecimal appAmount,
            @Nullable BigDecimal quickBooksAmount,
            @Nullable BigDecimal balance,
            @Nullable BigDecimal applied,
            @Nullable BigDecimal openCredit,
            Set<String> fields) {
        public Entry {
            fields = Set.copyOf(fields);
        }

        /** Names ids and fields, never an amount. */
        @Override
        public String toString() {
            return "Entry[kind=" + kind + ", localId=" + localId + ", remoteId=" + remoteId + ", result=" + result
                    + ", fields=" + fields + "]";
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
