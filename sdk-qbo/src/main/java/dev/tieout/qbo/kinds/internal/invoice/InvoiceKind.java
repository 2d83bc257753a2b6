package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.Memo;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TxnTaxDetail;
import dev.tieout.qbo.entity.TxnType;
import dev.tieout.qbo.kinds.internal.common.Alignment;
import dev.tieout.qbo.kinds.internal.common.Currencies;
import dev.tieout.qbo.kinds.internal.common.SalesLines;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An invoice, from the app to QuickBooks. */
public final class InvoiceKind
        implements Kind<ClientInvoice, Invoice>,
                Voidable<Invoice>,
                Deletable<Invoice>,
                Amounts<ClientInvoice, Invoice> {
    private static final String TOTAL = "Total";
    private static final String CURRENCY = "CurrencyRef";
    private static final String TAX = "TxnTaxDetail";

    private static final FieldRules RULES = new FieldRules(
            false,
            Set.of(Alignment.OTHER, TOTAL, CURRENCY),
            Set.of(TOTAL, CURRENCY),
            Map.of(TOTAL, member -> Alignment.isLine(member) || member.equals(TAX)),
            Set.of(),
            "",
            (field, value) -> field.equals("BillEmail") ? Canon.emails(value) : Canon.text(value));

    private static final About<Invoice> ABOUT = new About<>(
            RecordKind.INVOICE,
            Invoice.TYPE,
            Invoice.Fields.ID,
            Invoice.Fields.META_DATA_CREATE_TIME,
            Invoice.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM),
            RULES);

    private static final FieldTable<ClientInvoice, Invoice.Builder, Invoice> TABLE = new FieldTable<
                    ClientInvoice, Invoice.Builder, Invoice>()
            .parent(
                    "CustomerRef",
                    RecordKind.CLIENT,
                    ClientInvoice::clientId,
                    Invoice.Builder::customerRef,
                    Invoice::customerRef)
            .value("DocNumber", ClientInvoice::number, Invoice.Builder::docNumber, Invoice::docNumber)
            .value("TxnDate", ClientInvoice::date, Invoice.Builder::txnDate, Invoice::txnDate)
            .value("DueDate", ClientInvoice::dueDate, Invoice.Builder::dueDate, Invoice::dueDate)
            .field(
                    TAX,
                    (invoice, links, to) -> {
                        if (invoice.tax() != null) {
                            to.txnTaxDetail(TxnTaxDetail.builder()
                                    .totalTax(invoice.tax().amount())
                                    .build());
                        }
                    },
                    (invoice, to) -> to.put(
                            TAX,
                            invoice.txnTaxDetail()
                                    .flatMap(TxnTaxDetail::totalTax)
                                    .map(FieldTable::text)
                                    .orElse(null)))
            .wrapped(
                    "CustomerMemo",
                    "value",
                    ClientInvoice::memo,
                    (to, memo) -> to.customerMemo(Memo.builder().value(memo).build()),
                    invoice -> invoice.customerMemo().flatMap(Memo::value))
            .value("PrivateNote", ClientInvoice::privateNote, Invoice.Builder::privateNote, Invoice::privateNote)
            .wrapped(
                    "BillEmail",
                    "Address",
                    ClientInvoice::billEmail,
                    (to, email) ->
                            to.billEmail(EmailAddress.builder().address(email).build()),
                    invoice -> invoice.billEmail().flatMap(EmailAddress::address))
            .reference(
                    "DepartmentRef", ClientInvoice::locationId, Invoice.Builder::departmentRef, Invoice::departmentRef)
            .reference("ClassRef", ClientInvoice::classId, Invoice.Builder::classRef, Invoice::classRef);

    @Override
    public About<Invoice> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(ClientInvoice local) {
        return local.id();
    }

    @Override
    public String encode(ClientInvoice local) {
        return InvoiceJson.write(local);
    }

    @Override
    public ClientInvoice decode(String json) {
        return InvoiceJson.read(json);
    }

    @Override
    public List<RecordRef> parents(ClientInvoice local) {
        Set<RecordRef> parents = new LinkedHashSet<>();
        parents.add(new RecordRef(RecordKind.CLIENT, local.clientId()));
        for (InvoiceLine line : local.lines()) {
            if (line.serviceItemId() != null) {
                parents.add(new RecordRef(RecordKind.SERVICE_ITEM, line.serviceItemId()));
            }
        }
        return List.copyOf(parents);
    }

    @Override
    public Invoice entity(ClientInvoice local, Links links) {
        Invoice.Builder invoice = Invoice.builder();
        currency(local, links).ifPresent(invoice::currencyRef);
        TABLE.say(local, links, invoice);
        return invoice.line(SalesLines.build(local.lines(), local.tax() != null, links))
                .build();
    }

    private static Optional<Ref> currency(ClientInvoice local, Links links) {
        List<Money> amounts = new ArrayList<>();
        local.lines().forEach(line -> amounts.add(line.amount()));
        if (local.tax() != null) {
            amounts.add(local.tax());
        }
        return Currencies.of(amounts, local.clientId(), links);
    }

    @Override
    public Projection project(Invoice entity) {
        Projection.Builder to = Projection.builder().putAll(TABLE.project(entity));
        Alignment.project(entity.line(), to);
        return to.build();
    }

    @Override
    public Projection app(Invoice wanted, ClientInvoice local, @Nullable Invoice seen, Projection base) {
        Projection.Builder app = Projection.builder()
                .putAll(TABLE.project(wanted))
                .put(TOTAL, FieldTable.text(local.total().amount()))
                .put(CURRENCY, local.total().currency().getCurrencyCode());
        Alignment.app(wanted.line(), seen == null ? null : seen.line(), base, app);
        return app.build();
    }

    /** Where the app leaves the tax to QuickBooks, the tax is no part of the total that must agree. */
    @Override
    public Projection there(Invoice seen, Projection app, Projection base) {
        BigDecimal total = app.has(TAX) ? total(seen) : total(seen).subtract(tax(seen));
        Projection.Builder there = Projection.builder()
                .putAll(TABLE.project(seen))
                .put(TOTAL, FieldTable.text(total))
                .put(CURRENCY, seen.currencyRef().flatMap(Ref::value).orElse(app.get(CURRENCY)));
        Alignment.there(seen.line(), app, base, there);
        return there.build();
    }

    @Override
    public Write<Invoice> create(Invoice wanted) {
        return Write.create(wanted);
    }

    @Override
    public Write<Invoice> update(Invoice current, Invoice wanted, Projection app, Set<String> members) {
        Invoice.Patch patch = current.patch();
        Set<String> scalars = new TreeSet<>(members);
        if (scalars.removeIf(Alignment::isLine)) {
            patch.line(Alignment.merge(current.line(), wanted.line(), app, members));
            // Where lines change, QuickBooks works the tax out anew unless it is told.
            wanted.txnTaxDetail().ifPresent(patch::txnTaxDetail);
        }
        TABLE.write(scalars, wanted, patch);
        // A sparse update that leaves these out sets them back to the company's defaults.
        for (String flag : List.of(
                "AllowIPNPayment", "AllowOnlinePayment", "AllowOnlineCreditCardPayment", "AllowOnlineACHPayment")) {
            patch.echo(flag, current);
        }
        return Write.update(patch);
    }

    @Override
    public Projection renamed(Projection carried, Invoice answer) {
        return Alignment.renamed(carried, answer.line());
    }

    @Override
    public @Nullable Obstructed endObstacle(Invoice seen) {
        return seen.linkedTxn().stream()
                .filter(txn -> txn.txnType().filter(TxnType.PAYMENT::equals).isPresent())
                .findFirst()
                .map(txn -> new Obstructed(
                        ProblemCause.HAS_PAYMENT,
                        "A payment is applied to the invoice, so QuickBooks neither voids nor deletes it.",
                        "Take the payment off the invoice in QuickBooks, or void the payment first; the invoice follows by"
                                + " itself.",
                        "LinkedTxn",
                        new Blame("Payment", txn.txnId().map(RemoteId::of).orElse(null), null, null)))
                .orElse(null);
    }

    @Override
    public Write<Invoice> voiding(Invoice current) {
        return Write.voidTransaction(current);
    }

    @Override
    public Write<Invoice> deleting(Invoice current) {
        return Write.delete(current);
    }

    /** A void invoice stays, with no amount and a note that starts with "Voided"; so may one that is only worth nothing. */
    @Override
    public boolean isVoid(Invoice entity, @Nullable ClientInvoice local) {
        String note = entity.privateNote().orElse("");
        boolean ownNote = local != null && note.equals(local.privateNote());
        boolean nothing = entity.line().stream()
                .filter(SalesLines::isSale)
                .allMatch(line -> line.amount().orElse(BigDecimal.ZERO).signum() == 0);
        return total(entity).signum() == 0 && nothing && note.startsWith("Voided") && !ownNote;
    }

    @Override
    public LocalDate date(ClientInvoice local) {
        return local.date();
    }

    @Override
    public Money total(ClientInvoice local) {
        return local.total();
    }

    @Override
    public BigDecimal total(Invoice entity) {
        return entity.totalAmt().orElse(BigDecimal.ZERO);
    }

    @Override
    public Optional<RemoteId> customer(Invoice entity) {
        return entity.customerRef().flatMap(Ref::value).map(RemoteId::of);
    }

    @Override
    public FilterField<Invoice, LocalDate> dated() {
        return Invoice.Fields.TXN_DATE;
    }

    @Override
    public Bare outline(Invoice entity) {
        BigDecimal total = total(entity);
        return new Bare(
                entity.id().orElse(""),
                entity.customerRef().flatMap(Ref::value).orElse(null),
                entity.txnDate().orElse(LocalDate.EPOCH),
                total,
                total.subtract(tax(entity)),
                entity.docNumber().orElse(null));
    }

    private static BigDecimal tax(Invoice entity) {
        return entity.txnTaxDetail().flatMap(TxnTaxDetail::totalTax).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(Invoice invoice) {
        return invoice.line().stream()
                .filter(SalesLines::isSale)
                .flatMap(line -> line.amount().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean sameNumber(Invoice body, Invoice found) {
        return body.docNumber().isPresent() && body.docNumber().equals(found.docNumber());
    }

    private static boolean sameNote(Invoice body, Invoice found) {
        return body.privateNote().filter(note -> !note.isBlank()).isPresent()
                && body.privateNote().equals(found.privateNote());
    }

    /** Whom it is for says nothing: a merge changes that. Its number is another where the company has QuickBooks count. */
    @Override
    public boolean matches(Invoice body, Invoice found) {
        return sameNumber(body, found)
                || (body.txnDate().equals(found.txnDate())
                        && body.privateNote().equals(found.privateNote())
                        && sum(body).compareTo(sum(found)) == 0);
    }

    @Override
    public boolean bearsOurMark(Invoice body, Invoice found) {
        return sameNumber(body, found) || (matches(body, found) && sameNote(body, found));
    }

    @Override
    public boolean mayBe(Invoice body, Invoice found) {
        return sameNote(body, found)
                || sum(body).compareTo(sum(found)) == 0
                || (body.txnDate().equals(found.txnDate()) && body.customerRef().equals(found.customerRef()));
    }

    @Override
    public Optional<String> page(RemoteId id) {
        return Optional.of("app/invoice?txnId=" + id);
    }
}
