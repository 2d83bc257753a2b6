package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;

/** Links as the rows have them. */
record RowLinks(CompanyScope scope, RecordRows rows) implements Slice.Links {
    @Override
    public RemoteId remote(RecordKind kind, LocalId id) {
        return rows.remoteId(scope, kind, id)
                .orElseThrow(() -> new IllegalStateException(kind + " " + id + " is not linked; name it as a parent"));
    }
}
