package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.sync.InvoiceSync;
import dev.tieout.sync.SyncStatus;

/** Invoices, one at a time. */
public record InvoiceFlows(RecordSync<ClientInvoice, Invoice> sync) implements InvoiceSync {
    @Override
    public SyncStatus sync(ClientInvoice invoice) {
        return sync.sync(invoice);
    }

    @Override
    public SyncStatus stage(ClientInvoice invoice) {
        return sync.stage(invoice);
    }

    @Override
    public SyncStatus voidInvoice(LocalId invoice) {
        return sync.voidRecord(invoice);
    }

    @Override
    public SyncStatus status(LocalId invoice) {
        return sync.status(invoice);
    }

    @Override
    public SyncStatus retry(LocalId invoice) {
        return sync.retry(invoice);
    }
}
