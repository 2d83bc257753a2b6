package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.KeptOut;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What records of the app are linked with, looked up in bulk. */
final class Links {
    private Links() {}

    /** @param left takes up the records that a person unmatched or keeps out: they are no open question */
    static Map<LocalId, RemoteId> of(
            Parts parts, CompanyScope scope, RecordKind kind, Collection<LocalId> ids, Set<LocalId> left) {
        List<RowKey> keys = ids.stream().map(id -> scope.key(kind, id)).toList();
        Map<LocalId, RemoteId> links = new HashMap<>();
        for (SyncRow row : parts.rows().findAll(keys).values()) {
            LocalId id = LocalId.of(row.key().id());
            if (row.remoteId() != null) {
                links.put(id, RemoteId.of(row.remoteId()));
            }
            if (RecordRow.readable(row)) {
                KeptOut out = RecordRow.status(row).keptOut();
                if (out == KeptOut.UNMATCHED || out == KeptOut.BY_PERSON) {
                    left.add(id);
                }
            }
        }
        return links;
    }
}
