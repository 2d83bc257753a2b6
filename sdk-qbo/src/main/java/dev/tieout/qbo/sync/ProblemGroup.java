package dev.tieout.qbo.sync;

import dev.tieout.sync.Blame;
import dev.tieout.sync.FixedBy;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that are stuck for the same reason: one inactive account that blocks 312 invoices is one problem. Immutable.
 *
 * @param cause the kind of problem
 * @param faultCode QuickBooks' code, or {@code null}
 * @param field the field at fault, or {@code null}
 * @param blame the record that stands in the way, or {@code null}
 * @param message what happened
 * @param remedy what to do
 * @param count how many records it concerns
 * @param examples the first of them, at most ten
 */
public record ProblemGroup(
        ProblemCause cause,
        @Nullable String faultCode,
        @Nullable String field,
        @Nullable Blame blame,
        String message,
        String remedy,
        int count,
        List<SyncStatus> examples) {
    public ProblemGroup {
        examples = List.copyOf(examples);
    }

    /**
     * Says who can put it right.
     *
     * @return the one who usually can
     */
    public FixedBy fixedBy() {
        return cause.fixedBy();
    }

    /** Names the cause and the record to blame; the sentences may be QuickBooks' own and are for the firm's staff. */
    @Override
    public String toString() {
        return "ProblemGroup[cause=" + cause + ", field=" + field + ", faultCode=" + faultCode + ", blame=" + blame
                + ", count=" + count + "]";
    }
}
