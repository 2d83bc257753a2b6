package dev.tieout.qbo.kinds.internal.payment;

import dev.tieout.RecordKind;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.CreditAllocation;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.entity.LinkedTxn;
import dev.tieout.qbo.entity.TxnType;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a payment pays, and what of credits it takes for that: a member for each invoice and credit memo; and lines of
 * QuickBooks that may be about more than these.
 */
final class Applications {
    private static final String APPLIED = "Applied@";
    private static final String CREDIT = "Credit@";

    private Applications() {}

    static boolean isApplication(String member) {
        return member.startsWith(APPLIED) || member.startsWith(CREDIT);
    }

    static List<Line> build(ClientPayment payment, Links links) {
        List<Line> lines = new ArrayList<>();
        for (PaymentAllocation allocation : payment.allocations()) {
            String id = links.remote(RecordKind.INVOICE, allocation.invoiceId()).value();
            lines.add(line(TxnType.INVOICE, id, allocation.amount().amount()));
        }
        for (CreditAllocation credit : payment.credits()) {
            String id =
                    links.remote(RecordKind.CREDIT_MEMO, credit.creditMemoId()).value();
            lines.add(line(TxnType.CREDIT_MEMO, id, credit.amount().amount()));
        }
        return lines;
    }

    private static Line line(TxnType type, String id, BigDecimal amount) {
        return Line.builder()
                .amount(amount)
                .linkedTxn(List.of(LinkedTxn.builder().txnId(id).txnType(type).build()))
                .build();
    }

    static void project(List<Line> lines, Projection.Builder to) {
        for (Line line : lines) {
            member(line)
                    .ifPresent(
                            name -> to.put(name, FieldTable.text(line.amount().orElse(null))));
        }
    }

    /** The member that a line is; empty of lines about anything else. */
    private static Optional<String> member(Line line) {
        return named(line, TxnType.INVOICE, APPLIED).or(() -> named(line, TxnType.CREDIT_MEMO, CREDIT));
    }

    private static Optional<String> named(Line line, TxnType type, String prefix) {
        return line.linkedTxn().stream()
                .filter(txn -> txn.txnType().filter(type::equals).isPresent())
                .findFirst()
                .flatMap(LinkedTxn::txnId)
                .map(id -> prefix + id);
    }

    /** All lines of QuickBooks', only the app's changed applications replaced. */
    static List<Line> merge(List<Line> current, List<Line> wanted, Set<String> members) {
        List<Line> lines = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Line line : current) {
            String name = member(line).orElse("");
            if (members.contains(name)) {
                wanted.stream().filter(w -> member(w).orElse("").equals(name)).forEach(lines::add);
            } else {
                lines.add(line);
            }
            done.add(name);
        }
        wanted.stream()
                .filter(w -> !done.contains(member(w).orElse("")))
                .filter(w -> members.contains(member(w).orElse("")))
                .forEach(lines::add);
        return lines;
    }

    /** What is applied, each with its amount: it tells two payments of one client on one day apart. */
    static Set<String> of(List<Line> lines) {
        return lines.stream()
                .flatMap(line ->
                        member(line)
                                .map(name -> name + "="
                                        + FieldTable.text(line.amount().orElse(null)))
                                .stream())
                .collect(Collectors.toSet());
    }
}
