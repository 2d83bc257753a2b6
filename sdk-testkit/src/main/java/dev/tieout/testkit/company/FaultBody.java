package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.FaultCode;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A catalogued fault as a whole answer: usual status, envelope and texts (QuickBooks facts P3). The gateway's own codes
 * come in the gateway's lower-case envelope (fixture {@code error__401__0}). Immutable.
 */
public final class FaultBody {
    private static final Set<Integer> OF_THE_GATEWAY = Set.of(3001, 3100, 3200, 3202);

    /** Recorded with {@code "element":""}; the others without the member. */
    private static final Set<Integer> EMPTY_ELEMENT = Set.of(610, 2500, 5010, 6000, 6140, 6190, 6220, 6270);

    private static final String NO_TRACE = "1-00000000-000000000000000000000000";

    private final FaultCode code;
    private final @Nullable String detail;
    private final @Nullable String element;

    private FaultBody(FaultCode code, @Nullable String detail, @Nullable String element) {
        this.code = code;
        this.detail = detail;
        this.element = element;
    }

    /**
     * A fault with its usual detail.
     *
     * @param code the code, digits; leading zeros do not count
     * @return the fault
     * @throws IllegalArgumentException if the catalogue has no such code
     */
    public static FaultBody of(String code) {
        FaultCode entry = entry(code);
        boolean gateway = OF_THE_GATEWAY.contains(entry.code()) && entry.code() != 3001;
        return new FaultBody(entry, gateway ? null : entry.detail(), EMPTY_ELEMENT.contains(entry.code()) ? "" : null);
    }

    /**
     * A fault with a detail of its own.
     *
     * @param code the code, digits; leading zeros do not count
     * @param detail the long text
     * @return the fault
     * @throws IllegalArgumentException if the catalogue has no such code
     */
    public static FaultBody of(String code, String detail) {
        return new FaultBody(entry(code), detail, null);
    }

    /**
     * A fault with a detail and an element of its own.
     *
     * @param code the code, digits; leading zeros do not count
     * @param detail the long text
     * @param element the field at fault
     * @return the fault
     * @throws IllegalArgumentException if the catalogue has no such code
     */
    public static FaultBody of(String code, String detail, String element) {
        return new FaultBody(entry(code), detail, element);
    }

    /**
     * All codes that the catalogue has.
     *
     * @return the codes, in the order of their numbers
     */
    public static List<String> codes() {
        return FaultCode.codes().stream()
                .map(number -> Integer.toString(number))
                .toList();
    }

    private static FaultCode entry(String code) {
        boolean digits = !code.isEmpty() && code.length() < 9 && code.chars().allMatch(Character::isDigit);
        int number = digits ? Integer.parseInt(code) : -1;
        if (!FaultCode.codes().contains(number)) {
            throw new IllegalArgumentException("the catalogue has no fault code " + code + "; it has "
                    + codes().stream().collect(Collectors.joining(", ")));
        }
        return FaultCode.of(number);
    }

    /**
     * The answer.
     *
     * @param xml whether it is XML; JSON otherwise
     * @param time the fake's time
     * @return the answer, without a trace id
     */
    public FakeResponse response(boolean xml, Instant time) {
        if (OF_THE_GATEWAY.contains(code.code()) && !xml) {
            return FakeResponse.text(code.status(), "application/json", gateway(time));
        }
        QboFault fault = QboFault.of(code.code(), detail == null ? "" : detail, element);
        FakeResponse response = Envelopes.fault(fault, time, xml, NO_TRACE);
        return new FakeResponse(
                response.status(),
                response.headers().without("intuit_tid").without("x-spanid").without("x-amzn-trace-id"),
                response.body());
    }

    private String gateway(Instant time) {
        Map<String, @Nullable Object> error = JsonText.object(
                "message", code.message(), "detail", detail, "code", Integer.toString(code.code()), "element", null);
        return JsonText.write(JsonText.object(
                "warnings", null,
                "intuitObject", null,
                "fault", JsonText.object("error", List.of(error), "type", code.type()),
                "report", null,
                "queryResponse", null,
                "batchItemResponse", List.of(),
                "attachableResponse", List.of(),
                "syncErrorResponse", null,
                "requestId", null,
                "time", time.toEpochMilli(),
                "status", null,
                "cdcresponse", List.of()));
    }

    /** The code. */
    @Override
    public String toString() {
        return "fault " + code.code();
    }
}
