package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a record of QuickBooks was merged into another, kept until the link has moved, and after that for whoever is told
 * of a later merge first. Not every webhook says who went away (QuickBooks facts P7.12, P7.16). Immutable.
 *
 * @param kind what kind of record of the app the two stand for
 * @param gone the one that went away
 * @param survivor the one that stayed
 */
public record MergeNote(RecordKind kind, RemoteId gone, RemoteId survivor) {
    public static final String KIND = "merge";

    private static final String NOTED = "NOTED";
    private static final String FOLLOWED = "FOLLOWED";
    private static final int PAGE = 100;

    /** Keeps it, due now; a second note of the same merge changes nothing. */
    public void keep(SyncStore store, CompanyScope scope, Instant now) {
        RowKey key = key(scope, kind, gone);
        RecordRows.mark(
                store,
                key,
                row -> row != null && read(row).equals(this) ? null : row(key, now, row == null ? 0 : row.version()));
    }

    public static MergeNote read(SyncRow row) {
        Map<String, Object> document = Json.read(row.document());
        return new MergeNote(
                new RecordKind(Json.required(document, "kind")),
                RemoteId.of(Json.required(document, "gone")),
                RemoteId.of(Json.required(document, "survivor")));
    }

    /** Finds the note that a record was merged away. */
    static Optional<MergeNote> find(SyncStore store, CompanyScope scope, RecordKind kind, RemoteId gone) {
        return store.find(key(scope, kind, gone)).map(MergeNote::read);
    }

    /** Ticks a note off; it stays to say where the record went. */
    static void followed(SyncStore store, SyncRow row) {
        // STALE: it was noted anew meanwhile, and will come up again.
        store.save(new SyncRow(row.key(), null, FOLLOWED, null, row.document(), row.version()));
    }

    /** Says when to look at a note again. */
    public static void later(SyncStore store, SyncRow row, Instant dueAt) {
        store.save(new SyncRow(row.key(), null, NOTED, dueAt, row.document(), row.version()));
    }

    /** Makes the notes due that rested while the connection was broken. */
    public static void wake(SyncStore store, CompanyScope scope, Instant now) {
        @Nullable String after = null;
        List<SyncRow> page;
        do {
            page = store.list(scope.tenant(), scope.realm().value(), KIND, NOTED, after, PAGE);
            for (SyncRow row : page) {
                later(store, row, now);
                after = row.key().id();
            }
        } while (page.size() == PAGE);
    }

    private static RowKey key(CompanyScope scope, RecordKind kind, RemoteId gone) {
        return scope.ownKey(KIND, kind.word() + "-" + gone);
    }

    private SyncRow row(RowKey key, Instant dueAt, long version) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("format", "1");
        document.put("kind", kind.word());
        document.put("gone", gone.value());
        document.put("survivor", survivor.value());
        return new SyncRow(key, null, NOTED, dueAt, Json.write(document), version);
    }
}
