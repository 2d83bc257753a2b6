package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import java.util.function.Supplier;

/** Invoices, one at a time. */
public final class InvoiceHandle extends Handle<ClientInvoice, Invoice> implements InvoiceSync {
    public InvoiceHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, InvoiceKind kind) {
        super(parts, locks, scopes, kind);
    }
}
