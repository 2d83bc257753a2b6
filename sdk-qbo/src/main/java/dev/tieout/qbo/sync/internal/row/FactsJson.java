package dev.tieout.qbo.sync.internal.row;

import dev.tieout.LocalId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.row.Agreement.Choice;
import dev.tieout.qbo.sync.internal.row.People.Merged;
import dev.tieout.qbo.sync.internal.row.People.Said;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.Side;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

// Longer than others: every fact, written and read.
/**
 * The document of a record's row. A settled row holds the app's record and QuickBooks' entity once each: what was agreed
 * is told by reference to what was seen.
 */
public final class FactsJson {
    /** Rows of another format are left alone. */
    static final String FORMAT = "2";

    /** QuickBooks holds what was seen, and the app the same. */
    private static final String SAME = "=";

    /** QuickBooks holds what was seen, and the app nothing. */
    private static final String LACKS = "-";

    static final String MERGED = "merged";

    private FactsJson() {}

    static String write(Facts facts, View view, Projection seen) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", FORMAT);
        o.put("view", ViewJson.write(view));
        o.putAll(members(facts, seen));
        return Json.write(o);
    }

    /**
     * The facts as members of a document.
     *
     * @param seen the compared fields of what was seen, by which agreement is told; empty to tell all
     */
    public static Map<String, @Nullable Object> members(Facts facts, Projection seen) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("want", want(facts.want()));
        o.put("sight", sight(facts.sight()));
        Agreement agreement = facts.agreement();
        o.put("base", empty(base(agreement.base(), seen)));
        o.put("kept", empty(pairs(agreement.kept())));
        o.put("told", empty(pairs(agreement.told())));
        o.put("chosen", empty(chosen(agreement.chosen())));
        o.put("given", empty(pairs(agreement.given())));
        o.put("intent", intent(facts.intent()));
        @Nullable Refusal refusal = facts.refusal();
        if (refusal != null) {
            Map<String, @Nullable Object> r = ViewJson.write(refusal.problem());
            r.put("about", refusal.about());
            r.put("againAt", refusal.againAt());
            o.put("refusal", r);
        }
        @Nullable Trouble trouble = facts.trouble();
        if (trouble != null) {
            Map<String, @Nullable Object> t = ViewJson.write(trouble.problem());
            t.put("failures", Integer.toString(trouble.failures()));
            t.put("until", trouble.until());
            o.put("trouble", t);
        }
        o.put("people", people(facts.people()));
        o.put("trail", facts.trail().stream().map(ViewJson::write).toList());
        return o;
    }

    /**
     * Opens a document.
     *
     * @param project reads the compared fields out of an entity
     */
    public static Facts read(Map<String, String> members, Function<String, Projection> project) {
        @Nullable Want want = readWant(members.get("want"));
        @Nullable Sight sight = readSight(members.get("sight"));
        @Nullable String base = members.get("base");
        Projection seen = sight == null || base == null ? Projection.EMPTY : project.apply(sight.entity());
        Agreement agreement = new Agreement(
                base == null ? Map.of() : readBase(Json.read(base), seen),
                readPairs(members.get("kept")),
                readPairs(members.get("told")),
                readChosen(members.get("chosen")),
                readPairs(members.get("given")));
        return new Facts(
                want,
                sight,
                agreement,
                readIntent(members.get("intent")),
                readRefusal(members.get("refusal")),
                readTrouble(members.get("trouble")),
                readPeople(members.get("people")),
                ViewJson.readTrail(members.get("trail")));
    }

    private static @Nullable Map<String, ?> empty(Map<String, ?> map) {
        return map.isEmpty() ? null : map;
    }

    private static @Nullable Map<String, @Nullable Object> want(@Nullable Want want) {
        if (want == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("record", new Json.Raw(want.record()));
        o.put("version", want.hostVersion());
        o.put("revision", Long.toString(want.revision()));
        o.put("end", want.end() == Want.End.KEEP ? null : want.end().name());
        o.put("asked", want.asked() ? true : null);
        return o;
    }

    private static @Nullable Want readWant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        // The record is not read here: most of a document is it, and few need it.
        Map<String, String> raw = Json.members(text);
        String end = unquoted(raw.get("end"));
        return new Want(
                Objects.requireNonNull(raw.get("record"), "a stored want lacks its record"),
                raw.containsKey("version") ? unquoted(raw.get("version")) : null,
                Long.parseLong(unquoted(raw.get("revision"))),
                end.isEmpty() ? Want.End.KEEP : Want.End.valueOf(end),
                "true".equals(raw.get("asked")));
    }

    private static @Nullable Map<String, @Nullable Object> sight(@Nullable Sight sight) {
        if (sight == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("token", Long.toString(sight.token()));
        o.put("at", sight.at());
        o.put("gone", sight.gone() == Sight.Gone.THERE ? null : sight.gone().name());
        o.put("entity", new Json.Raw(sight.entity()));
        return o;
    }

    private static @Nullable Sight readSight(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Map<String, String> raw = Json.members(text);
        String gone = raw.getOrDefault("gone", "\"THERE\"");
        return new Sight(
                Objects.requireNonNull(raw.get("entity"), "a stored sight lacks its entity"),
                Long.parseLong(unquoted(raw.get("token"))),
                Instant.parse(unquoted(raw.get("at"))),
                Sight.Gone.valueOf(unquoted(gone)));
    }

    private static String unquoted(@Nullable String text) {
        return text == null ? "" : text.substring(1, text.length() - 1);
    }

    private static Map<String, Object> base(Map<String, Pair> base, Projection seen) {
        Map<String, Object> o = new LinkedHashMap<>();
        base.forEach((member, pair) -> {
            boolean plain = pair.by() == null && pair.there().equals(seen.member(member));
            if (plain && pair.app().equals(pair.there())) {
                o.put(member, SAME);
            } else if (plain && pair.app().isEmpty()) {
                o.put(member, LACKS);
            } else {
                o.put(member, ViewJson.write(pair));
            }
        });
        return o;
    }

    private static Map<String, Pair> readBase(Map<String, Object> o, Projection seen) {
        Map<String, Pair> base = new TreeMap<>();
        for (Map.Entry<String, Object> e : o.entrySet()) {
            String member = e.getKey();
            if (SAME.equals(e.getValue())) {
                base.put(member, Pair.of(member, seen, seen));
            } else if (LACKS.equals(e.getValue())) {
                base.put(member, Pair.of(member, Projection.EMPTY, seen));
            } else {
                base.put(member, ViewJson.readPair(Json.object(o, member)));
            }
        }
        return base;
    }

    private static Map<String, Object> pairs(Map<String, Pair> pairs) {
        Map<String, Object> o = new LinkedHashMap<>();
        pairs.forEach((member, pair) -> o.put(member, ViewJson.write(pair)));
        return o;
    }

    private static Map<String, Pair> readPairs(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        Map<String, Object> o = Json.read(text);
        Map<String, Pair> pairs = new TreeMap<>();
        o.keySet().forEach(member -> pairs.put(member, ViewJson.readPair(Json.object(o, member))));
        return pairs;
    }

    private static Map<String, Object> chosen(Map<String, Choice> chosen) {
        Map<String, Object> o = new LinkedHashMap<>();
        chosen.forEach((member, choice) -> {
            Map<String, @Nullable Object> c = ViewJson.write(choice.pair());
            c.put("side", choice.side().name());
            o.put(member, c);
        });
        return o;
    }

    private static Map<String, Choice> readChosen(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        Map<String, Object> o = Json.read(text);
        Map<String, Choice> chosen = new TreeMap<>();
        o.keySet().forEach(member -> {
            Map<String, Object> c = Json.object(o, member);
            chosen.put(member, new Choice(Side.valueOf(Json.required(c, "side")), ViewJson.readPair(c)));
        });
        return chosen;
    }

    private static @Nullable Map<String, @Nullable Object> intent(@Nullable Intent intent) {
        if (intent == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("operation", intent.operation().name());
        o.put("requestId", intent.requestId());
        o.put("batchId", intent.batchId());
        o.put("decidedAt", intent.decidedAt());
        o.put("sentAt", intent.sentAt());
        o.put("doubt", intent.doubt());
        o.put("hits", intent.hits().isEmpty() ? null : intent.hits());
        o.put("fields", intent.fields());
        o.put("carried", intent.carried().fields());
        o.put("body", new Json.Raw(intent.body()));
        return o;
    }

    private static @Nullable Intent readIntent(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Map<String, Object> o = Json.read(text);
        return new Intent(
                Intent.Operation.valueOf(Json.required(o, "operation")),
                Json.required(o, "requestId"),
                Json.text(o, "batchId"),
                Objects.requireNonNull(Json.members(text).get("body"), "a stored intent lacks its body"),
                Projection.of(ViewJson.texts(Json.object(o, "carried"))),
                Json.texts(o, "fields"),
                Instant.parse(Json.required(o, "decidedAt")),
                Instant.parse(Json.required(o, "sentAt")),
                Json.text(o, "doubt"),
                Json.texts(o, "hits"));
    }

    private static @Nullable Refusal readRefusal(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Map<String, Object> o = Json.read(text);
        return new Refusal(
                ViewJson.readProblem(o), Json.required(o, "about"), Instant.parse(Json.required(o, "againAt")));
    }

    private static @Nullable Trouble readTrouble(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Map<String, Object> o = Json.read(text);
        return new Trouble(
                ViewJson.readProblem(o), (int) Json.number(o, "failures"), Instant.parse(Json.required(o, "until")));
    }

    private static @Nullable Map<String, @Nullable Object> people(People people) {
        if (people.equals(People.NONE)) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("out", people.out() == null ? null : people.out().name());
        o.put("wasLinked", people.wasLinked());
        o.put("perhaps", people.perhaps());
        o.put("others", people.others().isEmpty() ? null : List.copyOf(people.others()));
        @Nullable Merged merged = people.merged();
        if (merged != null) {
            o.put(MERGED, Map.of("with", merged.with(), "gone", merged.gone(), "told", merged.told()));
        }
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        people.said().forEach((about, who) -> {
            Map<String, @Nullable Object> each = new LinkedHashMap<>();
            each.put("by", who.by());
            each.put("at", who.at());
            each.put("undo", who.undo() ? true : null);
            said.put(about, each);
        });
        o.put("said", empty(said));
        People.@Nullable Called called = people.called();
        if (called != null) {
            o.put("called", Map.of("app", called.app(), "name", called.name()));
        }
        return o;
    }

    /** Reads only what people decided about a record. */
    public static People people(SyncRow row) {
        return readPeople(Json.members(row.document()).get("people"));
    }

    private static People readPeople(@Nullable String text) {
        if (text == null) {
            return People.NONE;
        }
        Map<String, Object> o = Json.read(text);
        @Nullable String out = Json.text(o, "out");
        return new People(
                out == null ? null : KeptOut.valueOf(out),
                Json.text(o, "wasLinked"),
                Json.text(o, "perhaps"),
                new HashSet<>(Json.texts(o, "others")),
                readSaid(Json.object(o, "said")),
                o.containsKey("called") ? readCalled(Json.object(o, "called")) : null,
                o.containsKey(MERGED) ? readMerged(Json.object(o, MERGED)) : null);
    }

    static Merged readMerged(Map<String, Object> o) {
        return new Merged(LocalId.of(Json.required(o, "with")), Json.required(o, "gone"), Json.flag(o, "told"));
    }

    private static People.Called readCalled(Map<String, Object> o) {
        return new People.Called(Json.required(o, "app"), Json.required(o, "name"));
    }

    private static Map<String, Said> readSaid(Map<String, Object> o) {
        Map<String, Said> said = new TreeMap<>();
        for (String about : o.keySet()) {
            Map<String, Object> each = Json.object(o, about);
            said.put(
                    about,
                    new Said(Json.text(each, "by"), Instant.parse(Json.required(each, "at")), Json.flag(each, "undo")));
        }
        return said;
    }
}
