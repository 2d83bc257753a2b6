package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings records of the app to QuickBooks. Thread-safe: one record is written by one thread of this process at a time;
 * other processes are kept off by the rows' versions, and by request ids where that is not enough.
 */
public final class Outbound {
    private static final int LOCKS = 256;

    private final EngineParts parts;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    public Outbound(EngineParts parts) {
        this.parts = parts;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Records what the app wants, to be sent soon. */
    public <L> SyncStatus stage(CompanyScope scope, Slice<L, ?> slice, L local, boolean voided) {
        RowKey key = scope.key(slice.kind(), slice.id(local));
        String wish = slice.encode(local);
        for (; ; ) {
            RecordRow row = parts.rows().get(key);
            RecordRow wished = row.with(row.doc().wishing(wish, voided));
            if (row.state() != SyncState.GONE && row.state() != SyncState.UNCERTAIN) {
                wished = wished.in(SyncState.WAITING, parts.clock().instant());
            }
            if (parts.rows().save(wished) == SaveResult.SAVED) {
                return wished.status();
            }
        }
    }

    /** Sends a record now, on this thread. */
    public <L> SyncStatus sync(CompanyScope scope, Slice<L, ?> slice, L local, boolean voided) {
        stage(scope, slice, local, voided);
        return push(scope, slice.kind(), slice.id(local));
    }

    /** Tries a record that was staged, whenever it is due. */
    public SyncStatus push(CompanyScope scope, RecordKind kind, LocalId id) {
        RowKey key = scope.key(kind, id);
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        try {
            return new Push<>(parts, scope, parts.slice(kind)).run(key).status();
        } finally {
            lock.unlock();
        }
    }
}
