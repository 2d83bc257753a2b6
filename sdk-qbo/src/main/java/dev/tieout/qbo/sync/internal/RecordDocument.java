package dev.tieout.qbo.sync.internal;

import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record's row remembers beside its columns: what the app wants, what QuickBooks held when last seen, the write
 * in flight and the trail. Immutable.
 *
 * @param generation how many intents there were; part of the next request id
 * @param wish the app's record as it was last handed over, or {@code null} if it never was
 * @param voidWished whether the app wants the record void
 * @param syncToken QuickBooks' token when last seen, or {@code null} if it has not been seen
 * @param seen what QuickBooks held when last seen
 * @param agreed the app's side when both last agreed; a field in it that the app no longer has was cleared
 * @param intent the write in flight, whose outcome is unknown until the row is settled
 * @param failures how many tries in a row failed; sets the pause before the next
 * @param problem what stands in the way
 * @param waitsFor the parent that must come first, such as {@code CLIENT c-17}
 * @param trail the last attempts, the oldest first
 */
record RecordDocument(
        long generation,
        @Nullable String wish,
        boolean voidWished,
        @Nullable String syncToken,
        @Nullable Projection seen,
        @Nullable Projection agreed,
        @Nullable Intent intent,
        int failures,
        @Nullable SyncProblem problem,
        @Nullable String waitsFor,
        List<SyncAttempt> trail) {

    static final RecordDocument EMPTY =
            new RecordDocument(0, null, false, null, null, null, null, 0, null, null, List.of());

    private static final int TRAIL_LENGTH = 10;

    RecordDocument wishing(@Nullable String newWish, boolean newVoid) {
        return new RecordDocument(
                generation, newWish, newVoid, syncToken, seen, agreed, intent, failures, problem, waitsFor, trail);
    }

    RecordDocument intending(Intent newIntent) {
        return new RecordDocument(
                generation + 1, wish, voidWished, syncToken, seen, agreed, newIntent, failures, null, null, trail);
    }

    /** Both sides hold the same, as far as the app knows the fields. */
    RecordDocument settled(String newSyncToken, Projection newSeen, @Nullable Projection newAgreed) {
        return new RecordDocument(
                generation, wish, voidWished, newSyncToken, newSeen, newAgreed, null, 0, null, null, trail);
    }

    /** A change of QuickBooks' side was taken in; a write in flight stays in flight. */
    RecordDocument takenIn(String newSyncToken, Projection newSeen, @Nullable Projection newAgreed, String newWish) {
        return new RecordDocument(
                generation, newWish, voidWished, newSyncToken, newSeen, newAgreed, intent, failures, null, null, trail);
    }

    /** QuickBooks' side was read; nothing was written. */
    RecordDocument seeing(String newSyncToken, Projection newSeen) {
        return new RecordDocument(
                generation,
                wish,
                voidWished,
                newSyncToken,
                newSeen,
                agreed,
                intent,
                failures,
                problem,
                waitsFor,
                trail);
    }

    /** The write in flight certainly did not happen. */
    RecordDocument withoutIntent() {
        return new RecordDocument(
                generation, wish, voidWished, syncToken, seen, agreed, null, failures, problem, waitsFor, trail);
    }

    RecordDocument failing(@Nullable SyncProblem newProblem, int newFailures) {
        return new RecordDocument(
                generation, wish, voidWished, syncToken, seen, agreed, intent, newFailures, newProblem, null, trail);
    }

    RecordDocument waitingFor(@Nullable String parent) {
        return new RecordDocument(
                generation, wish, voidWished, syncToken, seen, agreed, intent, failures, null, parent, trail);
    }

    RecordDocument attempted(SyncAttempt attempt) {
        List<SyncAttempt> longer = new ArrayList<>(trail);
        longer.add(attempt);
        if (longer.size() > TRAIL_LENGTH) {
            longer.remove(0);
        }
        return new RecordDocument(
                generation,
                wish,
                voidWished,
                syncToken,
                seen,
                agreed,
                intent,
                failures,
                problem,
                waitsFor,
                List.copyOf(longer));
    }

    /** Forgets QuickBooks' side, not the generation: a later create must go out under a new request id. */
    RecordDocument unlinked() {
        return new RecordDocument(generation, wish, voidWished, null, null, null, null, 0, null, null, trail);
    }
}
