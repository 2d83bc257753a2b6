package dev.tieout.qbo.sync.internal;

import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@link RecordDocument}s. The first field is the format's number; readers know all older ones. */
final class DocumentJson {
    private static final String FORMAT = "1";

    private DocumentJson() {}

    static String write(RecordDocument doc) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", FORMAT);
        o.put("generation", Long.toString(doc.generation()));
        o.put("wish", doc.wish());
        o.put("void", doc.voidWished() ? true : null);
        o.put("syncToken", doc.syncToken());
        o.put("seen", fields(doc.seen()));
        o.put("agreed", fields(doc.agreed()));
        o.put("intent", intent(doc.intent()));
        o.put("failures", Integer.toString(doc.failures()));
        o.put("problem", problem(doc.problem()));
        o.put("waitsFor", doc.waitsFor());
        o.put("trail", doc.trail().stream().map(DocumentJson::attempt).toList());
        return Json.write(o);
    }

    static RecordDocument read(String text) {
        Map<String, Object> o = Json.read(text);
        String format = Json.required(o, "format");
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("a stored document has format " + format
                    + ", this version reads 1: it was written by a newer version, upgrade all nodes");
        }
        return new RecordDocument(
                Long.parseLong(Json.required(o, "generation")),
                Json.text(o, "wish"),
                Json.flag(o, "void"),
                Json.text(o, "syncToken"),
                projection(o, "seen"),
                projection(o, "agreed"),
                readIntent(o),
                Integer.parseInt(Json.required(o, "failures")),
                readProblem(o),
                Json.text(o, "waitsFor"),
                Json.objects(o, "trail").stream().map(DocumentJson::readAttempt).toList());
    }

    private static @Nullable Map<String, String> fields(@Nullable Projection projection) {
        return projection == null ? null : projection.fields();
    }

    private static @Nullable Projection projection(Map<String, ?> o, String name) {
        if (!o.containsKey(name)) {
            return null;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Json.object(o, name).forEach((field, value) -> fields.put(field, String.valueOf(value)));
        return Projection.of(fields);
    }

    private static @Nullable Map<String, @Nullable Object> intent(@Nullable Intent intent) {
        if (intent == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("operation", intent.operation().word());
        o.put("requestId", intent.requestId());
        o.put("decidedAt", intent.decidedAt().toString());
        o.put("wanted", intent.wanted().fields());
        o.put("body", intent.body());
        return o;
    }

    private static @Nullable Intent readIntent(Map<String, ?> document) {
        if (!document.containsKey("intent")) {
            return null;
        }
        Map<String, Object> o = Json.object(document, "intent");
        return new Intent(
                Objects.requireNonNull(Intent.Operation.parse(Json.required(o, "operation")), "operation"),
                Json.required(o, "requestId"),
                Json.required(o, "body"),
                Objects.requireNonNull(projection(o, "wanted"), "wanted"),
                Instant.parse(Json.required(o, "decidedAt")));
    }

    private static @Nullable Map<String, @Nullable Object> problem(@Nullable SyncProblem problem) {
        if (problem == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("cause", problem.cause().name());
        o.put("message", problem.message());
        o.put("remedy", problem.remedy());
        o.put("field", problem.field());
        o.put("faultCode", problem.faultCode());
        o.put("intuitTid", problem.intuitTid());
        o.put("since", problem.since().toString());
        return o;
    }

    private static @Nullable SyncProblem readProblem(Map<String, ?> document) {
        if (!document.containsKey("problem")) {
            return null;
        }
        Map<String, Object> o = Json.object(document, "problem");
        return new SyncProblem(
                ProblemCause.valueOf(Json.required(o, "cause")),
                Json.required(o, "message"),
                Json.required(o, "remedy"),
                Json.text(o, "field"),
                Json.text(o, "faultCode"),
                null,
                null,
                Json.text(o, "intuitTid"),
                Instant.parse(Json.required(o, "since")));
    }

    private static Map<String, @Nullable Object> attempt(SyncAttempt attempt) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("at", attempt.at().toString());
        o.put("operation", attempt.operation());
        o.put("requestId", attempt.requestId());
        o.put("outcome", attempt.outcome());
        o.put("intuitTid", attempt.intuitTid());
        return o;
    }

    private static SyncAttempt readAttempt(Map<String, Object> o) {
        return new SyncAttempt(
                Instant.parse(Json.required(o, "at")),
                Json.required(o, "operation"),
                Json.required(o, "requestId"),
                Json.required(o, "outcome"),
                Json.text(o, "intuitTid"));
    }
}
