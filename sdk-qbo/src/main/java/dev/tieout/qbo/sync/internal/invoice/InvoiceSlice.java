package dev.tieout.qbo.sync.internal.invoice;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.Memo;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TxnTaxDetail;
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

/** An invoice, from the app to QuickBooks. */
public final class InvoiceSlice implements Slice<ClientInvoice, Invoice> {
    @Override
    public RecordKind kind() {
        return RecordKind.INVOICE;
    }

    @Override
    public EntityType<Invoice> type() {
        return Invoice.TYPE;
    }

    @Override
    public FilterField<Invoice, String> idField() {
        return Invoice.Fields.ID;
    }

    @Override
    public FilterField<Invoice, OffsetDateTime> changedField() {
        return Invoice.Fields.META_DATA_LAST_UPDATED_TIME;
    }

    @Override
    public LocalId id(ClientInvoice local) {
        return local.id();
    }

    @Override
    public String encode(ClientInvoice local) {
        return LocalJson.write(local);
    }

    @Override
    public ClientInvoice decode(String json) {
        return LocalJson.readInvoice(json);
    }

    @Override
    public boolean sends(SyncSettings settings, boolean create) {
        return settings.invoices().createInQuickBooks();
    }

    @Override
    public boolean bothWays() {
        return false;
    }

    @Override
    public List<Parent> parents(ClientInvoice local) {
        List<Parent> parents = new ArrayList<>();
        parents.add(new Parent(RecordKind.CLIENT, local.clientId()));
        for (InvoiceLine line : local.lines()) {
            if (line.serviceItemId() != null) {
                parents.add(new Parent(RecordKind.SERVICE_ITEM, line.serviceItemId()));
            }
        }
        return parents;
    }

    @Override
    public Invoice entity(ClientInvoice local, Links links) {
        Invoice.Builder invoice = Invoice.builder()
                .customerRef(
                        Ref.of(links.remote(RecordKind.CLIENT, local.clientId()).value()))
                .txnDate(local.date())
                .line(InvoiceLines.build(local, links));
        if (local.number() != null) {
            invoice.docNumber(local.number());
        }
        if (local.dueDate() != null) {
            invoice.dueDate(local.dueDate());
        }
        if (local.tax() != null) {
            invoice.txnTaxDetail(
                    TxnTaxDetail.builder().totalTax(local.tax().amount()).build());
        }
        if (local.memo() != null) {
            invoice.customerMemo(Memo.builder().value(local.memo()).build());
        }
        if (local.privateNote() != null) {
            invoice.privateNote(local.privateNote());
        }
        if (local.billEmail() != null) {
            invoice.billEmail(EmailAddress.builder().address(local.billEmail()).build());
        }
        if (local.locationId() != null) {
            invoice.departmentRef(Ref.of(local.locationId()));
        }
        if (local.classId() != null) {
            invoice.classRef(Ref.of(local.classId()));
        }
        return invoice.build();
    }

    @Override
    public Projection project(Invoice entity) {
        Projection.Builder fields = Projection.builder()
                .put("CustomerRef", entity.customerRef().flatMap(Ref::value).orElse(null))
                .put("DocNumber", entity.docNumber().orElse(null))
                .put("TxnDate", entity.txnDate().orElse(null))
                .put("DueDate", entity.dueDate().orElse(null))
                .put(
                        "TxnTaxDetail.TotalTax",
                        Names.number(entity.txnTaxDetail()
                                .flatMap(TxnTaxDetail::totalTax)
                                .orElse(null)))
                .put("CustomerMemo", entity.customerMemo().flatMap(Memo::value).orElse(null))
                .put("PrivateNote", entity.privateNote().orElse(null))
                .put(
                        "BillEmail",
                        entity.billEmail().flatMap(EmailAddress::address).orElse(null))
                .put("DepartmentRef", entity.departmentRef().flatMap(Ref::value).orElse(null))
                .put("ClassRef", entity.classRef().flatMap(Ref::value).orElse(null));
        InvoiceLines.project(entity.line(), fields);
        return fields.build();
    }

