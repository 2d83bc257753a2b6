package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.FaultCode;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a catalogued fault, for those who cause faults on purpose (protocol.md §3). Codes of the gateway come in
 * its own all lower-case envelope, as recorded for 3200. Immutable.
 */
public final class FaultBody {
    private static final Set<Integer> GATEWAY = Set.of(3100, 3200, 3202);
    private static final String TRACE = "1-00000000-000000000000000000000000";

    private final int code;
    private final String detail;
    private final @Nullable String element;

    private FaultBody(int code, String detail, @Nullable String element) {
        this.code = code;
        this.detail = detail;
        this.element = element;
    }

    /** The fault of a code with its usual detail. */
    public static FaultBody of(int code) {
        return new FaultBody(code, FaultCode.of(code).detail(), null);
    }

    /** The fault of a code with a detail of one's own. */
    public static FaultBody of(int code, String detail) {
        return new FaultBody(code, detail, null);
    }

    /** The fault of a code with a detail and the element it blames. */
    public static FaultBody of(int code, String detail, String element) {
        return new FaultBody(code, detail, element);
    }

    /** The codes with texts of their own, in order. */
    public static Set<Integer> codes() {
        return FaultCode.codes();
    }

    /** The HTTP status the code comes with. */
    public int status() {
        return FaultCode.of(code).status();
    }

    /** The whole answer at a moment, in XML or in JSON. */
    public FakeResponse response(boolean xml, Instant time) {
        QboFault fault = QboFault.of(code, detail, element);
        if (GATEWAY.contains(code) && !xml) {
            byte[] body = JsonText.bytes(gateway(fault, time));
            return FakeResponse.bytes(fault.status(), "application/json", body).withHeader("intuit_tid", TRACE);
        }
        return Envelopes.fault(fault, time, xml, TRACE);
    }

    private JsonObject gateway(QboFault fault, Instant time) {
        QboFault.Problem problem = fault.problems().get(0);
        List<Object> errors = new ArrayList<>();
        errors.add(JsonObject.of("message", problem.message(), "detail", problem.detail(), "code", problem.code()));
        return JsonObject.of(
                "fault", JsonObject.of("error", errors, "type", fault.type()),
                "batchItemResponse", List.of(),
                "attachableResponse", List.of(),
                "time", BigDecimal.valueOf(time.toEpochMilli()),
                "cdcresponse", List.of());
    }
}
