package dev.tieout.qbo.kinds.internal.payment;

import dev.tieout.RecordKind;
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

/** What a payment pays: a member for each invoice, and lines of QuickBooks that may be about more than invoices. */
final class Applications {
    private static final String APPLIED = "Applied@";

    private Applications() {}

    static boolean isApplication(String member) {
        return member.startsWith(APPLIED);
    }

    static List<Line> build(List<PaymentAllocation> allocations, Links links) {
        return allocations.stream()
                .map(allocation -> line(
                        links.remote(RecordKind.INVOICE, allocation.invoiceId()).value(),
                        allocation.amount().amount()))
                .toList();
    }

    private static Line line(String invoice, BigDecimal amount) {
        return Line.builder()
                .amount(amount)
                .linkedTxn(List.of(LinkedTxn.builder()
                        .txnId(invoice)
                        .txnType(TxnType.INVOICE)
                        .build()))
                .build();
    }

    static void project(List<Line> lines, Projection.Builder to) {
        for (Line line : lines) {
            invoice(line)
                    .ifPresent(id ->
                            to.put(APPLIED + id, FieldTable.text(line.amount().orElse(null))));
        }
    }

    private static Optional<String> invoice(Line line) {
        return line.linkedTxn().stream()
                .filter(txn -> txn.txnType().filter(TxnType.INVOICE::equals).isPresent())
                .findFirst()
                .flatMap(LinkedTxn::txnId);
    }

    /** All lines of QuickBooks', only the app's changed applications replaced. */
    static List<Line> merge(List<Line> current, List<Line> wanted, Set<String> members) {
        List<Line> lines = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Line line : current) {
            String invoice = invoice(line).orElse("");
            if (members.contains(APPLIED + invoice)) {
                wanted.stream()
                        .filter(w -> invoice(w).orElse("").equals(invoice))
                        .forEach(lines::add);
            } else {
                lines.add(line);
            }
            done.add(invoice);
        }
        wanted.stream()
                .filter(w -> !done.contains(invoice(w).orElse("")))
                .filter(w -> members.contains(APPLIED + invoice(w).orElse("")))
                .forEach(lines::add);
        return lines;
    }

    /** The invoices that are paid, each with its amount: they tell two payments of one client on one day apart. */
    static Set<String> of(List<Line> lines) {
        return lines.stream()
                .flatMap(line ->
                        invoice(line)
                                .map(id ->
                                        id + "=" + FieldTable.text(line.amount().orElse(null)))
                                .stream())
                .collect(Collectors.toSet());
    }
}
