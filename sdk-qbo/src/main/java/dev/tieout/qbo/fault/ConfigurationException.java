package dev.tieout.qbo.fault;

import org.jspecify.annotations.Nullable;

/**
 * The app's keys, environment or addresses are wrong. No connection is to blame, and none was changed.
 */
public final class ConfigurationException extends QboException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception about a report.
     *
     * @param what what was tried
     * @param report what is known; its kind is {@link FaultKind#CONFIGURATION}
     * @param cause what led to it, or null
     */
    public ConfigurationException(String what, FaultReport report, @Nullable Throwable cause) {
        super(what, report, cause);
    }
}
