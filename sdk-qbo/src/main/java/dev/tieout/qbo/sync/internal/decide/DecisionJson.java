package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.row.ViewJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A decision as JSON. */
final class DecisionJson {
    /** The words that stay, however the classes are called. */
    static final Map<Class<? extends Step>, String> WORDS = Map.ofEntries(
            Map.entry(Step.Nothing.class, "nothing"),
            Map.entry(Step.StayOut.class, "stayOut"),
            Map.entry(Step.WaitForParent.class, "waitForParent"),
            Map.entry(Step.WaitUntil.class, "waitUntil"),
            Map.entry(Step.Blocked.class, "blocked"),
            Map.entry(Step.Ask.class, "ask"),
            Map.entry(Step.NotKept.class, "notKept"),
            Map.entry(Step.Gone.class, "gone"),
            Map.entry(Step.Create.class, "create"),
            Map.entry(Step.Update.class, "update"),
            Map.entry(Step.Void.class, "void"),
            Map.entry(Step.Delete.class, "delete"),
            Map.entry(Step.TakeIn.class, "takeIn"),
            Map.entry(Step.Resend.class, "resend"),
            Map.entry(Step.Probe.class, "probe"),
            Map.entry(Step.Unclear.class, "unclear"));

    private DecisionJson() {}

    static Map<String, @Nullable Object> members(Decision decision) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("step", WORDS.get(decision.step().getClass()));
        details(decision.step(), o);
        Map<String, Object> fields = new LinkedHashMap<>();
        decision.fields().forEach((member, verdict) -> fields.put(member, verdict.name()));
        o.put("fields", fields);
        return o;
    }

    private static void details(Step step, Map<String, @Nullable Object> o) {
        if (step instanceof Step.StayOut s) {
            o.put("why", s.why().name());
        } else if (step instanceof Step.WaitForParent s) {
            o.put("parent", ViewJson.ref(s.parent()));
            o.put("root", ViewJson.ref(s.root()));
            o.put("problem", ViewJson.problem(s.problem()));
        } else if (step instanceof Step.WaitUntil s) {
            o.put("until", s.moment());
            o.put("problem", ViewJson.problem(s.problem()));
        } else if (step instanceof Step.Blocked s) {
            o.put("problem", ViewJson.problem(s.problem()));
            o.put("againAt", s.againAt());
        } else if (step instanceof Step.Ask s) {
            o.put("members", new TreeSet<>(s.members()));
        } else if (step instanceof Step.NotKept s) {
            o.put("members", new TreeSet<>(s.members()));
        } else if (step instanceof Step.Update s) {
            o.put("members", new TreeSet<>(s.members()));
        } else if (step instanceof Step.TakeIn s) {
            o.put("members", new TreeSet<>(s.members()));
        }
    }
}
