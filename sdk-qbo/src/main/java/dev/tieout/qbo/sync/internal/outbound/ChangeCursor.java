package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a company's change feed has been read: an ordinary row, due when it is time to read on. Thread-safe.
 *
 * <p>The mark moves only after everything up to it has been taken in. Ringing the doorbell only makes the row due.
 */
public final class ChangeCursor {
    public static final String KIND = "cursor";
    static final String ID = "changes";
    private static final String STATE = "CURSOR";

    private final SyncStore store;

    public ChangeCursor(SyncStore store) {
        this.store = store;
    }

    /** Starts the feed at a moment, if it was not started before. */
    public void start(CompanyScope scope, Instant since, Instant dueAt) {
        RowKey key = scope.ownKey(KIND, ID);
        RecordRows.mark(store, key, row -> row == null ? row(key, since, false, dueAt, 0) : null);
    }

    /** Makes the feed due now; starts it at the given moment if it never was. */
    public void ring(CompanyScope scope, Instant startAt, Instant now) {
        RowKey key = scope.ownKey(KIND, ID);
        RecordRows.mark(
                store,
                key,
                row -> row == null ? row(key, startAt, true, now, 0) : row(key, since(row), true, now, row.version()));
    }

    /** Makes the feed due now, if it was ever started. */
    public void wake(CompanyScope scope, Instant now) {
        RowKey key = scope.ownKey(KIND, ID);
        RecordRows.mark(store, key, row -> row == null ? null : row(key, since(row), isRung(row), now, row.version()));
    }

    /** Moves the mark; does nothing if someone rang meanwhile, so that the ring is answered. */
    public void advance(SyncRow read, Instant since, Instant dueAt) {
        store.save(row(read.key(), since, isRung(read), dueAt, read.version()));
    }

    /** Webhooks reach the host: one has come for this company. */
    public static boolean isRung(SyncRow row) {
        return Json.flag(Json.read(row.document()), "rung");
    }

    public static Instant since(SyncRow row) {
        return Instant.parse(Json.required(Json.read(row.document()), "since"));
    }

    private static SyncRow row(RowKey key, Instant since, boolean rung, Instant dueAt, long version) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", "1");
        document.put("since", since);
        document.put("rung", rung ? true : null);
        return new SyncRow(key, null, STATE, dueAt, Json.write(document), version);
    }
}
