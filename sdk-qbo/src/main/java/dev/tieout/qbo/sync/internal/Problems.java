package dev.tieout.qbo.sync.internal;

import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.QboFault;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns a refusal of QuickBooks into a problem with a cause and a remedy. */
final class Problems {
    private Problems() {}

    static SyncProblem of(QboException e, Instant now) {
        @Nullable QboFault fault = e.faults().isEmpty() ? null : e.faults().get(0);
        return new SyncProblem(
                cause(e.kind()),
                message(e.kind()),
                e.remedy(),
                fault == null ? null : fault.element().filter(s -> !s.isBlank()).orElse(null),
                fault == null || fault.code().isBlank() ? null : fault.code(),
                fault == null || fault.detail().isBlank() ? null : fault.detail(),
                null,
                e.intuitTid().orElse(null),
                now);
    }

    /** A field that QuickBooks would refuse; nothing was sent. */
    static SyncProblem of(InvalidFieldException e, Instant now) {
        return own(
                ProblemCause.INVALID_DATA,
                String.valueOf(e.getMessage()),
                "Correct the field in the app, then sync the record again.",
                e.field(),
                now);
    }

    static SyncProblem own(ProblemCause cause, String message, String remedy, @Nullable String field, Instant now) {
        return new SyncProblem(cause, message, remedy, field, null, null, null, null, now);
    }

    /** Tells whether the background tries again by itself; else someone must change something first. */
    static boolean triesAgain(FaultKind kind) {
        return switch (kind) {
            case TRANSIENT, THROTTLED, OUTCOME_UNKNOWN -> true;
            default -> false;
        };
    }

    private static ProblemCause cause(FaultKind kind) {
        return switch (kind) {
            case TRANSIENT, OUTCOME_UNKNOWN -> ProblemCause.UNAVAILABLE;
            case THROTTLED -> ProblemCause.THROTTLED;
            case REAUTHORIZE, CONFIGURATION -> ProblemCause.CONNECTION;
            case STALE -> ProblemCause.STALE;
            case NAME_TAKEN -> ProblemCause.NAME_TAKEN;
            case DUPLICATE_NUMBER -> ProblemCause.DUPLICATE_NUMBER;
            case NOT_FOUND, BAD_REFERENCE -> ProblemCause.BAD_REFERENCE;
            case PERMISSION -> ProblemCause.PERMISSION;
            case SUBSCRIPTION -> ProblemCause.SUBSCRIPTION;
            case CLOSED_PERIOD -> ProblemCause.CLOSED_PERIOD;
            case NEEDS_FIX -> ProblemCause.INVALID_DATA;
            case BUG -> ProblemCause.BUG;
        };
    }

    private static String message(FaultKind kind) {
        return switch (kind) {
            case TRANSIENT -> "QuickBooks could not be reached or failed for the moment.";
            case OUTCOME_UNKNOWN -> "QuickBooks did not answer; whether it carried out the write is being established.";
            case THROTTLED -> "QuickBooks asked for a pause.";
            case REAUTHORIZE -> "The connection to QuickBooks is no longer valid.";
            case CONFIGURATION -> "QuickBooks does not accept this app's keys.";
            case STALE -> "The record kept changing in QuickBooks while it was being written.";
            case NAME_TAKEN -> "Another record in QuickBooks has this name.";
            case DUPLICATE_NUMBER -> "Another transaction in QuickBooks has this number.";
            case NOT_FOUND -> "QuickBooks does not know the record, or one that it refers to.";
            case BAD_REFERENCE -> "A record that it refers to is inactive or missing in QuickBooks.";
            case PERMISSION -> "The QuickBooks user who connected may not do this.";
            case SUBSCRIPTION -> "The company's QuickBooks subscription does not allow changes.";
            case CLOSED_PERIOD -> "The books of the record's date are closed in QuickBooks.";
            case NEEDS_FIX -> "QuickBooks refused the record's data.";
            case BUG -> "QuickBooks refused a request that this library should not have sent.";
        };
    }
}
