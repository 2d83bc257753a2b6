package dev.tieout.qbo.fault;

import org.jspecify.annotations.Nullable;

/**
 * There is no such record, or no more (610). QuickBooks does not tell an id that never existed from a deleted one
 * (QuickBooks fact P3.13).
 */
public final class NotFoundException extends QboException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception about a report.
     *
     * @param what what was tried
     * @param report what is known; its kind is {@link FaultKind#NOT_FOUND}
     * @param cause what led to it, or null
     */
    public NotFoundException(String what, FaultReport report, @Nullable Throwable cause) {
        super(what, report, cause);
    }
}
