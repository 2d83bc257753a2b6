package dev.tieout.qbo.fault;

import org.jspecify.annotations.Nullable;

/**
 * A write may or may not have happened: the answer was lost, or made no sense. Repeat it with the same request id
 * ({@link #requestId()}) and the same body, or look whether it is there; never write it anew.
 */
public final class OutcomeUnknownException extends QboException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception about a report.
     *
     * @param what what was tried
     * @param report what is known; its kind is {@link FaultKind#OUTCOME_UNKNOWN}
     * @param cause what led to it, or null
     */
    public OutcomeUnknownException(String what, FaultReport report, @Nullable Throwable cause) {
        super(what, report, cause);
    }
}
