package dev.tieout.testkit.company.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal on its way to the client; carries no stack trace because it is an answer, not an accident. */
public final class QboFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final String type;
    private final int status;
    private final boolean timed;

    /**
     * One entry of the fault's {@code Error} list.
     *
     * @param code the code, digits
     * @param message the short text
     * @param detail the long text
     * @param element the field at fault, {@code null} to leave the member out
     */
    public record Problem(
            String code,
            String message,
            String detail,
            @Nullable String element) {}

    QboFault(int status, String type, List<Problem> problems, boolean timed) {
        super(problems.get(0).code(), null, false, false);
        this.status = status;
        this.type = type;
        this.problems = List.copyOf(problems);
        this.timed = timed;
    }

    /** A fault of a catalogued code with a detail of its own and no {@code element}. */
    public static QboFault of(int code, String detail) {
        return of(code, detail, null);
    }

    /** A fault of a catalogued code. */
    public static QboFault of(int code, String detail, @Nullable String element) {
        FaultCode entry = FaultCode.of(code);
        Problem problem = new Problem(Integer.toString(code), entry.message(), detail, element);
        return new QboFault(entry.status(), entry.type(), List.of(problem), code != 2030);
    }

    /** A fault with several errors at once, as seen for 2050 beside 2020. */
    public static QboFault all(List<QboFault> faults) {
        QboFault first = faults.get(0);
        List<Problem> all =
                faults.stream().flatMap(fault -> fault.problems.stream()).toList();
        return new QboFault(first.status, first.type, all, first.timed);
    }

    /** 2020: a required field is missing (QuickBooks fact P3.17). */
    public static QboFault missing(String field) {
        return of(2020, "Required parameter " + field + " is missing in the request", field);
    }

    /** 6000: a rule of the business was broken; {@code text} follows the fixed words. */
    public static QboFault business(String text) {
        return of(6000, "Business Validation Error: " + text, "");
    }

    /** 610 in its usual wording, also for ids that never existed (QuickBooks fact P3.13). */
    public static QboFault notFound() {
        return of(610, FaultCode.NOT_FOUND, "");
    }

    /** 2500 in its usual wording. */
    public static QboFault badReference() {
        return of(2500, FaultCode.BAD_REFERENCE, "");
    }

    /** The errors, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The fault's type. */
    public String type() {
        return type;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the envelope has a {@code time}; recorded 2030 answers have none. */
    public boolean timed() {
        return timed;
    }
}
