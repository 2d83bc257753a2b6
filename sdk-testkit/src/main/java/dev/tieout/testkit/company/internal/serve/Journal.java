package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.Postings;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All postings of a company, on accrual or cash basis. On cash basis what was sold or bought on account counts on the days
 * it is paid, in proportion; every transaction's postings still add up to zero.
 */
final class Journal {
    private static final Set<EntityKind> ON_ACCOUNT =
            Set.of(EntityKind.INVOICE, EntityKind.CREDIT_MEMO, EntityKind.BILL, EntityKind.VENDOR_CREDIT);

    private Journal() {}

    /**
     * One posting.
     *
     * @param kind the kind of the transaction it belongs to
     * @param txn the transaction
     * @param date the day on which it counts
     * @param account the Id of the account
     * @param amount the amount, debits positive
     * @param detail the detail of the line behind it, {@code null} for the transaction as a whole
     */
    record Posting(
            EntityKind kind,
            JsonObject txn,
            LocalDate date,
            String account,
            BigDecimal amount,
            @Nullable JsonObject detail) {

        /** The Id a field names, on the line or on the transaction. */
        @Nullable
        String member(String field) {
            String own = detail == null ? null : detail.ref(field);
            return own == null ? txn.ref(field) : own;
        }
    }

    /** The postings by day. */
    static List<Posting> of(Books books, boolean cash) {
        Work work = new Work(books, "", Instant.EPOCH);
        List<Posting> postings = new ArrayList<>();
        for (EntityKind kind : EntityKind.values()) {
            boolean posts = kind.transaction() && !(cash && ON_ACCOUNT.contains(kind));
            for (JsonObject txn : posts ? books.table(kind).inOrder() : List.<JsonObject>of()) {
                LocalDate date = Times.date(txn.text("TxnDate", ""));
                if (date != null) {
                    post(kind, txn, date, BigDecimal.ONE, work, postings);
                    if (cash) {
                        settled(kind, txn, date, work, postings);
                    }
                }
            }
        }
        postings.sort(Comparator.comparing(Posting::date));
        return postings;
    }

    private static void post(
            EntityKind kind, JsonObject txn, LocalDate date, BigDecimal share, Work work, List<Posting> into) {
        BigDecimal rest = BigDecimal.ZERO;
        List<Postings.Entry> entries = Postings.entries(kind, txn, work);
        for (int i = 0; i < entries.size(); i++) {
            Postings.Entry entry = entries.get(i);
            BigDecimal amount = entry.amount().multiply(share).setScale(2, RoundingMode.HALF_UP);
            // The last one takes what rounding left over.
            amount = i == entries.size() - 1 && share.compareTo(BigDecimal.ONE) != 0 ? rest.negate() : amount;
            rest = rest.add(amount);
            into.add(new Posting(kind, txn, date, entry.account(), amount, entry.detail()));
        }
    }

    /** What a payment settles counts on its day. */
    private static void settled(EntityKind kind, JsonObject payment, LocalDate date, Work work, List<Posting> into) {
        if (kind != EntityKind.PAYMENT && kind != EntityKind.BILL_PAYMENT) {
            return;
        }
        for (JsonObject line : payment.objects("Line")) {
            for (JsonObject link : line.objects("LinkedTxn")) {
                EntityKind target = EntityKind.named(link.text("TxnType", ""));
                JsonObject txn = target == null ? null : work.find(target, link.text("TxnId", ""));
                boolean counts = target != null && ON_ACCOUNT.contains(target);
                if (target != null
                        && txn != null
                        && counts
                        && txn.amount("TotalAmt").signum() != 0) {
                    BigDecimal share = line.amount("Amount").divide(txn.amount("TotalAmt"), 12, RoundingMode.HALF_UP);
                    post(target, txn, date, share, work, into);
                }
            }
        }
    }
}
