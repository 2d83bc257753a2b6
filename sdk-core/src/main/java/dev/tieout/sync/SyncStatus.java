package dev.tieout.sync;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one record stands. Immutable.
 *
 * @param kind the kind of record
 * @param localId its id in the app
 * @param remoteId its id in QuickBooks, or {@code null} while it has none
 * @param state the state
 * @param waitsFor the parent record that must come first, such as {@code CLIENT c-17}, or {@code null}
 * @param problem what stands in its way, or {@code null}
 * @param trail the last attempts, the oldest first
 */
public record SyncStatus(
        RecordKind kind,
        LocalId localId,
        @Nullable RemoteId remoteId,
        SyncState state,
        @Nullable String waitsFor,
        @Nullable SyncProblem problem,
        List<SyncAttempt> trail) {
    public SyncStatus {
        trail = List.copyOf(trail);
    }

    /**
     * Tells whether both sides agree.
     *
     * @return {@code true} in {@link SyncState#SYNCED}
     */
    public boolean synced() {
        return state == SyncState.SYNCED;
    }
}
