package dev.tieout.qbo.fault;

import org.jspecify.annotations.Nullable;

/**
 * QuickBooks, or the pace of this library, wants a pause: nothing was done. {@link #retryAfter()} says how long.
 */
public final class ThrottledException extends QboException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception about a report.
     *
     * @param what what was tried
     * @param report what is known; its kind is {@link FaultKind#THROTTLED}
     * @param cause what led to it, or null
     */
    public ThrottledException(String what, FaultReport report, @Nullable Throwable cause) {
        super(what, report, cause);
    }
}
