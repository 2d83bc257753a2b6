package dev.tieout.qbo.sync;

import dev.tieout.sync.Difference;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sync of one record would do. Immutable; nothing was written.
 *
 * @param record the record
 * @param action what would be done
 * @param differences the fields that differ, with both values and who would win
 * @param problem what stands in the way, or {@code null}
 * @param dropped fields that the company does not keep track of: QuickBooks would drop them without a word, and the record would
 *     need attention
 */
public record SyncPlan(
        RecordRef record,
        Action action,
        List<Difference> differences,
        @Nullable SyncProblem problem,
        List<String> dropped) {
    public SyncPlan {
        differences = List.copyOf(differences);
        dropped = List.copyOf(dropped);
    }

    /** What would be done. */
    public enum Action {
        /** Nothing: both sides agree. */
        NOTHING,
        /** It would be created in QuickBooks. */
        CREATE,
        /** The app's values would be written. */
        UPDATE,
        /** It would be voided. */
        VOID,
        /** It would be deleted. */
        DELETE,
        /** QuickBooks' values would be given to the app. */
        TAKE_IN,
        /** A person would be asked. */
        ASK,
        /** A write in flight would be settled first. */
        SETTLE,
        /** It would wait, for a parent or for time. */
        WAIT,
        /** Something would have to be changed first. */
        BLOCKED,
        /** It is kept out of step. */
        STAY_OUT,
        /** It is gone from QuickBooks. */
        GONE
    }

    /** Names record, action and fields, never a value. */
    @Override
    public String toString() {
        return "SyncPlan[record=" + record + ", action=" + action + ", differences=" + differences + "]";
    }
}
