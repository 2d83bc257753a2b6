package dev.tieout.qbo.kinds.internal.payment;

import dev.tieout.RecordKind;
import dev.tieout.model.ClientPayment;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;

/** The fields of a payment but for what it pays. */
final class PaymentFields {
    static final FieldTable<ClientPayment, Payment.Builder, Payment> TABLE = new FieldTable<
                    ClientPayment, Payment.Builder, Payment>()
            .field(
                    "CustomerRef",
                    (payment, links, to) -> to.customerRef(Ref.of(
                            links.remote(RecordKind.CLIENT, payment.clientId()).value())),
                    (payment, to) -> to.put(
                            "CustomerRef",
                            payment.customerRef().flatMap(Ref::value).orElse(null)))
            .value("TotalAmt", p -> p.amount().amount(), Payment.Builder::totalAmt, Payment::totalAmt)
            .value("TxnDate", ClientPayment::date, Payment.Builder::txnDate, Payment::txnDate)
            .field(
                    "PaymentMethodRef",
                    (payment, links, to) -> {
                        if (payment.method() != null && !payment.method().isBlank()) {
                            to.paymentMethodRef(Ref.of(method(payment.method(), links)));
                        }
                    },
                    (payment, to) -> to.put(
                            "PaymentMethodRef",
                            payment.paymentMethodRef().flatMap(Ref::value).orElse(null)),
                    FieldTable.emptying("PaymentMethodRef", "{\"value\":\"\"}"))
            .value("PaymentRefNum", ClientPayment::reference, Payment.Builder::paymentRefNum, Payment::paymentRefNum)
            .value("PrivateNote", ClientPayment::privateNote, Payment.Builder::privateNote, Payment::privateNote);

    private PaymentFields() {}

    private static String method(String name, Links links) {
        return links.paymentMethod(name)
                .orElseThrow(() -> new Blocked(new Obstructed(
                        ProblemCause.BAD_REFERENCE,
                        "QuickBooks has no active payment method of the payment's name.",
                        "Add the payment method in QuickBooks, or name one that is there, then retry.",
                        "PaymentMethodRef",
                        new Blame("PaymentMethod", null, null, name))));
    }
}
