package dev.tieout.qbo.sync.internal;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a record of QuickBooks was merged into another (protocol.md §7.4, §9), kept until the link has moved, and after
 * that for whoever is told of a later merge first. Immutable.
 *
 * @param kind what kind of record of the app the two stand for
 * @param gone the one that went away
 * @param survivor the one that stayed
 */
record MergeNote(RecordKind kind, RemoteId gone, RemoteId survivor) {
    static final String KIND = "merge";

    private static final String STATE = "NOTED";

    /** Keeps it, due now; a second note of the same merge changes nothing. */
    void keep(SyncStore store, CompanyScope scope, Instant now) {
        RowKey key = key(scope, kind, gone);
        for (; ; ) {
            Optional<SyncRow> row = store.find(key);
            boolean known = row.isPresent() && read(row.get()).equals(this);
            if (known || store.save(row(key, now, row.map(SyncRow::version).orElse(0L))) == SaveResult.SAVED) {
                return;
            }
        }
    }

    static MergeNote read(SyncRow row) {
        Map<String, Object> document = Json.read(row.document());
        return new MergeNote(
                CompanyScope.kind(Json.required(document, "kind")),
                RemoteId.of(Json.required(document, "gone")),
                RemoteId.of(Json.required(document, "survivor")));
    }

    /** Finds the note that a record was merged away. */
    static Optional<MergeNote> find(SyncStore store, CompanyScope scope, RecordKind kind, RemoteId gone) {
        return store.find(key(scope, kind, gone)).map(MergeNote::read);
    }

    /** Says when to look at a note again; {@code null} for never. */
    static void next(SyncStore store, SyncRow row, @Nullable Instant dueAt) {
        // STALE: it was noted anew meanwhile, and will come up again.
        store.save(new SyncRow(row.key(), null, STATE, dueAt, row.document(), row.version()));
    }

    private static RowKey key(CompanyScope scope, RecordKind kind, RemoteId gone) {
        return scope.ownKey(KIND, CompanyScope.word(kind) + "-" + gone);
    }

    private SyncRow row(RowKey key, Instant dueAt, long version) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("format", "1");
        document.put("kind", CompanyScope.word(kind));
        document.put("gone", gone.value());
        document.put("survivor", survivor.value());
        return new SyncRow(key, null, STATE, dueAt, Json.write(document), version);
    }
}
