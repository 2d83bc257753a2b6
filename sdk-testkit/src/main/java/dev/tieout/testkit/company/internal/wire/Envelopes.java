package dev.tieout.testkit.company.internal.wire;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole answers: bodies in their envelopes, faults in JSON or XML, the headers that were recorded (QuickBooks facts
 * P2.11, P2.13, P3).
 */
public final class Envelopes {
    private static final String JSON = "application/json;charset=utf-8";
    private static final String XML = "application/xml;charset=utf-8";

    private Envelopes() {}

    /** An answer of 200. */
    public static FakeResponse success(JsonObject body, Instant time, boolean xml, String tid) {
        body.set("time", Times.envelope(time));
        byte[] bytes = xml ? XmlText.answer(body) : JsonText.bytes(body);
        return success(bytes, xml ? XML : JSON, tid);
    }

    /** A report: the answer is the report itself, without envelope and time. */
    public static FakeResponse report(JsonObject report, boolean xml, String tid) {
        return xml ? success(XmlText.report(report), XML, tid) : success(JsonText.bytes(report), JSON, tid);
    }

    /** An answer of 200 with any content. */
    public static FakeResponse success(byte[] body, String contentType, String tid) {
        FakeHeaders headers = FakeHeaders.none()
                .with("Content-Type", contentType)
                .with("qbo-version", "2073.223")
                .with("service-time", "total=38, db=11")
                .with("cache-control", "max-age=0, no-cache, no-store, must-revalidate, private")
                .with("expires", "0");
        return traced(new FakeResponse(200, headers, body), tid);
    }

    /** An answer that refuses; without the version headers and the charset, as recorded. */
    public static FakeResponse fault(QboFault fault, Instant time, boolean xml, String tid) {
        byte[] body = xml
                ? XmlText.answer(JsonObject.of("Fault", fault(fault), "time", Times.envelope(time)))
                : JsonText.bytes(faultBody(fault, time));
        String type = xml ? "application/xml" : "application/json";
        FakeHeaders headers = FakeHeaders.none().with("Content-Type", type);
        return traced(new FakeResponse(fault.status(), headers, body), tid);
    }

    private static FakeResponse traced(FakeResponse response, String tid) {
        return response.withHeader("intuit_tid", tid)
                .withHeader("x-spanid", tid.substring(tid.length() - 24))
                .withHeader("x-amzn-trace-id", "Root=" + tid)
                .withHeader("strict-transport-security", "max-age=15552000")
                .withHeader("server", "istio-envoy");
    }

    /** The envelope of a fault. */
    public static JsonObject faultBody(QboFault fault, Instant time) {
        JsonObject body = JsonObject.of("Fault", fault(fault));
        return fault.timed() ? body.set("time", Times.envelope(time)) : body;
    }

    /** A fault as it stands inside a batch. */
    public static JsonObject fault(QboFault fault) {
        List<Object> errors = new ArrayList<>();
        for (QboFault.Problem problem : fault.problems()) {
            errors.add(JsonObject.of(
                    "Message",
                    problem.message(),
                    "Detail",
                    problem.detail(),
                    "code",
                    problem.code(),
                    "element",
                    problem.element()));
        }
        return JsonObject.of("Error", errors, "type", fault.type());
    }
}
