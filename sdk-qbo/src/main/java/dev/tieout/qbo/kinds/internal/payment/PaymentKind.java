// Longer than others: a payment's fields, what it is applied to and what QuickBooks lets go of are one kind.
package dev.tieout.qbo.kinds.internal.payment;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientPayment;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.kinds.internal.common.Currencies;
import dev.tieout.qbo.kinds.internal.common.PaymentMethods;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
import dev.tieout.qbo.sync.internal.decide.Question.Locked;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Canon;
import dev.tieout.qbo.sync.internal.kind.Deletable;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.kind.Voidable;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A payment, from the app to QuickBooks. It names no account to deposit to, so QuickBooks puts it into Undeposited Funds
 * (QuickBooks fact M1.2). What it pays is compared invoice by invoice, and what it takes of credits one by one: what a
 * bookkeeper applied beside stays applied. One of zero applies credits (QuickBooks facts M3.1, M3.6).
 */
public final class PaymentKind
        implements Kind<ClientPayment, Payment>,
                Voidable<Payment>,
                Deletable<Payment>,
                Amounts<ClientPayment, Payment> {
    private static final String CURRENCY = "CurrencyRef";
    private static final Set<String> LOCKED = Set.of("TotalAmt", "TxnDate", "CustomerRef");

    private static final FieldRules RULES = new FieldRules(
            false, Set.of(CURRENCY), Set.of(CURRENCY), Map.of(), Set.of(), "", (field, value) -> Canon.text(value));

    private static final About<Payment> ABOUT = new About<>(
            RecordKind.PAYMENT,
            Payment.TYPE,
            Payment.Fields.ID,
            Payment.Fields.META_DATA_CREATE_TIME,
            Payment.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(RecordKind.CLIENT, RecordKind.INVOICE, RecordKind.CREDIT_MEMO),
            RULES);

    private static final FieldTable<ClientPayment, Payment.Builder, Payment> TABLE = new FieldTable<
                    ClientPayment, Payment.Builder, Payment>()
            .parent(
                    "CustomerRef",
                    RecordKind.CLIENT,
                    ClientPayment::clientId,
                    Payment.Builder::customerRef,
                    Payment::customerRef)
            .value("TotalAmt", p -> p.amount().amount(), Payment.Builder::totalAmt, Payment::totalAmt)
            .value("TxnDate", ClientPayment::date, Payment.Builder::txnDate, Payment::txnDate)
            .field(
                    "PaymentMethodRef",
                    (payment, links, to) -> PaymentMethods.id(payment.method(), "payment", links)
                            .ifPresent(id -> to.paymentMethodRef(Ref.of(id))),
                    (payment, to) -> to.put(
                            "PaymentMethodRef",
                            payment.paymentMethodRef().flatMap(Ref::value).orElse(null)),
                    FieldTable.emptying("PaymentMethodRef", "{\"value\":\"\"}"))
            .value("PaymentRefNum", ClientPayment::reference, Payment.Builder::paymentRefNum, Payment::paymentRefNum)
            .value("PrivateNote", ClientPayment::privateNote, Payment.Builder::privateNote, Payment::privateNote);

    @Override
    public About<Payment> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(ClientPayment local) {
        return local.id();
    }

    @Override
    public LocalDate day(ClientPayment local) {
        return local.date();
    }

    @Override
    public String encode(ClientPayment local) {
        return PaymentJson.write(local);
    }

    @Override
    public ClientPayment decode(String json) {
        return PaymentJson.read(json);
    }

    @Override
    public List<RecordRef> parents(ClientPayment local) {
        Set<RecordRef> parents = new LinkedHashSet<>();
        parents.add(new RecordRef(RecordKind.CLIENT, local.clientId()));
        local.allocations().forEach(a -> parents.add(new RecordRef(RecordKind.INVOICE, a.invoiceId())));
        local.credits().forEach(c -> parents.add(new RecordRef(RecordKind.CREDIT_MEMO, c.creditMemoId())));
        return List.copyOf(parents);
    }

    @Override
    public Payment entity(ClientPayment local, Links links) {
        Payment.Builder payment = Payment.builder();
        List<Money> amounts = new ArrayList<>(List.of(local.amount()));
        local.allocations().forEach(a -> amounts.add(a.amount()));
        local.credits().forEach(c -> amounts.add(c.amount()));
        Currencies.of(amounts, local.clientId(), links).ifPresent(payment::currencyRef);
        TABLE.say(local, links, payment);
        return payment.line(Applications.build(local, links)).build();
    }

    @Override
    public Payment completed(Payment wanted, ClientPayment local, Links links) {
        return Currencies.rate(wanted.currencyRef(), local.date(), links)
                .map(rate -> wanted.toBuilder().exchangeRate(rate).build())
                .orElse(wanted);
    }

    @Override
    public Projection project(Payment entity) {
        Projection.Builder to = Projection.builder().putAll(TABLE.project(entity));
        Applications.project(entity.line(), to);
        return to.build();
    }

    @Override
    public Projection app(Payment wanted, ClientPayment local, @Nullable Payment seen, Projection base) {
        return Projection.builder()
                .putAll(project(wanted))
                .put(CURRENCY, local.amount().currency().getCurrencyCode())
                .build();
    }

    @Override
    public Projection there(Payment seen, Projection app, Projection base) {
        return Projection.builder()
                .putAll(project(seen))
                .put(CURRENCY, seen.currencyRef().flatMap(Ref::value).orElse(app.get(CURRENCY)))
                .build();
    }

    @Override
    public Write<Payment> create(Payment wanted) {
        return Write.create(wanted);
    }

    @Override
    public Write<Payment> update(Payment current, Payment wanted, Projection app, Set<String> members) {
        Payment.Patch patch = current.patch();
        Set<String> scalars = new TreeSet<>(members);
        scalars.removeIf(Applications::isApplication);
        TABLE.write(scalars, wanted, patch);
        // QuickBooks unapplies a payment whose update leaves the lines or the total out, and detaches the credits whose
        // lines are not sent back (QuickBooks fact M1.5).
        patch.line(Applications.merge(current.line(), wanted.line(), members));
        if (!members.contains("CustomerRef")) {
            patch.echo("CustomerRef", current);
        }
        if (!members.contains("TotalAmt")) {
            patch.echo("TotalAmt", current);
        }
        return Write.update(patch);
    }

    /** A deposit locks the payments in it (QuickBooks facts M4.7, M4.8). */
    @Override
    public @Nullable Locked locked(Payment seen, Instant now) {
        return deposit(seen).map(o -> new Locked(LOCKED, o.problem(now))).orElse(null);
    }

    @Override
    public @Nullable Obstructed endObstacle(Payment seen) {
        return deposit(seen).orElse(null);
    }

    private static Optional<Obstructed> deposit(Payment seen) {
        return seen.linkedTxn().stream()
                .filter(txn -> txn.txnType()
                        .filter(type -> type.value().equals("Deposit"))
                        .isPresent())
                .findFirst()
                .map(txn -> new Obstructed(
                        ProblemCause.IN_DEPOSIT,
                        "The payment lies in a bank deposit, which locks its amount, date and account.",
                        "Take the payment out of the deposit in QuickBooks; the change goes by itself then.",
                        "LinkedTxn",
                        new Blame("Deposit", txn.txnId().map(RemoteId::of).orElse(null), null, null)));
    }

    @Override
    public Write<Payment> voiding(Payment current) {
        return Write.voidTransaction(current);
    }

    @Override
    public Write<Payment> deleting(Payment current) {
        return Write.delete(current);
    }

    /** A void payment is worth nothing, has no lines, and its note says so (QuickBooks fact E13.4). */
    @Override
    public boolean isVoid(Payment entity, @Nullable ClientPayment local) {
        return total(entity).signum() == 0
                && entity.line().isEmpty()
                && entity.privateNote()
                        .filter(note -> note.startsWith("Voided"))
                        .isPresent();
    }

    @Override
    public LocalDate date(ClientPayment local) {
        return local.date();
    }

    @Override
    public Money total(ClientPayment local) {
        return local.amount();
    }

    @Override
    public BigDecimal total(Payment entity) {
        return entity.totalAmt().orElse(BigDecimal.ZERO);
    }

    @Override
    public Optional<RemoteId> customer(Payment entity) {
        return entity.customerRef().flatMap(Ref::value).map(RemoteId::of);
    }

    @Override
    public FilterField<Payment, LocalDate> dated() {
        return Payment.Fields.TXN_DATE;
    }

    @Override
    public Bare outline(Payment entity) {
        return new Bare(
                entity.id().orElse(""),
                entity.customerRef().flatMap(Ref::value).orElse(null),
                entity.txnDate().orElse(LocalDate.EPOCH),
                total(entity),
                total(entity),
                null);
    }

    private static boolean same(Optional<String> ours, Optional<String> theirs) {
        return ours.filter(text -> !text.isBlank()).isPresent() && ours.equals(theirs);
    }

    /** Voiding writes before what a note says (QuickBooks fact E13.4), and so do people. */
    private static boolean keeps(Optional<String> ours, Optional<String> theirs) {
        return ours.filter(text -> !text.isBlank())
                .flatMap(text -> theirs.filter(found -> found.contains(text)))
                .isPresent();
    }

    /** Whom it is of says nothing: a merge changes that. */
    @Override
    public Open open(Payment entity) {
        BigDecimal rest = entity.unappliedAmt().orElse(BigDecimal.ZERO);
        return new Open(null, total(entity).subtract(rest), rest);
    }

    @Override
    public Optional<String> currency(Payment entity) {
        return entity.currencyRef().flatMap(Ref::value);
    }

    @Override
    public boolean matches(Payment body, Payment found) {
        return body.txnDate().equals(found.txnDate())
                && total(body).compareTo(total(found)) == 0
                && body.paymentRefNum().equals(found.paymentRefNum())
                && (body.line().isEmpty() || Applications.of(body.line()).equals(Applications.of(found.line())));
    }

    @Override
    public boolean bearsOurMark(Payment body, Payment found) {
        return matches(body, found)
                && (same(body.paymentRefNum(), found.paymentRefNum()) || same(body.privateNote(), found.privateNote()));
    }

    @Override
    public boolean mayBe(Payment body, Payment found) {
        return same(body.paymentRefNum(), found.paymentRefNum())
                || keeps(body.privateNote(), found.privateNote())
                || total(body).compareTo(total(found)) == 0
                || (body.txnDate().equals(found.txnDate())
                        && body.customerRef()
                                .flatMap(Ref::value)
                                .equals(found.customerRef().flatMap(Ref::value)));
    }

    @Override
    public Optional<String> page(RemoteId id) {
        return Optional.of("recvpayment?txnId=" + id);
    }
}