    @Override
    public Write<Invoice> create(Invoice entity) {
        return Write.create(entity);
    }

    @Override
    public Write<Invoice> update(Invoice current, Invoice wanted, Set<String> members) {
        Invoice.Patch patch = current.patch();
        for (String member : members) {
            switch (member) {
                case "CustomerRef" -> wanted.customerRef().ifPresent(patch::customerRef);
                case "DocNumber" -> wanted.docNumber().ifPresentOrElse(patch::docNumber, patch::clearDocNumber);
                case "TxnDate" -> wanted.txnDate().ifPresent(patch::txnDate);
                case "DueDate" -> wanted.dueDate().ifPresentOrElse(patch::dueDate, patch::clearDueDate);
                case "TxnTaxDetail" -> wanted.txnTaxDetail().ifPresent(patch::txnTaxDetail);
                case "CustomerMemo" ->
                    wanted.customerMemo().ifPresentOrElse(patch::customerMemo, patch::clearCustomerMemo);
                case "PrivateNote" -> wanted.privateNote().ifPresentOrElse(patch::privateNote, patch::clearPrivateNote);
                case "BillEmail" -> wanted.billEmail().ifPresentOrElse(patch::billEmail, patch::clearBillEmail);
                case "DepartmentRef" ->
                    wanted.departmentRef().ifPresentOrElse(patch::departmentRef, patch::clearDepartmentRef);
                case "ClassRef" -> wanted.classRef().ifPresentOrElse(patch::classRef, patch::clearClassRef);
                case "Line" -> patch.line(InvoiceLines.keepingIds(wanted.line(), current.line()));
                default -> throw new IllegalStateException("no rule to write " + member);
            }
        }
        // A sparse update that leaves these out sets them back to the company's defaults (protocol.md §8).
        current.allowIpnPayment().ifPresent(patch::allowIpnPayment);
        current.allowOnlinePayment().ifPresent(patch::allowOnlinePayment);
        current.allowOnlineCreditCardPayment().ifPresent(patch::allowOnlineCreditCardPayment);
        current.allowOnlineAchPayment().ifPresent(patch::allowOnlineAchPayment);
        return Write.update(patch);
    }

    @Override
    public Optional<Write<Invoice>> voiding(Invoice current) {
        return Optional.of(Write.voidTransaction(current));
    }

    /** A void invoice stays, with no amount and a note that starts with "Voided" (entities.md §3.7). */
    @Override
    public boolean isVoid(Invoice entity) {
        return entity.totalAmt().orElse(BigDecimal.ZERO).signum() == 0
                && entity.privateNote()
                        .filter(note -> note.startsWith("Voided"))
                        .isPresent();
    }

    @Override
    public BigDecimal total(ClientInvoice local) {
        return local.total().amount();
    }

    /** Where the app leaves the tax to QuickBooks, the tax is not part of what must agree. */
    @Override
    public BigDecimal total(Invoice entity, ClientInvoice local) {
        BigDecimal total = entity.totalAmt().orElse(BigDecimal.ZERO);
        return local.tax() != null
                ? total
                : total.subtract(
                        entity.txnTaxDetail().flatMap(TxnTaxDetail::totalTax).orElse(BigDecimal.ZERO));
    }

    @Override
    public List<Invoice> probe(CompanyScope scope, Invoice wanted, Instant notBefore) {
        BigDecimal lines = InvoiceLines.sum(wanted.line());
        return scope.api()
                .query(Query.of(Invoice.TYPE)
                        .is(
                                Invoice.Fields.CUSTOMER_REF,
                                wanted.customerRef().flatMap(Ref::value).orElseThrow())
                        .is(Invoice.Fields.TXN_DATE, wanted.txnDate().orElseThrow()))
                .filter(invoice -> Reading.createdSince(invoice.metaData(), notBefore))
                .filter(invoice ->
                        wanted.docNumber().isEmpty() || wanted.docNumber().equals(invoice.docNumber()))
                .filter(invoice -> InvoiceLines.sum(invoice.line()).compareTo(lines) == 0)
                .toList();
    }
}
