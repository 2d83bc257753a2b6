package dev.tieout.qbo.fault;

import org.jspecify.annotations.Nullable;

/**
 * The connection is not accepted any more, or there is none ({@link NotConnectedException}): an administrator of the
 * company must connect again.
 */
public sealed class ReauthorizeException extends QboException permits NotConnectedException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception about a report.
     *
     * @param what what was tried
     * @param report what is known; its kind is {@link FaultKind#REAUTHORIZE}
     * @param cause what led to it, or null
     */
    public ReauthorizeException(String what, FaultReport report, @Nullable Throwable cause) {
        super(what, report, cause);
    }

    /** One that says which firm it is about. */
    ReauthorizeException(FaultReport report, String message) {
        super(report, message);
    }
}
