package dev.tieout.testkit.admin.internal;

import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A fault and its rule as the admin endpoint takes them in JSON. */
record FaultOrder(FaultRule rule, Fault fault) {
    private static final Set<String> MEMBERS = Set.of(
            "fault",
            "code",
            "text",
            "status",
            "delay",
            "afterCommit",
            "xml",
            "entity",
            "operation",
            "realm",
            "nth",
            "times",
            "always",
            "probability",
            "inBatches");

    /**
     * Reads an order.
     *
     * @throws IllegalArgumentException with a text that says what was expected
     */
    static FaultOrder of(Map<String, Object> json) {
        for (String name : json.keySet()) {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("unknown member " + name + "; known are " + sorted());
            }
        }
        return new FaultOrder(rule(json), fault(json));
    }

    private static String sorted() {
        return String.join(", ", new TreeSet<>(MEMBERS));
    }

    private static FaultRule rule(Map<String, Object> json) {
        @Nullable String entity = text(json, "entity");
        FaultRule rule = entity == null ? FaultRule.any() : FaultRule.entity(entity);
        @Nullable String operation = text(json, "operation");
        rule = operation == null ? rule : rule.operation(operation);
        @Nullable String realm = text(json, "realm");
        rule = realm == null ? rule : rule.realm(realm);
        rule = json.containsKey("times") ? rule.times(whole(json, "times")) : rule;
        rule = isTrue(json, "inBatches") ? rule.alsoInBatches() : rule;
        rule = isTrue(json, "always") ? rule.always() : rule;
        rule = json.get("probability") instanceof Double p ? rule.probability(p) : rule;
        return json.containsKey("nth") ? rule.nth(whole(json, "nth")) : rule;
    }

    private static Fault fault(Map<String, Object> json) {
        Fault fault = named(json);
        fault = isTrue(json, "afterCommit") ? fault.afterCommit() : fault;
        fault = isTrue(json, "xml") ? fault.asXml() : fault;
        fault = json.containsKey("status") ? fault.withStatus(whole(json, "status")) : fault;
        return json.containsKey("delay") ? fault.after(delay(json)) : fault;
    }

    private static Fault named(Map<String, Object> json) {
        @Nullable String code = text(json, "code");
        if (code != null) {
            return Fault.code(code);
        }
        @Nullable String body = text(json, "text");
        if (body != null) {
            return Fault.text(json.containsKey("status") ? whole(json, "status") : 504, body);
        }
        String name = String.valueOf(text(json, "fault"));
        return switch (name) {
            case "closedBeforeCommit" -> Fault.closedBeforeCommit();
            case "answerLost" -> Fault.answerLost();
            case "cutMidBody" -> Fault.cutMidBody();
            case "reset" -> Fault.reset();
            case "stalled" -> Fault.stalled();
            case "delayed" -> Fault.delayed(delay(json));
            case "throttled" -> Fault.throttled();
            case "html503" -> Fault.html503();
            default ->
                throw new IllegalArgumentException("no fault " + name + "; give code, text, or fault as one of"
                        + " closedBeforeCommit, answerLost, cutMidBody, reset, stalled, delayed, throttled, html503");
        };
    }

    private static Duration delay(Map<String, Object> json) {
        try {
            return Duration.parse(String.valueOf(text(json, "delay")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("delay must be a duration such as PT2S", e);
        }
    }

    private static @Nullable String text(Map<String, Object> json, String name) {
        Object value = json.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Double number) {
            return String.valueOf(number.longValue());
        }
        throw new IllegalArgumentException(name + " must be a text");
    }

    private static int whole(Map<String, Object> json, String name) {
        if (json.get(name) instanceof Double number) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + " must be a number");
    }

    private static boolean isTrue(Map<String, Object> json, String name) {
        return Boolean.TRUE.equals(json.get(name));
    }
}
