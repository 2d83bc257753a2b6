package dev.tieout.qbo.fault;

import org.jspecify.annotations.Nullable;

/**
 * The record was changed since it was read (5010): read it again, merge, and write with the new sync token.
 */
public final class StaleObjectException extends QboException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception about a report.
     *
     * @param what what was tried
     * @param report what is known; its kind is {@link FaultKind#STALE}
     * @param cause what led to it, or null
     */
    public StaleObjectException(String what, FaultReport report, @Nullable Throwable cause) {
        super(what, report, cause);
    }
}
