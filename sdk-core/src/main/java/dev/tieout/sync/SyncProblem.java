package dev.tieout.sync;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a record is not in step, and what to do about it. Immutable.
 *
 * @param cause the kind of problem; problems of one firm are grouped by it
 * @param message what happened, in words for the firm's staff; never a token, an amount or personal data
 * @param remedy what to do, in words for the firm's staff
 * @param field the field at fault, in QuickBooks' words such as {@code DisplayName}, or {@code null}
 * @param faultCode QuickBooks' code such as {@code 6240}, or {@code null}
 * @param detail QuickBooks' own sentence, which may hold names and amounts: show it to the firm's staff, never log it;
 *     or {@code null}
 * @param blame the record that stands in the way, or {@code null} if it is the record itself or nobody knows
 * @param intuitTid Intuit's trace id, to be quoted to its support, or {@code null}
 * @param since when it first came up
 */
public record SyncProblem(
        ProblemCause cause,
        String message,
        String remedy,
        @Nullable String field,
        @Nullable String faultCode,
        @Nullable String detail,
        @Nullable Blame blame,
        @Nullable String intuitTid,
        Instant since) {
    public SyncProblem {
        Objects.requireNonNull(cause, "cause");
        if (message.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("a problem needs a message and a remedy");
        }
    }

    /** Names cause, field, code and blame, never QuickBooks' sentence. */
    @Override
    public String toString() {
        return "SyncProblem[cause=" + cause + ", field=" + field + ", faultCode=" + faultCode + ", blame=" + blame
                + ", intuitTid=" + intuitTid + ", since=" + since + "]";
    }
}
