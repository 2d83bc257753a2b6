package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.LocalId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.sync.SyncStatus;
import dev.tieout.sync.VoidPolicy;
import java.util.function.Supplier;

/** Invoices, one at a time. */
public final class InvoiceHandle extends Handle<ClientInvoice, Invoice> implements InvoiceSync {
    public InvoiceHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, InvoiceKind kind) {
        super(parts, locks, scopes, kind);
    }

    /** By the firm's policy a void may be a delete. */
    @Override
    public SyncStatus voidNow(LocalId id) {
        return isDelete() ? deleteNow(id) : super.voidNow(id);
    }

    @Override
    public SyncStatus stageVoid(LocalId id) {
        return isDelete() ? stageDelete(id) : super.stageVoid(id);
    }

    private boolean isDelete() {
        return scope().settings().billing().voids() == VoidPolicy.DELETE;
    }
}
