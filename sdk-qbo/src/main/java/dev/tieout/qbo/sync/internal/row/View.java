package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.Accepted;
import dev.tieout.sync.Difference;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Standing;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was last derived from the facts, kept beside them so that a list costs no parents' reads. Nothing is decided by
 * it. Immutable.
 */
public record View(
        SyncState state,
        @Nullable KeptOut keptOut,
        @Nullable RecordRef waitsFor,
        @Nullable RecordRef root,
        @Nullable SyncProblem problem,
        List<Difference> differences,
        List<Accepted> accepted,
        @Nullable Instant agreedAt,
        @Nullable Standing standing) {
    public static final View UNKNOWN =
            new View(SyncState.NOT_SYNCED, KeptOut.UNKNOWN, null, null, null, List.of(), List.of(), null, null);

    public View with(@Nullable Standing newStanding) {
        return new View(state, keptOut, waitsFor, root, problem, differences, accepted, agreedAt, newStanding);
    }
}
