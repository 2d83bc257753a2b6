package dev.tieout.qbo.kinds.internal.refund;

import dev.tieout.model.ClientRefund;
import dev.tieout.qbo.entity.RefundReceipt;
import dev.tieout.qbo.sync.RefundSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import java.util.function.Supplier;

/** Refunds, one at a time. */
public final class RefundHandle extends Handle<ClientRefund, RefundReceipt> implements RefundSync {
    public RefundHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, RefundKind kind) {
        super(parts, locks, scopes, kind);
    }
}
