package dev.tieout.qbo.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about a failed call. Immutable.
 *
 * @param kind what kind of failure it is
 * @param faults the errors that QuickBooks told, in its order; empty if it told none
 * @param httpStatus the HTTP status; 0 if no answer came
 * @param intuitTid Intuit's id of the request, or null
 * @param requestId the request id of a write, or null
 * @param retryAfter how long to wait before trying again, or null
 * @param host the host that gave no whole answer, with its port unless it is the usual one; null if it answered
 */
public record FaultReport(
        FaultKind kind,
        List<QboFault> faults,
        int httpStatus,
        @Nullable String intuitTid,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        @Nullable String host) {
    public FaultReport {
        faults = List.copyOf(faults);
    }

    /**
     * A failure that a server told of.
     *
     * @param kind what kind of failure it is
     * @param faults the errors that QuickBooks told, in its order; empty if it told none
     * @param httpStatus the HTTP status; 0 if no answer came
     * @param intuitTid Intuit's id of the request, or null
     * @param requestId the request id of a write, or null
     * @param retryAfter how long to wait before trying again, or null
     */
    public FaultReport(
            FaultKind kind,
            List<QboFault> faults,
            int httpStatus,
            @Nullable String intuitTid,
            @Nullable String requestId,
            @Nullable Duration retryAfter) {
        this(kind, faults, httpStatus, intuitTid, requestId, retryAfter, null);
    }

    /**
     * A failure of which nothing but its kind is known.
     *
     * @param kind what kind of failure it is
     * @return a report without faults, status and ids
     */
    public static FaultReport of(FaultKind kind) {
        return new FaultReport(kind, List.of(), 0, null, null, null);
    }

    /**
     * The same failure, seen as another kind.
     *
     * @param other the kind
     * @return a changed copy
     */
    public FaultReport as(FaultKind other) {
        return new FaultReport(other, faults, httpStatus, intuitTid, requestId, retryAfter, host);
    }

    /**
     * The same failure of a known write.
     *
     * @param id the write's request id, or null
     * @return a changed copy
     */
    public FaultReport withRequestId(@Nullable String id) {
        return new FaultReport(kind, faults, httpStatus, intuitTid, id, retryAfter, host);
    }

    /**
     * The same failure of an exchange with a host that gave no whole answer.
     *
     * @param name the host, with its port unless it is the usual one
     * @return a changed copy
     */
    public FaultReport withHost(String name) {
        return new FaultReport(kind, faults, httpStatus, intuitTid, requestId, retryAfter, name);
    }

    /**
     * The first error's code.
     *
     * @return empty if QuickBooks told none
     */
    public Optional<String> firstCode() {
        return faults.stream()
                .map(QboFault::code)
                .filter(code -> !code.isEmpty())
                .findFirst();
    }
}
