package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a record's way. Immutable.
 *
 * @param cause the kind of problem
 * @param message what happened
 * @param remedy what to do
 * @param field the field at fault, or {@code null}
 * @param blame the record in the way, or {@code null}
 */
public record Obstructed(
        ProblemCause cause,
        String message,
        String remedy,
        @Nullable String field,
        @Nullable Blame blame) {
    public SyncProblem problem(Instant now) {
        return new SyncProblem(cause, message, remedy, field, null, null, blame, null, now);
    }
}
