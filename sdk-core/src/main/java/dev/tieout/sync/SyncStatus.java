package dev.tieout.sync;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one record stands. Immutable.
 *
 * @param kind the kind of record
 * @param localId its id in the app
 * @param remoteId its id in QuickBooks, or {@code null} while it has none
 * @param state the state
 * @param keptOut why it is not kept in step, in {@link SyncState#NOT_SYNCED}; else {@code null}
 * @param waitsFor the parent record that must come first, or {@code null}
 * @param root the record at whose end the waiting began: the parent, or the parent's parent; {@code null} if it waits for
 *     no record
 * @param problem what stands in its way, or in the way of {@code root}; or {@code null}
 * @param differences the fields that a person must decide about, or that could not be brought in step
 * @param accepted the fields that differ and count as agreed
 * @param nextTry when the background looks at it again by itself, or {@code null} if nothing is to be done
 * @param agreedAt when both sides last agreed, or {@code null} if they never did
 * @param standing where an invoice or credit memo stands in QuickBooks: number, totals, balance; {@code null} while it is not
 *     there, and for other kinds
 * @param trail the last attempts, the oldest first
 */
public record SyncStatus(
        RecordKind kind,
        LocalId localId,
        @Nullable RemoteId remoteId,
        SyncState state,
        @Nullable KeptOut keptOut,
        @Nullable RecordRef waitsFor,
        @Nullable RecordRef root,
        @Nullable SyncProblem problem,
        List<Difference> differences,
        List<Accepted> accepted,
        @Nullable Instant nextTry,
        @Nullable Instant agreedAt,
        @Nullable Standing standing,
        List<SyncAttempt> trail) {
    public SyncStatus {
        differences = List.copyOf(differences);
        accepted = List.copyOf(accepted);
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

    /** Names ids, state and cause, never a value. */
    @Override
    public String toString() {
        return "SyncStatus[kind=" + kind + ", localId=" + localId + ", remoteId=" + remoteId + ", state=" + state
                + ", keptOut=" + keptOut + ", waitsFor=" + waitsFor + ", problem=" + problem + ", differences="
                + differences + ", accepted=" + accepted + "]";
    }
}
