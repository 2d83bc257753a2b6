package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.decide.Question.Locked;
import dev.tieout.qbo.sync.internal.decide.Question.Obstacle;
import dev.tieout.qbo.sync.internal.decide.Question.Times;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.FactsJson;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.SettingsRows;
import dev.tieout.qbo.sync.internal.row.ViewJson;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A question as JSON. The facts have the form that they have in a row, but that nothing in them is told by reference. */
final class QuestionJson {
    private QuestionJson() {}

    static Map<String, @Nullable Object> members(Question q) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("facts", FactsJson.members(q.facts(), Projection.EMPTY));
        o.put("linked", q.linked());
        o.put("desired", fields(q.desired()));
        o.put("obstacle", obstacle(q.obstacle()));
        o.put("seen", fields(q.seen()));
        o.put("endObstacle", ViewJson.problem(q.endObstacle()));
        o.put("locked", locked(q.locked()));
        o.put("settings", SettingsRows.members(q.settings()));
        o.put("beforeStart", q.beforeStart() ? true : null);
        o.put("acceptTotals", q.acceptTotals());
        o.put("left", q.left().isEmpty() ? null : new TreeSet<>(q.left()));
        o.put("tolerated", q.tolerated().isEmpty() ? null : new TreeSet<>(q.tolerated()));
        o.put("about", q.about());
        o.put("connected", q.connected());
        o.put("times", times(q.times()));
        o.put("now", q.now());
        return o;
    }

    static Question read(String json, FieldRules rules) {
        Map<String, Object> o = Json.read(json);
        String text = Objects.requireNonNull(Json.members(json).get("facts"), "a recorded question lacks its facts");
        Facts facts = FactsJson.read(Json.members(text), entity -> Projection.EMPTY);
        return new Question(
                facts,
                Json.flag(o, "linked"),
                readFields(o, "desired"),
                readObstacle(Json.object(o, "obstacle")),
                readFields(o, "seen"),
                readProblem(o, "endObstacle"),
                readLocked(Json.object(o, "locked")),
                rules,
                SettingsRows.read(Json.object(o, "settings"), KindSettings.money()),
                Json.flag(o, "beforeStart"),
                Json.flag(o, "acceptTotals"),
                Set.copyOf(Json.texts(o, "left")),
                Set.copyOf(Json.texts(o, "tolerated")),
                Json.required(o, "about"),
                Json.flag(o, "connected"),
                readTimes(Json.object(o, "times")),
                Instant.parse(Json.required(o, "now")));
    }

    private static @Nullable Map<String, String> fields(@Nullable Projection projection) {
        return projection == null ? null : projection.fields();
    }

    private static @Nullable Projection readFields(Map<String, Object> o, String name) {
        return o.containsKey(name) ? Projection.of(ViewJson.texts(Json.object(o, name))) : null;
    }

    private static @Nullable SyncProblem readProblem(Map<String, Object> o, String name) {
        return o.containsKey(name) ? ViewJson.readProblem(Json.object(o, name)) : null;
    }

    private static @Nullable Map<String, @Nullable Object> obstacle(@Nullable Obstacle obstacle) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        if (obstacle instanceof Obstacle.Parent p) {
            o.put("parent", ViewJson.ref(p.parent()));
            o.put("root", ViewJson.ref(p.root()));
            o.put("problem", ViewJson.problem(p.problem()));
        } else if (obstacle instanceof Obstacle.Pause p) {
            o.put("until", p.until());
        } else if (obstacle instanceof Obstacle.Problem p) {
            o.put("problem", ViewJson.problem(p.problem()));
        }
        return o.isEmpty() ? null : o;
    }

    private static @Nullable Obstacle readObstacle(Map<String, Object> o) {
        @Nullable RecordRef parent = ViewJson.readRef(o, "parent");
        @Nullable RecordRef root = ViewJson.readRef(o, "root");
        if (parent != null && root != null) {
            return new Obstacle.Parent(parent, root, readProblem(o, "problem"));
        }
        @Nullable Instant until = Json.instant(o, "until");
        if (until != null) {
            return new Obstacle.Pause(until);
        }
        @Nullable SyncProblem problem = readProblem(o, "problem");
        return problem == null ? null : new Obstacle.Problem(problem);
    }

    private static @Nullable Map<String, @Nullable Object> locked(@Nullable Locked locked) {
        if (locked == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("members", new TreeSet<>(locked.members()));
        o.put("problem", ViewJson.problem(locked.problem()));
        return o;
    }

    private static @Nullable Locked readLocked(Map<String, Object> o) {
        @Nullable SyncProblem problem = readProblem(o, "problem");
        return problem == null ? null : new Locked(new TreeSet<>(Json.texts(o, "members")), problem);
    }

    private static Map<String, Object> times(Times times) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("memoryOfRequestIds", times.memoryOfRequestIds());
        o.put("callBound", times.callBound());
        o.put("margin", times.margin());
        o.put("slow", times.slow());
        return o;
    }

    private static Times readTimes(Map<String, Object> o) {
        return new Times(
                Duration.parse(Json.required(o, "memoryOfRequestIds")),
                Duration.parse(Json.required(o, "callBound")),
                Duration.parse(Json.required(o, "margin")),
                Duration.parse(Json.required(o, "slow")));
    }
}
