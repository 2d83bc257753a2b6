package dev.tieout.qbo.sync.internal.row;

import com.squareup.moshi.JsonReader;
import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.Blame;
import dev.tieout.sync.Difference;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.Standing;
import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The smaller values within a row's document. */
public final class ViewJson {
    private ViewJson() {}

    static Map<String, @Nullable Object> write(View view) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("state", view.state().name());
        o.put("keptOut", view.keptOut() == null ? null : view.keptOut().name());
        o.put("waitsFor", ref(view.waitsFor()));
        o.put("root", ref(view.root()));
        o.put("problem", problem(view.problem()));
        o.put(
                "differences",
                view.differences().isEmpty()
                        ? null
                        : view.differences().stream().map(ViewJson::write).toList());
        o.put(
                "accepted",
                view.accepted().isEmpty()
                        ? null
                        : view.accepted().stream().map(ViewJson::write).toList());
        o.put("agreedAt", view.agreedAt());
        o.put("standing", standing(view.standing()));
        return o;
    }

    static View read(@Nullable String text) {
        if (text == null) {
            return View.UNKNOWN;
        }
        Map<String, Object> o = Json.read(text);
        @Nullable String keptOut = Json.text(o, "keptOut");
        return new View(
                SyncState.valueOf(Json.required(o, "state")),
                keptOut == null ? null : KeptOut.valueOf(keptOut),
                readRef(o, "waitsFor"),
                readRef(o, "root"),
                o.containsKey("problem") ? readProblem(Json.object(o, "problem")) : null,
                Json.objects(o, "differences").stream()
                        .map(ViewJson::readDifference)
                        .toList(),
                Json.objects(o, "accepted").stream().map(ViewJson::readAccepted).toList(),
                Json.instant(o, "agreedAt"),
                o.containsKey("standing") ? readStanding(Json.object(o, "standing")) : null);
    }

    private static @Nullable Map<String, @Nullable Object> standing(@Nullable Standing standing) {
        if (standing == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("number", standing.number());
        o.put("date", standing.date());
        o.put("dueDate", standing.dueDate());
        o.put("total", standing.total().toString());
        o.put("tax", standing.tax().toString());
        o.put("balance", standing.balance().toString());
        return o;
    }

    private static Standing readStanding(Map<String, Object> o) {
        return new Standing(
                Json.text(o, "number"),
                Json.date(o, "date"),
                Json.date(o, "dueDate"),
                money(o, "total"),
                money(o, "tax"),
                money(o, "balance"));
    }

    private static Money money(Map<String, Object> o, String name) {
        String[] parts = Json.required(o, name).split(" ");
        return Money.of(parts[0], parts[1]);
    }

    static Map<String, @Nullable Object> write(SyncProblem problem) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("cause", problem.cause().name());
        o.put("message", problem.message());
        o.put("remedy", problem.remedy());
        o.put("field", problem.field());
        o.put("code", problem.faultCode());
        o.put("detail", problem.detail());
        @Nullable Blame blame = problem.blame();
        if (blame != null) {
            Map<String, @Nullable Object> b = new LinkedHashMap<>();
            b.put("entity", blame.entity());
            b.put("remoteId", blame.remoteId());
            b.put("record", ref(blame.record()));
            b.put("name", blame.name());
            o.put("blame", b);
        }
        o.put("tid", problem.intuitTid());
        o.put("since", problem.since());
        return o;
    }

    public static @Nullable Map<String, @Nullable Object> problem(@Nullable SyncProblem problem) {
        return problem == null ? null : write(problem);
    }

    public static SyncProblem readProblem(Map<String, Object> o) {
        @Nullable Blame blame = null;
        if (o.containsKey("blame")) {
            Map<String, Object> b = Json.object(o, "blame");
            @Nullable String remote = Json.text(b, "remoteId");
            blame = new Blame(
                    Json.required(b, "entity"),
                    remote == null ? null : RemoteId.of(remote),
                    readRef(b, "record"),
                    Json.text(b, "name"));
        }
        return new SyncProblem(
                ProblemCause.valueOf(Json.required(o, "cause")),
                Json.required(o, "message"),
                Json.required(o, "remedy"),
                Json.text(o, "field"),
                Json.text(o, "code"),
                Json.text(o, "detail"),
                blame,
                Json.text(o, "tid"),
                Instant.parse(Json.required(o, "since")));
    }

    static Map<String, @Nullable Object> write(SyncAttempt attempt) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("at", attempt.at());
        o.put("operation", attempt.operation());
        o.put("requestId", attempt.requestId());
        o.put("outcome", attempt.outcome());
        o.put("tid", attempt.intuitTid());
        return o;
    }

    static List<SyncAttempt> readTrail(@Nullable String text) {
        List<SyncAttempt> trail = new ArrayList<>();
        if (text == null) {
            return trail;
        }
        for (Object item : list(text)) {
            if (item instanceof Map<?, ?> map) {
                trail.add(new SyncAttempt(
                        Instant.parse(String.valueOf(map.get("at"))),
                        String.valueOf(map.get("operation")),
                        String.valueOf(map.get("requestId")),
                        String.valueOf(map.get("outcome")),
                        map.get("tid") instanceof String tid ? tid : null));
            }
        }
        return trail;
    }

    static Map<String, @Nullable Object> write(Pair pair) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("app", pair.app().fields());
        o.put("there", pair.there().fields());
        o.put("by", pair.by() == null ? null : pair.by().name());
        o.put("at", pair.at());
        return o;
    }

    static Pair readPair(Map<String, Object> o) {
        @Nullable String by = Json.text(o, "by");
        return new Pair(
                Projection.of(texts(Json.object(o, "app"))),
                Projection.of(texts(Json.object(o, "there"))),
                by == null ? null : Accepted.By.valueOf(by),
                Json.instant(o, "at"));
    }

    public static Map<String, String> texts(Map<String, Object> o) {
        Map<String, String> texts = new TreeMap<>();
        o.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static Map<String, @Nullable Object> write(Difference difference) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("field", difference.field());
        o.put("app", difference.app());
        o.put("there", difference.quickBooks());
        o.put(
                "becomes",
                difference.becomes() == null ? null : difference.becomes().name());
        return o;
    }

    private static Difference readDifference(Map<String, Object> o) {
        @Nullable String becomes = Json.text(o, "becomes");
        return new Difference(
                Json.required(o, "field"),
                Json.text(o, "app"),
                Json.text(o, "there"),
                becomes == null ? null : Side.valueOf(becomes));
    }

    private static Map<String, @Nullable Object> write(Accepted accepted) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("field", accepted.field());
        o.put("app", accepted.app());
        o.put("there", accepted.quickBooks());
        o.put("by", accepted.by().name());
        o.put("since", accepted.since());
        return o;
    }

    private static Accepted readAccepted(Map<String, Object> o) {
        return new Accepted(
                Json.required(o, "field"),
                Json.text(o, "app"),
                Json.text(o, "there"),
                Accepted.By.valueOf(Json.required(o, "by")),
                Json.instant(o, "since"));
    }

    public static @Nullable Map<String, Object> ref(@Nullable RecordRef ref) {
        if (ref == null) {
            return null;
        }
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("kind", ref.kind());
        o.put("id", ref.id());
        return o;
    }

    public static @Nullable RecordRef readRef(Map<String, Object> o, String name) {
        if (!o.containsKey(name)) {
            return null;
        }
        Map<String, Object> ref = Json.object(o, name);
        return new RecordRef(new RecordKind(Json.required(ref, "kind")), LocalId.of(Json.required(ref, "id")));
    }

    private static List<?> list(String text) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
            return Objects.requireNonNull(reader.readJsonValue()) instanceof List<?> list ? list : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored list cannot be read", e);
        }
    }
}
