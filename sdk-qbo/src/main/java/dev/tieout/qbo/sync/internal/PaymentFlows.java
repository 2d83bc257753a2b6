package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.model.ClientPayment;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.sync.PaymentSync;
import dev.tieout.sync.SyncStatus;

/** Payments, one at a time. */
public record PaymentFlows(RecordSync<ClientPayment, Payment> sync) implements PaymentSync {
    @Override
    public SyncStatus sync(ClientPayment payment) {
        return sync.sync(payment);
    }

    @Override
    public SyncStatus stage(ClientPayment payment) {
        return sync.stage(payment);
    }

    @Override
    public SyncStatus voidPayment(LocalId payment) {
        return sync.voidRecord(payment);
    }

    @Override
    public SyncStatus status(LocalId payment) {
        return sync.status(payment);
    }

    @Override
    public SyncStatus retry(LocalId payment) {
        return sync.retry(payment);
    }
}
