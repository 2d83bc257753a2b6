package dev.tieout.qbo.kinds.internal.refund;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientRefund;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Memo;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.RefundReceipt;
import dev.tieout.qbo.kinds.internal.common.Alignment;
import dev.tieout.qbo.kinds.internal.common.Currencies;
import dev.tieout.qbo.kinds.internal.common.LineTaxes;
import dev.tieout.qbo.kinds.internal.common.PaymentMethods;
import dev.tieout.qbo.kinds.internal.common.SalesForm;
import dev.tieout.qbo.kinds.internal.common.SalesKind;
import dev.tieout.qbo.kinds.internal.common.SalesPolicies;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Deletable;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Money given back, from the app to QuickBooks, which knows no void of it (QuickBooks fact E13.10). It takes back what was
 * sold and touches no receivables, so it fits what paid invoices and nothing else (QuickBooks facts M2.2, M5.1).
 *
 * <p>An account that the app does not name is chosen when the refund is made and never changed after: a payout counts on
 * it.
 */
public final class RefundKind extends SalesKind<ClientRefund, RefundReceipt> implements Deletable<RefundReceipt> {
    private static final About<RefundReceipt> ABOUT = new About<>(
            RecordKind.REFUND,
            RefundReceipt.TYPE,
            RefundReceipt.Fields.ID,
            RefundReceipt.Fields.META_DATA_CREATE_TIME,
            RefundReceipt.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM, RecordKind.PAYMENT),
            RULES);

    private static final String ACCOUNT = "DepositToAccountRef";

    private static final FieldTable<ClientRefund, RefundReceipt.Builder, RefundReceipt> TABLE = new FieldTable<
                    ClientRefund, RefundReceipt.Builder, RefundReceipt>()
            .parent(
                    "CustomerRef",
                    RecordKind.CLIENT,
                    ClientRefund::clientId,
                    RefundReceipt.Builder::customerRef,
                    RefundReceipt::customerRef)
            .value(NUMBER, ClientRefund::number, RefundReceipt.Builder::docNumber, RefundReceipt::docNumber)
            .value("TxnDate", ClientRefund::date, RefundReceipt.Builder::txnDate, RefundReceipt::txnDate)
            .field(
                    TAX,
                    (refund, links, to) -> sayTax(refund.tax(), to::txnTaxDetail),
                    (refund, to) -> readTax(refund.txnTaxDetail(), to))
            .wrapped(
                    "CustomerMemo",
                    "value",
                    ClientRefund::memo,
                    (to, memo) -> to.customerMemo(Memo.builder().value(memo).build()),
                    refund -> refund.customerMemo().flatMap(Memo::value))
            .value(
                    "PrivateNote",
                    ClientRefund::privateNote,
                    RefundReceipt.Builder::privateNote,
                    RefundReceipt::privateNote)
            .field(
                    "PaymentMethodRef",
                    (refund, links, to) -> PaymentMethods.id(refund.method(), "refund", links)
                            .ifPresent(id -> to.paymentMethodRef(Ref.of(id))),
                    (refund, to) -> to.put(
                            "PaymentMethodRef",
                            refund.paymentMethodRef().flatMap(Ref::value).orElse(null)),
                    FieldTable.emptying("PaymentMethodRef", "{\"value\":\"\"}"))
            .value(
                    "PaymentRefNum",
                    ClientRefund::reference,
                    RefundReceipt.Builder::paymentRefNum,
                    RefundReceipt::paymentRefNum)
            .field(
                    ACCOUNT,
                    (refund, links, to) -> to.depositToAccountRef(Ref.of(account(refund, links))),
                    (refund, to) -> to.put(
                            ACCOUNT,
                            refund.depositToAccountRef().flatMap(Ref::value).orElse(null)))
            .reference(
                    "DepartmentRef",
                    ClientRefund::locationId,
                    RefundReceipt.Builder::departmentRef,
                    RefundReceipt::departmentRef)
            .reference("ClassRef", ClientRefund::classId, RefundReceipt.Builder::classRef, RefundReceipt::classRef);

    @Override
    public About<RefundReceipt> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(ClientRefund local) {
        return local.id();
    }

    @Override
    public LocalDate day(ClientRefund local) {
        return local.date();
    }

    @Override
    public String encode(ClientRefund local) {
        return RefundJson.write(local);
    }

    @Override
    public ClientRefund decode(String json) {
        return RefundJson.read(json);
    }

    @Override
    protected Sold sold(ClientRefund local) {
        return new Sold(local.clientId(), local.lines(), local.tax(), null, null, local.classId(), local.locationId());
    }

    @Override
    protected SalesForm form(RefundReceipt entity) {
        return new SalesForm(
                entity.docNumber(),
                entity.txnDate(),
                entity.privateNote(),
                entity.customerRef(),
                entity.currencyRef(),
                entity.line(),
                entity.txnTaxDetail(),
                entity.totalAmt());
    }

    @Override
    protected FieldTable<ClientRefund, ?, RefundReceipt> table() {
        return TABLE;
    }

    @Override
    protected List<RecordRef> others(ClientRefund local) {
        return local.source() == null
                ? List.of()
                : List.of(new RecordRef(RecordKind.PAYMENT, local.source().paymentId()));
    }

    @Override
    protected @Nullable RemoteId unnamed(SyncSettings settings) {
        @Nullable RemoteId item = settings.money().refundItem();
        return item == null ? super.unnamed(settings) : item;
    }

    @Override
    public RefundReceipt entity(ClientRefund local, Links links) {
        RefundReceipt.Builder refund = RefundReceipt.builder();
        currency(local, links).ifPresent(refund::currencyRef);
        TABLE.say(local, links, refund);
        LineTaxes taxes = taxes(local, links);
        taxes.calculation().ifPresent(refund::globalTaxCalculation);
        return refund.line(lines(local, taxes, links)).build();
    }

    @Override
    public RefundReceipt completed(RefundReceipt wanted, ClientRefund local, Links links) {
        requirePaid(local, links);
        LocalDate day = SalesPolicies.day(local.date(), links);
        RefundReceipt.Builder made = wanted.toBuilder().txnDate(day);
        left(links).forEach(made::without);
        Currencies.rate(wanted.currencyRef(), day, links).ifPresent(made::exchangeRate);
        return made.build();
    }

    /** The account that the money leaves: QuickBooks wants one (QuickBooks fact M5.7). */
    private static String account(ClientRefund local, Links links) {
        if (local.accountId() != null) {
            return local.accountId();
        }
        @Nullable RemoteId chosen = links.settings().money().refundAccount();
        if (chosen != null) {
            return chosen.value();
        }
        return links.undepositedFunds()
                .orElseThrow(() -> new Blocked(
                        ProblemCause.BAD_REFERENCE,
                        "The company has no account Undeposited Funds in use, and the refund names no account.",
                        "Choose the account that refunds leave in the settings, money().refundAccount, then retry.",
                        ACCOUNT));
    }

    @Override
    protected Projection said(RefundReceipt wanted, ClientRefund local) {
        Projection said = super.said(wanted, local);
        return local.accountId() == null ? said.withMember(ACCOUNT, Projection.EMPTY) : said;
    }

    /** Of a payment only what paid invoices was a sale that can be taken back. */
    private static void requirePaid(ClientRefund local, Links links) {
        if (local.source() == null) {
            return;
        }
        LocalId id = local.source().paymentId();
        Payment payment =
                Payment.TYPE.fromJson(links.seen(RecordKind.PAYMENT, id).orElse("{}"));
        BigDecimal paid = payment.totalAmt()
                .orElse(BigDecimal.ZERO)
                .subtract(payment.unappliedAmt().orElse(BigDecimal.ZERO));
        if (local.total().amount().compareTo(paid) > 0) {
            throw new Blocked(new Obstructed(
                    ProblemCause.INVALID_DATA,
                    "The refund is of more than the payment pays of invoices in QuickBooks; nothing was sent.",
                    "Apply the payment to its invoices first, or give back what was paid too much by an expense in"
                            + " QuickBooks.",
                    "Line.Amount",
                    new Blame(
                            Payment.TYPE.name(),
                            links.find(RecordKind.PAYMENT, id).orElse(null),
                            new RecordRef(RecordKind.PAYMENT, id),
                            null)));
        }
    }

    @Override
    public Write<RefundReceipt> update(
            RefundReceipt current, RefundReceipt wanted, Projection app, Set<String> members) {
        RefundReceipt.Patch patch = current.patch();
        Set<String> scalars = new TreeSet<>(members);
        if (scalars.removeIf(Alignment::isLine)) {
            patch.line(Alignment.merge(current.line(), wanted.line(), app, members));
            // Where lines change, QuickBooks works the tax out anew unless it is told.
            wanted.txnTaxDetail().ifPresent(patch::txnTaxDetail);
        }
        TABLE.write(scalars, wanted, patch);
        if (!members.contains(ACCOUNT)) {
            patch.echo(ACCOUNT, current);
        }
        return Write.update(patch);
    }

    @Override
    public Write<RefundReceipt> deleting(RefundReceipt current) {
        return Write.delete(current);
    }

    @Override
    public LocalDate date(ClientRefund local) {
        return local.date();
    }

    @Override
    public FilterField<RefundReceipt, LocalDate> dated() {
        return RefundReceipt.Fields.TXN_DATE;
    }

    @Override
    public FilterField<RefundReceipt, String> numbered() {
        return RefundReceipt.Fields.DOC_NUMBER;
    }

    @Override
    public Money total(ClientRefund local) {
        return local.total();
    }

    @Override
    public Optional<String> page(RemoteId id) {
        return Optional.of("refundreceipt?txnId=" + id);
    }
}
