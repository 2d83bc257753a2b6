package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.Slice;

/** For records that refer to none: clients and service items. */
record NoLinks(CompanyScope scope) implements Slice.Links {
    static NoLinks of(CompanyScope scope) {
        return new NoLinks(scope);
    }

    @Override
    public RemoteId remote(RecordKind kind, LocalId id) {
        throw new IllegalStateException("clients and service items refer to no other record");
    }
}
