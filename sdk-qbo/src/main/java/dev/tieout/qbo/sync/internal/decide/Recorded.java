package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.sync.RecordRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision in its stable form. How fields are compared is not in it: that is the kind's, and of the version that decides
 * again. Immutable.
 *
 * @param record what was decided about
 * @param question all that it depended on
 * @param decision what was decided, as JSON
 */
public record Recorded(RecordRef record, Question question, String decision) {
    private static final String FORMAT = "1";

    public static String write(RecordRef record, Question question, Decision decision) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", FORMAT);
        o.put("kind", record.kind());
        o.put("id", record.id());
        o.put("question", QuestionJson.members(question));
        o.put("decision", DecisionJson.members(decision));
        return Json.write(o);
    }

    /**
     * Reads what was recorded.
     *
     * @param rules how the fields of a kind are compared
     * @throws IllegalArgumentException if it is of another format
     */
    public static Recorded read(String json, Function<RecordKind, FieldRules> rules) {
        Map<String, String> members = Json.members(json);
        if (!("\"" + FORMAT + "\"").equals(members.get("format"))) {
            throw new IllegalArgumentException("the decision was recorded in another format than " + FORMAT);
        }
        Map<String, Object> o = Json.read(json);
        RecordKind kind = new RecordKind(Json.required(o, "kind"));
        String question = Objects.requireNonNull(members.get("question"), "a recorded decision lacks its question");
        String decision = Objects.requireNonNull(members.get("decision"), "a recorded question lacks its decision");
        return new Recorded(
                new RecordRef(kind, LocalId.of(Json.required(o, "id"))),
                QuestionJson.read(question, rules.apply(kind)),
                decision);
    }

    /** Decides again; the answer has the form of {@link #decision()}. */
    public String decideAgain() {
        return Json.write(DecisionJson.members(Decide.decide(question)));
    }

    /** Names the record only: the rest is the firm's business. */
    @Override
    public String toString() {
        return "Recorded[" + record + "]";
    }
}
