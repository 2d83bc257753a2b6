package dev.tieout.qbo.sync.internal;

import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a company's change feed has been read: an ordinary row, due when it is time to read on. Thread-safe.
 *
 * <p>The mark moves only after everything up to it has been taken in. Ringing the doorbell only makes the row due.
 */
public final class ChangeCursor {
    static final String KIND = "cursor";
    private static final String ID = "changes";
    private static final String STATE = "CURSOR";

    private final SyncStore store;

    public ChangeCursor(SyncStore store) {
        this.store = store;
    }

    /** Starts the feed at a moment, if it was not started before. */
    public void start(CompanyScope scope, Instant since, Instant dueAt) {
        RowKey key = scope.ownKey(KIND, ID);
        if (store.find(key).isEmpty()) {
            // STALE: another thread started it, which is as good.
            store.save(row(key, since, dueAt, 0));
        }
    }

    /** Makes the feed due now; starts it at the given moment if it never was. */
    public void ring(CompanyScope scope, Instant startAt, Instant now) {
        RowKey key = scope.ownKey(KIND, ID);
        for (; ; ) {
            Optional<SyncRow> row = store.find(key);
            SyncRow next =
                    row.map(r -> row(key, since(r), now, r.version())).orElseGet(() -> row(key, startAt, now, 0));
            if (store.save(next) == SaveResult.SAVED) {
                return;
            }
        }
    }

    /** Makes the feed due now, if it was ever started. */
    public void wake(CompanyScope scope, Instant now) {
        store.find(scope.ownKey(KIND, ID)).ifPresent(row -> ring(scope, since(row), now));
    }

    /** Moves the mark; does nothing if someone rang meanwhile, so that the ring is answered. */
    void advance(SyncRow read, Instant since, Instant dueAt) {
        store.save(row(read.key(), since, dueAt, read.version()));
    }

    static Instant since(SyncRow row) {
        return Instant.parse(Json.required(Json.read(row.document()), "since"));
    }

    private static SyncRow row(RowKey key, Instant since, Instant dueAt, long version) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("format", "1");
        document.put("since", since.toString());
        return new SyncRow(key, null, STATE, dueAt, Json.write(document), version);
    }
}
