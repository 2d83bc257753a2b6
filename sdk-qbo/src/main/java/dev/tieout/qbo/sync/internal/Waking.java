package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.spi.SaveResult;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Makes records due that had to wait for something that has now happened. Thread-safe. */
public final class Waking {
    static final List<RecordKind> KINDS =
            List.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM, RecordKind.INVOICE, RecordKind.PAYMENT);

    private final EngineParts parts;

    public Waking(EngineParts parts) {
        this.parts = parts;
    }

    /** A record is in QuickBooks: what waited for it may go. */
    void parentArrived(CompanyScope scope, RecordKind kind, LocalId id) {
        String parent = new Slice.Parent(kind, id).text();
        wake(
                scope,
                children(kind),
                SyncState.WAITING,
                row -> parent.equals(row.doc().waitsFor()));
    }

    /** The kinds whose records may name one of this kind as a parent. */
    private static Set<RecordKind> children(RecordKind kind) {
        return new java.util.LinkedHashSet<>(KINDS.subList(Math.max(2, KINDS.indexOf(kind) + 1), KINDS.size()));
    }

    /** Something that stood in many records' way is gone: the connection is back, the books are open again. */
    public int causeGone(CompanyScope scope, Set<ProblemCause> causes) {
        Predicate<RecordRow> hit = row -> row.doc().problem() != null
                && causes.contains(row.doc().problem().cause());
        return wake(scope, SyncState.WAITING, hit) + wake(scope, SyncState.NEEDS_ATTENTION, hit);
    }

    /** The connection works again: what could not be sent meanwhile goes on; what waits for a parent still waits. */
    public int connectionBack(CompanyScope scope) {
        MergeNote.wake(parts.store(), scope, parts.clock().instant());
        return wake(scope, SyncState.WAITING, row -> row.doc().waitsFor() == null)
                + wake(
                        scope,
                        SyncState.NEEDS_ATTENTION,
                        row -> row.doc().problem() != null
                                && row.doc().problem().cause() == ProblemCause.SUBSCRIPTION);
    }

    private int wake(CompanyScope scope, SyncState state, Predicate<RecordRow> which) {
        return wake(scope, new java.util.LinkedHashSet<>(KINDS), state, which);
    }

    private int wake(CompanyScope scope, Set<RecordKind> kinds, SyncState state, Predicate<RecordRow> which) {
        Instant now = parts.clock().instant();
        int woken = 0;
        for (RecordKind kind : kinds) {
            for (RecordRow row :
                    parts.rows().all(scope, kind, state).filter(which).toList()) {
                // Who goes on saying what it waited for is passed over when a broken connection is back.
                RecordRow ready =
                        row.doc().waitsFor() == null ? row : row.with(row.doc().waitingFor(null));
                // A row that another node stores meanwhile is on its way already: a stale save may be let go.
                woken += parts.rows().save(ready.in(SyncState.WAITING, now)) == SaveResult.SAVED ? 1 : 0;
            }
        }
        return woken;
    }
}
