package dev.tieout.qbo.sync.internal.payment;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.entity.LinkedTxn;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TxnType;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.LocalJson;
import dev.tieout.qbo.sync.internal.Names;
import dev.tieout.qbo.sync.internal.Projection;
import dev.tieout.qbo.sync.internal.Reading;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A payment, from the app to QuickBooks. It names no account to deposit to, so QuickBooks puts it into Undeposited Funds
 * (entities.md §0, fact 8).
 */
public final class PaymentSlice implements Slice<ClientPayment, Payment> {
    private final PaymentMethods methods;

    public PaymentSlice(PaymentMethods methods) {
        this.methods = methods;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PAYMENT;
    }

    @Override
    public EntityType<Payment> type() {
        return Payment.TYPE;
    }

    @Override
    public FilterField<Payment, String> idField() {
        return Payment.Fields.ID;
    }

    @Override
    public FilterField<Payment, OffsetDateTime> changedField() {
        return Payment.Fields.META_DATA_LAST_UPDATED_TIME;
    }

    @Override
    public LocalId id(ClientPayment local) {
        return local.id();
    }

    @Override
    public String encode(ClientPayment local) {
        return LocalJson.write(local);
    }

    @Override
    public ClientPayment decode(String json) {
        return LocalJson.readPayment(json);
    }

    @Override
    public boolean sends(SyncSettings settings, boolean create) {
        return settings.payments().createInQuickBooks();
    }

    @Override
    public boolean bothWays() {
        return false;
    }

    @Override
    public List<Parent> parents(ClientPayment local) {
        List<Parent> parents = new ArrayList<>();
        parents.add(new Parent(RecordKind.CLIENT, local.clientId()));
        for (PaymentAllocation allocation : local.allocations()) {
            parents.add(new Parent(RecordKind.INVOICE, allocation.invoiceId()));
        }
        return parents;
    }

    @Override
    public Payment entity(ClientPayment local, Links links) {
        List<Line> lines = new ArrayList<>();
        for (PaymentAllocation allocation : local.allocations()) {
            String invoice =
                    links.remote(RecordKind.INVOICE, allocation.invoiceId()).value();
            lines.add(Line.builder()
                    .amount(allocation.amount().amount())
                    .linkedTxn(List.of(LinkedTxn.builder()
                            .txnId(invoice)
                            .txnType(TxnType.INVOICE)
                            .build()))
                    .build());
        }
        Payment.Builder payment = Payment.builder()
                .customerRef(
                        Ref.of(links.remote(RecordKind.CLIENT, local.clientId()).value()))
                .totalAmt(local.amount().amount())
                .txnDate(local.date())
                .line(lines);
        if (local.method() != null) {
            payment.paymentMethodRef(Ref.of(methods.id(links.scope(), local.method())));
        }
        if (local.reference() != null) {
            payment.paymentRefNum(local.reference());
        }
        if (local.privateNote() != null) {
            payment.privateNote(local.privateNote());
        }
        return payment.build();
    }

    @Override
    public Projection project(Payment entity) {
        Projection.Builder fields = Projection.builder()
                .put("CustomerRef", entity.customerRef().flatMap(Ref::value).orElse(null))
                .put("TotalAmt", Names.number(entity.totalAmt().orElse(null)))
                .put("TxnDate", entity.txnDate().orElse(null))
                .put(
                        "PaymentMethodRef",
                        entity.paymentMethodRef().flatMap(Ref::value).orElse(null))
                .put("PaymentRefNum", entity.paymentRefNum().orElse(null))
                .put("PrivateNote", entity.privateNote().orElse(null));
        int n = 0;
        for (Line line : entity.line()) {
            for (LinkedTxn txn : line.linkedTxn()) {
                fields.put("Line." + n + ".TxnId", txn.txnId().orElse(null))
                        .put("Line." + n + ".Amount", Names.number(line.amount().orElse(null)));
                n++;
            }
        }
        return fields.put("Line.count", n).build();
    }

    @Override
    public Write<Payment> create(Payment entity) {
        return Write.create(entity);
    }

    @Override
    public Write<Payment> update(Payment current, Payment wanted, Set<String> members) {
        Payment.Patch patch = current.patch();
        for (String member : members) {
            switch (member) {
                case "CustomerRef" -> wanted.customerRef().ifPresent(patch::customerRef);
                case "TotalAmt" -> wanted.totalAmt().ifPresent(patch::totalAmt);
                case "TxnDate" -> wanted.txnDate().ifPresent(patch::txnDate);
                case "PaymentMethodRef" ->
                    wanted.paymentMethodRef().ifPresentOrElse(patch::paymentMethodRef, patch::clearPaymentMethodRef);
                case "PaymentRefNum" ->
                    wanted.paymentRefNum().ifPresentOrElse(patch::paymentRefNum, patch::clearPaymentRefNum);
                case "PrivateNote" -> wanted.privateNote().ifPresentOrElse(patch::privateNote, patch::clearPrivateNote);
                case "Line" -> patch.line(wanted.line());
                default -> throw new IllegalStateException("no rule to write " + member);
            }
        }
        // QuickBooks unapplies a payment whose update leaves the lines or the total out (entities.md §3.8).
        if (!members.contains("Line")) {
            patch.line(current.line());
        }
        current.customerRef().filter(ref -> !members.contains("CustomerRef")).ifPresent(patch::customerRef);
        current.totalAmt().filter(amount -> !members.contains("TotalAmt")).ifPresent(patch::totalAmt);
        return Write.update(patch);
    }

    @Override
    public Optional<Write<Payment>> voiding(Payment current) {
        return Optional.of(Write.voidTransaction(current));
    }

    @Override
    public boolean isVoid(Payment entity) {
        return total(entity).signum() == 0
                && entity.privateNote()
                        .filter(note -> note.startsWith("Voided"))
                        .isPresent();
    }

    @Override
    public BigDecimal total(ClientPayment local) {
        return local.amount().amount();
    }

    @Override
    public BigDecimal total(Payment entity, ClientPayment local) {
        return total(entity);
    }

    private static BigDecimal total(Payment entity) {
        return entity.totalAmt().orElse(BigDecimal.ZERO);
    }

    @Override
    public List<Payment> probe(CompanyScope scope, Payment wanted, Instant notBefore) {
        return scope.api()
                .query(Query.of(Payment.TYPE)
                        .is(
                                Payment.Fields.CUSTOMER_REF,
                                wanted.customerRef().flatMap(Ref::value).orElseThrow())
                        .is(Payment.Fields.TXN_DATE, wanted.txnDate().orElseThrow()))
                .filter(payment -> Reading.createdSince(payment.metaData(), notBefore))
                .filter(payment -> total(payment).compareTo(total(wanted)) == 0)
                .filter(payment -> wanted.paymentRefNum().equals(payment.paymentRefNum()))
                .filter(payment -> wanted.line().isEmpty() || paid(payment).equals(paid(wanted)))
                .toList();
    }

    /** Two payments of one client on one day are told apart by the invoices they pay. */
    private static Set<String> paid(Payment payment) {
        return payment.line().stream()
                .flatMap(line -> line.linkedTxn().stream()
                        .map(txn -> txn.txnId().orElse("") + "="
                                + Names.number(line.amount().orElse(null))))
                .collect(Collectors.toSet());
    }
}
