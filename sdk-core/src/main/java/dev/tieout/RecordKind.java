package dev.tieout;

import dev.tieout.internal.Given;

/**
 * A kind of record that is kept in step. An open set: a version of the library that lacks a kind leaves its records
 * alone. Immutable.
 *
 * @param word its name in stores and JSON, such as {@code client}; lower-case letters and underscores, at most 30
 */
public record RecordKind(String word) implements Comparable<RecordKind> {
    /** A client of the app, a Customer in QuickBooks. Both ways. */
    public static final RecordKind CLIENT = new RecordKind("client");

    /** A service item of the app, an Item in QuickBooks. Both ways. */
    public static final RecordKind SERVICE_ITEM = new RecordKind("service_item");

    /** An invoice, from the app to QuickBooks. */
    public static final RecordKind INVOICE = new RecordKind("invoice");

    /** A payment, from the app to QuickBooks. */
    public static final RecordKind PAYMENT = new RecordKind("payment");

    /** A credit memo, from the app to QuickBooks. */
    public static final RecordKind CREDIT_MEMO = new RecordKind("credit_memo");

    /** Money given back, a RefundReceipt in QuickBooks; from the app to QuickBooks. */
    public static final RecordKind REFUND = new RecordKind("refund");

    /** A processor's payout, a bank deposit in QuickBooks; from the app to QuickBooks. */
    public static final RecordKind PAYOUT = new RecordKind("payout");

    private static final int LONGEST = 30;

    public RecordKind {
        Given.value("RecordKind", word);
        boolean clean = word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_');
        if (word.isEmpty() || word.length() > LONGEST || !clean) {
            throw new IllegalArgumentException("a kind of record is named with 1 to " + LONGEST
                    + " lower-case letters and underscores, such as client");
        }
    }

    /** Orders by name. */
    @Override
    public int compareTo(RecordKind other) {
        return word.compareTo(other.word);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return word;
    }
}
