package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import dev.tieout.qbo.setup.internal.RunLine.Before;
import dev.tieout.qbo.setup.internal.RunLine.Done;
import dev.tieout.qbo.setup.internal.RunLine.Undone;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.ViewJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pieces of a run as JSON. */
final class RunJson {
    static final String FORMAT = "1";

    private RunJson() {}

    static String write(List<RunLine> lines) {
        return piece(lines.stream().map(RunJson::line).toList());
    }

    static List<RunLine> lines(String document) {
        return Json.objects(Json.read(document), "lines").stream()
                .map(RunJson::line)
                .toList();
    }

    static String undecided(List<Undecided> lines) {
        return piece(lines.stream().map(RunJson::undecided).toList());
    }

    static List<Undecided> readUndecided(String document) {
        return Json.objects(Json.read(document), "lines").stream()
                .map(RunJson::undecided)
                .toList();
    }

    private static String piece(List<?> lines) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("format", FORMAT);
        o.put("lines", lines);
        return Json.write(o);
    }

    static Map<String, @Nullable Object> decision(SetupDecision decision) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("action", decision.action());
        o.put("local", decision.local());
        o.put("remote", decision.remote());
        return o;
    }

    static SetupDecision decision(Map<String, Object> o) {
        return new SetupDecision(
                SetupDecision.Action.valueOf(Json.required(o, "action")),
                id(o, "local", LocalId::of),
                id(o, "remote", RemoteId::of));
    }

    private static Map<String, @Nullable Object> line(RunLine line) {
        Map<String, @Nullable Object> o = decision(line.decision());
        o.put("localName", line.localName());
        o.put("remoteName", line.remoteName());
        o.put("inactive", line.inactive() ? true : null);
        @Nullable Before before = line.before();
        if (before != null) {
            Map<String, @Nullable Object> b = new LinkedHashMap<>();
            b.put("at", before.at());
            b.put("linked", before.linked());
            b.put("held", before.held() ? true : null);
            b.put("there", before.there().fields());
            o.put("before", b);
        }
        @Nullable Done done = line.done();
        if (done != null) {
            Map<String, @Nullable Object> d = new LinkedHashMap<>();
            d.put("result", done.result());
            d.put("local", done.local());
            d.put("remote", done.remote());
            d.put("note", done.note());
            d.put("suggestions", done.suggestions());
            d.put("problem", ViewJson.problem(done.problem()));
            d.put("after", done.after().fields());
            o.put("done", d);
        }
        @Nullable Undone undone = line.undone();
        if (undone != null) {
            Map<String, @Nullable Object> u = new LinkedHashMap<>();
            u.put("result", undone.result());
            u.put("note", undone.note());
            o.put("undone", u);
        }
        return o;
    }

    private static RunLine line(Map<String, Object> o) {
        Map<String, Object> b = Json.object(o, "before");
        Map<String, Object> d = Json.object(o, "done");
        Map<String, Object> u = Json.object(o, "undone");
        return new RunLine(
                decision(o),
                Json.text(o, "localName"),
                Json.text(o, "remoteName"),
                Json.flag(o, "inactive"),
                b.isEmpty()
                        ? null
                        : new Before(
                                Instant.parse(Json.required(b, "at")),
                                id(b, "linked", RemoteId::of),
                                Json.flag(b, "held"),
                                fields(b, "there")),
                d.isEmpty()
                        ? null
                        : new Done(
                                Result.valueOf(Json.required(d, "result")),
                                id(d, "local", LocalId::of),
                                id(d, "remote", RemoteId::of),
                                Json.required(d, "note"),
                                Json.texts(d, "suggestions"),
                                d.containsKey("problem") ? ViewJson.readProblem(Json.object(d, "problem")) : null,
                                fields(d, "after")),
                u.isEmpty() ? null : new Undone(Json.required(u, "result"), Json.required(u, "note")));
    }

    private static Map<String, @Nullable Object> undecided(Undecided undecided) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("bucket", undecided.bucket());
        o.put("local", undecided.local());
        o.put("remote", undecided.remote());
        o.put("name", undecided.name());
        o.put("candidates", undecided.candidates());
        return o;
    }

    private static Undecided undecided(Map<String, Object> o) {
        return new Undecided(
                Bucket.valueOf(Json.required(o, "bucket")),
                id(o, "local", LocalId::of),
                id(o, "remote", RemoteId::of),
                Json.required(o, "name"),
                Json.texts(o, "candidates"));
    }

    private static Projection fields(Map<String, Object> o, String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        Json.object(o, name).forEach((field, value) -> fields.put(field, String.valueOf(value)));
        return Projection.of(fields);
    }

    static <T> @Nullable T id(Map<String, Object> o, String name, Function<String, T> reader) {
        @Nullable String text = Json.text(o, name);
        return text == null ? null : reader.apply(text);
    }
}
