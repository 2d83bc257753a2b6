package dev.tieout.qbo.kinds.internal.payment;

import dev.tieout.model.ClientPayment;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import java.util.function.Supplier;

/** Payments, one at a time. */
public final class PaymentHandle extends Handle<ClientPayment, Payment> implements PaymentSync {
    public PaymentHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, PaymentKind kind) {
        super(parts, locks, scopes, kind);
    }
}
