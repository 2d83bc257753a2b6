package dev.tieout.qbo.fault;

import org.jspecify.annotations.Nullable;

/**
 * A write may or may not have happened: the answer of an attempt was lost or made no sense, or a gateway refused it without
 * a word of QuickBooks'. It stays so whatever a later attempt was told: a refusal of a repeat, which {@link #faults()} then
 * has, says nothing of the first attempt and may be about the very record that it made.
 *
 * <p>Repeat it with the same request id ({@link #requestId()}) and the same body, within a day (QuickBooks fact P2.8), or
 * look whether it is there; never write it anew.
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
