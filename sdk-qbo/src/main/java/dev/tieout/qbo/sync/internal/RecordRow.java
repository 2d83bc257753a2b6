package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record's row, its document opened: the mapping, and the outbox of one record. Immutable.
 *
 * @param key the key
 * @param remoteId the record's id in QuickBooks, or {@code null} while it has none
 * @param state where it stands
 * @param dueAt when the background should look at it; {@code null} for never
 * @param doc the document
 * @param version the stored version, 0 if it is not stored yet
 */
record RecordRow(
        RowKey key,
        @Nullable RemoteId remoteId,
        SyncState state,
        @Nullable Instant dueAt,
        RecordDocument doc,
        long version) {

    static RecordRow fresh(RowKey key) {
        return new RecordRow(key, null, SyncState.NOT_SYNCED, null, RecordDocument.EMPTY, 0);
    }

    static RecordRow open(SyncRow row) {
        return new RecordRow(
                row.key(),
                row.remoteId() == null ? null : RemoteId.of(row.remoteId()),
                SyncState.valueOf(row.state()),
                row.dueAt(),
                DocumentJson.read(row.document()),
                row.version());
    }

    SyncRow close() {
        return new SyncRow(
                key, remoteId == null ? null : remoteId.value(), state.name(), dueAt, DocumentJson.write(doc), version);
    }

    LocalId localId() {
        return LocalId.of(key.id());
    }

    RecordKind kind() {
        return CompanyScope.kind(key.kind());
    }

    RecordRow with(RecordDocument newDoc) {
        return new RecordRow(key, remoteId, state, dueAt, newDoc, version);
    }

    RecordRow in(SyncState newState, @Nullable Instant newDueAt) {
        return new RecordRow(key, remoteId, newState, newDueAt, doc, version);
    }

    RecordRow linkedTo(@Nullable RemoteId newRemoteId) {
        return new RecordRow(key, newRemoteId, state, dueAt, doc, version);
    }

    /** The row as it is after it was stored. */
    RecordRow stored() {
        return new RecordRow(key, remoteId, state, dueAt, doc, version + 1);
    }

    SyncStatus status() {
        @Nullable SyncProblem problem = doc.problem();
        return new SyncStatus(
                kind(),
                localId(),
                remoteId,
                state,
                null,
                waitsFor(),
                null,
                problem,
                List.of(),
                List.of(),
                dueAt,
                null,
                doc.trail());
    }

    private @Nullable RecordRef waitsFor() {
        @Nullable String text = doc.waitsFor();
        int blank = text == null ? -1 : text.indexOf(' ');
        return text == null || blank < 0
                ? null
                : new RecordRef(new RecordKind(text.substring(0, blank)), LocalId.of(text.substring(blank + 1)));
    }
}
