package dev.tieout.qbo.kinds.internal.credit;

import dev.tieout.model.ClientCreditMemo;
import dev.tieout.qbo.entity.CreditMemo;
import dev.tieout.qbo.sync.CreditMemoSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import java.util.function.Supplier;

/** Credit memos, one at a time. */
public final class CreditMemoHandle extends Handle<ClientCreditMemo, CreditMemo> implements CreditMemoSync {
    public CreditMemoHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, CreditMemoKind kind) {
        super(parts, locks, scopes, kind);
    }
}
