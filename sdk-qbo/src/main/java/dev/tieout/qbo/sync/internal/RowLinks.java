package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.sync.ProblemCause;

/** Links as the rows have them. */
record RowLinks(CompanyScope scope, RecordRows rows) implements Slice.Links {
    @Override
    public RemoteId remote(RecordKind kind, LocalId id) {
        return rows.remoteId(scope, kind, id)
                .orElseThrow(() -> new Slice.Blocked(
                        ProblemCause.BAD_REFERENCE,
                        kind + " " + id + ", which it refers to, is no longer matched with a record in QuickBooks.",
                        "Match or create that record, then retry.",
                        null));
    }
}
