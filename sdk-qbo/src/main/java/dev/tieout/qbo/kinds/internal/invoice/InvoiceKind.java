package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.EmailStatus;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.PrintStatus;
import dev.tieout.qbo.entity.TxnType;
import dev.tieout.qbo.kinds.internal.common.Alignment;
import dev.tieout.qbo.kinds.internal.common.Currencies;
import dev.tieout.qbo.kinds.internal.common.LineTaxes;
import dev.tieout.qbo.kinds.internal.common.SalesForm;
import dev.tieout.qbo.kinds.internal.common.SalesKind;
import dev.tieout.qbo.kinds.internal.common.SalesLines;
import dev.tieout.qbo.kinds.internal.common.SalesPolicies;
import dev.tieout.qbo.sync.internal.kind.Deletable;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.kind.Voidable;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An invoice, from the app to QuickBooks. */
public final class InvoiceKind extends SalesKind<ClientInvoice, Invoice>
        implements Voidable<Invoice>, Deletable<Invoice> {
    private static final About<Invoice> ABOUT = new About<>(
            RecordKind.INVOICE,
            Invoice.TYPE,
            Invoice.Fields.ID,
            Invoice.Fields.META_DATA_CREATE_TIME,
            Invoice.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM),
            RULES);

    @Override
    public About<Invoice> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(ClientInvoice local) {
        return local.id();
    }

    @Override
    public LocalDate day(ClientInvoice local) {
        return local.date();
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
    protected Sold sold(ClientInvoice local) {
        return new Sold(
                local.clientId(),
                local.lines(),
                local.tax(),
                local.discount(),
                local.taxTreatment(),
                local.classId(),
                local.locationId());
    }

    @Override
    protected SalesForm form(Invoice entity) {
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
    protected FieldTable<ClientInvoice, ?, Invoice> table() {
        return InvoiceFields.TABLE;
    }

    @Override
    public Invoice entity(ClientInvoice local, Links links) {
        Invoice.Builder invoice = Invoice.builder();
        currency(local, links).ifPresent(invoice::currencyRef);
        LineTaxes taxes = taxes(local, links);
        InvoiceFields.TABLE.say(local, links, invoice);
        taxes.calculation().ifPresent(invoice::globalTaxCalculation);
        if (local.taxAfterDiscount() != null && taxes.calculation().isEmpty()) {
            invoice.applyTaxAfterDiscount(local.taxAfterDiscount());
        }
        return invoice.line(lines(local, taxes, links)).build();
    }

    @Override
    public Invoice completed(Invoice wanted, ClientInvoice local, Links links) {
        LocalDate day = SalesPolicies.day(local.date(), links);
        Invoice.Builder made = wanted.toBuilder().txnDate(day);
        left(links).forEach(made::without);
        if (local.exchangeRate() == null) {
            Currencies.rate(wanted.currencyRef(), day, links).ifPresent(made::exchangeRate);
        }
        return made.build();
    }

    /**
     * Where companies tax by codes, QuickBooks works the tax out of them, and takes a tax that is sent only with all that it
     * is made of: the app's is compared, and not sent (QuickBooks facts T5.7, T5.8).
     */
    @Override
    protected Invoice asSent(Invoice wanted) {
        return wanted.globalTaxCalculation().isPresent()
                ? wanted.toBuilder().without(TAX).build()
                : wanted;
    }

    /** What was to be printed or mailed, and is, is as the app wanted it. */
    @Override
    protected void settled(Invoice seen, Projection app, Projection.Builder there) {
        if (app.has(InvoiceFields.PRINT)
                && seen.printStatus().filter(PrintStatus.PRINT_COMPLETE::equals).isPresent()) {
            there.put(InvoiceFields.PRINT, app.get(InvoiceFields.PRINT));
        }
        if (app.has(InvoiceFields.EMAIL)
                && seen.emailStatus().filter(EmailStatus.EMAIL_SENT::equals).isPresent()) {
            there.put(InvoiceFields.EMAIL, app.get(InvoiceFields.EMAIL));
        }
    }

    @Override
    public Write<Invoice> update(Invoice current, Invoice wanted, Projection app, Set<String> members) {
        Invoice.Patch patch = current.patch();
        Set<String> scalars = new TreeSet<>(members);
        boolean byCode = wanted.globalTaxCalculation().isPresent();
        if (scalars.removeIf(Alignment::isLine) || scalars.contains(CALCULATION)) {
            patch.line(Alignment.merge(current.line(), wanted.line(), app, members));
            // Where lines change, QuickBooks works the tax out anew unless it is told.
            asSent(wanted).txnTaxDetail().ifPresent(patch::txnTaxDetail);
        }
        if (scalars.removeIf(CustomFields::isOne)) {
            patch.customField(CustomFields.merged(current, wanted, members));
        }
        scalars.removeIf(member -> byCode && member.equals(TAX));
        if (wanted.dueDate().isPresent() && (scalars.contains("TxnDate") || scalars.contains("SalesTermRef"))) {
            // Else QuickBooks works it out anew from date and terms (QuickBooks fact E11.4).
            patch.echo("DueDate", current);
        }
        InvoiceFields.TABLE.write(scalars, wanted, patch);
        // A sparse update that leaves these out sets them back to the company's defaults.
        for (String flag : List.of(
                "AllowIPNPayment", "AllowOnlinePayment", "AllowOnlineCreditCardPayment", "AllowOnlineACHPayment")) {
            patch.echo(flag, current);
        }
        return Write.update(patch);
    }

    @Override
    public @Nullable Obstructed endObstacle(Invoice seen) {
        return seen.linkedTxn().stream()
                .filter(txn -> txn.txnType().filter(TxnType.PAYMENT::equals).isPresent())
                .findFirst()
                .map(txn -> new Obstructed(
                        ProblemCause.HAS_PAYMENT,
                        "A payment is applied to the invoice, so QuickBooks neither voids nor deletes it.",
                        "Take the payment off the invoice in QuickBooks, or void the payment first; the invoice"
                                + " follows by itself.",
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
    public FilterField<Invoice, LocalDate> dated() {
        return Invoice.Fields.TXN_DATE;
    }

    @Override
    public FilterField<Invoice, String> numbered() {
        return Invoice.Fields.DOC_NUMBER;
    }

    @Override
    public Money total(ClientInvoice local) {
        return local.total();
    }

    @Override
    public Open open(Invoice entity) {
        BigDecimal balance = entity.balance().orElse(BigDecimal.ZERO);
        return new Open(balance, total(entity).subtract(balance), null);
    }

    @Override
    public @Nullable Standing standing(Invoice entity) {
        return standing(form(entity), entity.dueDate(), entity.balance());
    }

    @Override
    public Optional<String> page(RemoteId id) {
        return Optional.of("invoice?txnId=" + id);
    }
}
