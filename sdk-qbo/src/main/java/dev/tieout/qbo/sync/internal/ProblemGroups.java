package dev.tieout.qbo.sync.internal;

import dev.tieout.RecordKind;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Groups what is stuck by why it is stuck. */
public final class ProblemGroups {
    private static final int EXAMPLES = 10;

    private ProblemGroups() {}

    private record Reason(String cause, String code, String message) {}

    private static final class Group {
        final List<SyncStatus> examples = new ArrayList<>();
        int count;
    }

    /** The groups of one company, the largest first. */
    public static List<ProblemGroup> of(EngineParts parts, CompanyScope scope) {
        Map<Reason, Group> groups = new LinkedHashMap<>();
        for (RecordKind kind : Waking.KINDS) {
            parts.rows()
                    .all(scope, kind, null)
                    .map(RecordRow::status)
                    .filter(status -> status.problem() != null)
                    .forEach(status -> add(groups, status));
        }
        return groups.values().stream()
                .map(ProblemGroups::group)
                .sorted(Comparator.comparingInt(ProblemGroup::count).reversed())
                .toList();
    }

    private static void add(Map<Reason, Group> groups, SyncStatus status) {
        SyncProblem problem = Objects.requireNonNull(status.problem());
        Reason reason = new Reason(problem.cause().name(), String.valueOf(problem.faultCode()), problem.message());
        Group group = groups.computeIfAbsent(reason, key -> new Group());
        group.count++;
        if (group.examples.size() < EXAMPLES) {
            group.examples.add(status);
        }
    }

    private static ProblemGroup group(Group group) {
        SyncProblem problem = Objects.requireNonNull(group.examples.get(0).problem());
        return new ProblemGroup(
                problem.cause(), problem.faultCode(), problem.message(), problem.remedy(), group.count, group.examples);
    }
}
