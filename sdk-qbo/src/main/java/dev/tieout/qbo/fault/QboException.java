package dev.tieout.qbo.fault;

import dev.tieout.TieoutException;
import dev.tieout.internal.Given;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call to QuickBooks failed. Branch on {@link #kind()}; there are subclasses only where callers act differently.
 *
 * <p>The message says what happened, to what, and what to do. It never holds Intuit's texts, which can name people.
 */
public class QboException extends TieoutException {
    private static final long serialVersionUID = 1L;

    private final transient FaultReport report;
    private final FaultKind kind;

    /**
     * An exception about a report.
     *
     * @param what what was tried, as {@code create Invoice}; ids at most
     * @param report what is known
     * @param cause what led to it, or null
     */
    public QboException(String what, FaultReport report, @Nullable Throwable cause) {
        super(text(what, report));
        if (cause != null) {
            initCause(cause);
        }
        this.report = report;
        this.kind = report.kind();
    }

    /**
     * An exception of the class that suits the report's kind.
     *
     * @param what what was tried
     * @param report what is known
     * @param cause what led to it, or null
     * @return a {@code QboException} or one of its subclasses
     */
    public static QboException of(String what, FaultReport report, @Nullable Throwable cause) {
        return switch (Given.value("report", report).kind()) {
            case OUTCOME_UNKNOWN -> new OutcomeUnknownException(what, report, cause);
            case THROTTLED -> new ThrottledException(what, report, cause);
            case REAUTHORIZE -> new ReauthorizeException(what, report, cause);
            case CONFIGURATION -> new ConfigurationException(what, report, cause);
            case STALE -> new StaleObjectException(what, report, cause);
            case NOT_FOUND -> new NotFoundException(what, report, cause);
            default -> new QboException(what, report, cause);
        };
    }

    /** One whose message says more than a report can. */
    QboException(FaultReport report, String message) {
        super(message);
        this.report = report;
        this.kind = report.kind();
    }

    private static String text(String what, FaultReport report) {
        StringBuilder text = new StringBuilder("Could not ").append(what).append(": ");
        String code = report.firstCode().orElse("");
        text.append(FaultCatalog.meaning(code, report.kind()))
                .append(". ")
                .append(FaultCatalog.remedy(code, report.kind()));
        StringBuilder facts = new StringBuilder();
        report.faults().stream()
                .map(QboFault::code)
                .filter(c -> !c.isEmpty())
                .distinct()
                .forEach(c -> facts.append(" code=").append(c));
        report.faults().stream()
                .map(QboFault::element)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(e -> facts.append(" element=").append(e));
        if (report.httpStatus() != 0) {
            facts.append(" status=").append(report.httpStatus());
        }
        if (report.host() != null) {
            facts.append(" host=").append(report.host());
        }
        if (report.requestId() != null) {
            facts.append(" requestId=").append(report.requestId());
        }
        if (report.intuitTid() != null) {
            facts.append(" intuit_tid=").append(report.intuitTid());
        }
        return facts.isEmpty()
                ? text.toString()
                : text.append(" [").append(facts.substring(1)).append(']').toString();
    }

    /**
     * Everything known about the failure.
     *
     * @return the report; one with nothing but the kind after deserialisation
     */
    public final FaultReport report() {
        // Transient, so null after deserialisation.
        @Nullable FaultReport known = report;
        return known == null ? FaultReport.of(kind) : known;
    }

    /**
     * What kind of failure it is.
     *
     * @return never null
     */
    public final FaultKind kind() {
        return kind;
    }

    @Override
    public final boolean retryable() {
        return kind.retryable();
    }

    /**
     * The errors that QuickBooks told.
     *
     * @return in QuickBooks' order; empty if it told none
     */
    public final List<QboFault> faults() {
        return report().faults();
    }

    /**
     * The codes of the errors.
     *
     * @return without leading zeros, in order
     */
    public final Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        faults().forEach(fault -> codes.add(fault.code()));
        codes.remove("");
        return codes;
    }

    /**
     * The HTTP status.
     *
     * @return 0 if no answer came
     */
    public final int httpStatus() {
        return report().httpStatus();
    }

    /**
     * Intuit's id of the request: give it to Intuit's support.
     *
     * @return empty if no answer came
     */
    public final Optional<String> intuitTid() {
        return Optional.ofNullable(report().intuitTid());
    }

    /**
     * The host that could not be reached or broke off, as {@code quickbooks.api.intuit.com}; {@link #getCause} says why.
     *
     * @return empty if it answered
     */
    public final Optional<String> host() {
        return Optional.ofNullable(report().host());
    }

    /**
     * The request id of the write.
     *
     * @return empty for reads
     */
    public final Optional<String> requestId() {
        return Optional.ofNullable(report().requestId());
    }

    /**
     * How long to wait before trying again, where that is known.
     *
     * @return never negative
     */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(report().retryAfter());
    }

    /**
     * What to do about it, in words for a person.
     *
     * @return one or two sentences
     */
    public final String remedy() {
        return FaultCatalog.remedy(report().firstCode().orElse(""), kind);
    }
}
