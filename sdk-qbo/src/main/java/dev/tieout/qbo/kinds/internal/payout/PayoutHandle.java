package dev.tieout.qbo.kinds.internal.payout;

import dev.tieout.model.Payout;
import dev.tieout.qbo.entity.Deposit;
import dev.tieout.qbo.sync.PayoutSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import java.util.function.Supplier;

/** Payouts, one at a time. */
public final class PayoutHandle extends Handle<Payout, Deposit> implements PayoutSync {
    public PayoutHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, PayoutKind kind) {
        super(parts, locks, scopes, kind);
    }
}
