package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.BatchItem;
import dev.tieout.qbo.api.BatchOutcome;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.setup.SetupDecision.Action;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupUndo.Line;
import dev.tieout.qbo.setup.SetupUndo.Result;
import dev.tieout.qbo.setup.SetupUndo.Step;
import dev.tieout.qbo.setup.internal.RunLine.Done;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.decide.Question;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.KeptOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

// Longer than others: what can be taken back, why not, and how it is done.
/** Takes some lines of a run back, or says what that would do. */
final class Undoing<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private final Engine engine;
    private final Target<L, E> target;
    private final TwoWay<L, E> kind;
    private final CompanyScope scope;
    private final List<RunLine> lines;
    private final Map<RemoteId, E> current = new HashMap<>();

    Undoing(Engine engine, Target<L, E> target, CompanyScope scope, List<RunLine> lines) {
        this.engine = engine;
        this.target = target;
        this.kind = target.kind();
        this.scope = scope;
        this.lines = lines;
        List<RemoteId> ids = lines.stream()
                .map(RunLine::done)
                .filter(done -> done != null && done.remote() != null)
                .map(done -> Objects.requireNonNull(Objects.requireNonNull(done).remote()))
                .distinct()
                .toList();
        Reading.byIds(scope.api(), kind.type(), kind.about().id(), ids)
                .forEach(e -> current.put(RemoteId.of(e.id().orElseThrow()), e));
    }

    /** Whether a run touched anything by a line. */
    static boolean isTouched(RunLine line) {
        @Nullable Done done = line.done();
        if (done == null) {
            return false;
        }
        return switch (done.result()) {
            case LINKED, CREATED, REMEMBERED, UNLINKED, MADE_INACTIVE -> true;
            case PENDING, FAILED -> done.remote() != null && line.decision().action() != Action.CREATE_IN_APP;
            case SKIPPED, ALREADY, STALE, NAME_TAKEN, NOT_DONE -> false;
        };
    }

    Line plan(RunLine line) {
        RunLine.@Nullable Undone undone = line.undone();
        if (undone != null) {
            return line(line, Step.LEAVE, List.of(), undone.note(), Result.valueOf(undone.result()));
        }
        Done done = Objects.requireNonNull(line.done());
        if (line.decision().action() == Action.CREATE_IN_APP) {
            return leave(line, "It was created in the app: deactivate or delete it there; its link stays");
        }
        if (done.result() == SetupReport.Result.REMEMBERED || done.result() == SetupReport.Result.UNLINKED) {
            return leave(line, "It is a decision: decide otherwise in the next plan");
        }
        if (done.result() == SetupReport.Result.MADE_INACTIVE) {
            return planMadeInactive(line, done);
        }
        LocalId local = Objects.requireNonNull(done.local());
        RemoteId remote = Objects.requireNonNull(done.remote());
        if (!isOurs(local, remote)) {
            return leave(line, "Its link has been changed since");
        }
        @Nullable E entity = current.get(remote);
        if (entity == null) {
            return leave(line, "QuickBooks no longer has it");
        }
        boolean created = line.decision().action() == Action.CREATE_IN_QUICKBOOKS;
        return created ? planCreated(line, done, entity) : planLinked(line, done, entity);
    }

    private Line planMadeInactive(RunLine line, Done done) {
        if (done.remote() == null) {
            return leave(line, "It was made inactive in the app: make it active there");
        }
        @Nullable E entity = current.get(done.remote());
        if (entity == null) {
            return leave(line, "QuickBooks no longer has it");
        }
        return kind.active(entity)
                ? leave(line, "Somebody made it active again")
                : line(line, Step.MAKE_ACTIVE, List.of(), "", null);
    }

    /** Linked with what the run linked it with, or taken apart by an undo that broke off. */
    private boolean isOurs(LocalId local, RemoteId remote) {
        RecordRow row = engine.parts().rows().get(scope.key(kind.name(), local));
        People people = row.facts().people();
        People.@Nullable Said said = people.said().get(People.OUT);
        boolean apart = row.remoteId() == null
                && people.out() == KeptOut.UNMATCHED
                && said != null
                && said.undo()
                && remote.value().equals(people.wasLinked());
        return apart || remote.equals(row.remoteId());
    }

    private Line planCreated(RunLine line, Done done, E entity) {
        Projection there = kind.project(entity);
        if (!kind.active(entity)) {
            return line(line, Step.MAKE_INACTIVE, List.of(), "", null);
        }
        if (done.after().isEmpty() || !there.equals(done.after())) {
            return leave(line, "Somebody changed it in QuickBooks since");
        }
        if (!appHolds(done, done.after().members(), entity)) {
            return leave(line, "Somebody changed it in the app since");
        }
        Question.@Nullable Locked locked = kind.locked(entity, engine.clock().instant());
        return locked == null
                ? line(line, Step.MAKE_INACTIVE, List.of(), "", null)
                : leave(line, withoutEnd(locked.problem().message()));
    }

    private Line planLinked(RunLine line, Done done, E entity) {
        Projection there = kind.project(entity);
        Projection before = Objects.requireNonNull(line.before()).there();
        List<String> restored = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String member : done.after().members()) {
            boolean still =
                    there.member(member).equals(done.after().member(member)) && appHolds(done, Set.of(member), entity);
            boolean already = there.member(member).equals(before.member(member));
            if (still) {
                restored.add(member);
            } else if (!already) {
                left.add(member);
            }
        }
        String why = left.isEmpty() ? "" : String.join(", ", left) + " was changed on one side since and stays.";
        return line(line, restored.isEmpty() ? Step.UNLINK : Step.RESTORE, restored, why, null);
    }

    /** Whether the app still says what the run wrote. */
    private boolean appHolds(Done done, Set<String> members, E entity) {
        try {
            return record(done)
                    .map(local -> kind.app(said(local), local, entity, Projection.EMPTY))
                    .filter(app -> members.stream()
                            .allMatch(member -> kind.rules().satisfied(member, app, done.after(), null)))
                    .isPresent();
        } catch (Blocked | InvalidFieldException e) {
            // What QuickBooks would not take is not what the run wrote.
            return false;
        }
    }

    private Optional<L> record(Done done) {
        return kind.records()
                .find(scope.tenant(), Objects.requireNonNull(done.local()))
                .map(LocalRecord::record);
    }

    private E said(L local) {
        return kind.entity(local, new NoLinks(scope.settings(), scope.api()));
    }

    /**
     * Takes back what the lines allow.
     *
     * @param agreed the steps that were shown, by decision; what was to be left is left
     */
    List<Line> carryOut(Map<Object, Step> agreed, @Nullable String by) {
        Map<RunLine, Line> lined = new LinkedHashMap<>();
        Map<RunLine, Write<E>> writes = new LinkedHashMap<>();
        for (RunLine each : lines) {
            Line plan = plan(each);
            boolean shown = agreed.getOrDefault(each.decision(), Step.LEAVE) != Step.LEAVE;
            if (plan.result() != null || plan.step() == Step.LEAVE || !shown) {
                lined.put(each, plan.result() == null ? with(plan, Result.LEFT, plan.why()) : plan);
                continue;
            }
            if (plan.step() != Step.MAKE_ACTIVE) {
                target.handle()
                        .takeBack(Objects.requireNonNull(plan.local()), Objects.requireNonNull(plan.remote()), by);
            }
            @Nullable Write<E> write = write(each, plan);
            if (write == null) {
                lined.put(each, with(plan, Result.TAKEN_BACK, plan.why()));
            } else {
                lined.put(each, plan);
                writes.put(each, write);
            }
        }
        send(writes, lined);
        return List.copyOf(lined.values());
    }

    private @Nullable Write<E> write(RunLine line, Line plan) {
        Done done = Objects.requireNonNull(line.done());
        E entity = Objects.requireNonNull(current.get(Objects.requireNonNull(plan.remote())));
        if (plan.step() == Step.MAKE_ACTIVE) {
            return new Presence<>(kind, scope).write(entity, true);
        }
        if (plan.step() == Step.MAKE_INACTIVE) {
            Projection inactive = Projection.builder().put("Active", false).build();
            return kind.active(entity) ? update(done, entity, Set.of("Active"), inactive) : null;
        }
        return plan.fields().isEmpty()
                ? null
                : update(
                        done,
                        entity,
                        new TreeSet<>(plan.fields()),
                        Objects.requireNonNull(line.before()).there());
    }

    /** The app's record with QuickBooks' older values says what QuickBooks is to hold again. */
    private Write<E> update(Done done, E entity, Set<String> members, Projection values) {
        L local = record(done).orElseGet(() -> kind.adopt(Objects.requireNonNull(done.local()), entity));
        E wanted = said(kind.accept(local, members, values));
        return kind.update(entity, wanted, Projection.EMPTY, members);
    }

    private void send(Map<RunLine, Write<E>> writes, Map<RunLine, Line> lined) {
        List<RunLine> sent = List.copyOf(writes.keySet());
        List<BatchOutcome> outcomes = sent.isEmpty()
                ? List.of()
                : scope.api()
                        .batch(writes.values().stream().map(BatchItem::of).toList(), WriteOptions.standard())
                        .outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            Line plan = Objects.requireNonNull(lined.get(sent.get(i)));
            BatchOutcome outcome = outcomes.get(i);
            Line ended;
            if (outcome instanceof BatchOutcome.Written written) {
                ended = written(
                        sent.get(i), plan, kind.type().fromJson(written.entity().toJson()));
            } else if (outcome instanceof BatchOutcome.Failed failed) {
                ended = with(
                        plan,
                        Result.PARTLY,
                        (plan.step() == Step.MAKE_ACTIVE ? "" : "The link is taken back; ")
                                + failed.failure().getMessage());
            } else {
                ended = with(plan, Result.UNSETTLED, "QuickBooks did not say what became of it: undo the run again.");
            }
            lined.put(sent.get(i), ended);
        }
    }

    /** QuickBooks' answer says what it made of it. */
    private Line written(RunLine line, Line plan, E answer) {
        Projection there = kind.project(answer);
        Projection before = Objects.requireNonNull(line.before()).there();
        List<String> otherwise = plan.fields().stream()
                .filter(member -> !there.member(member).equals(before.member(member)))
                .toList();
        return otherwise.isEmpty()
                ? with(plan, Result.TAKEN_BACK, plan.why())
                : with(plan, Result.PARTLY, "QuickBooks made something else of " + String.join(", ", otherwise) + ".");
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Line leave(RunLine line, String why) {
        return line(line, Step.LEAVE, List.of(), why + ".", null);
    }

    private static Line line(RunLine line, Step step, List<String> fields, String why, @Nullable Result result) {
        @Nullable Done done = line.done();
        return new Line(
                line.decision(),
                done == null ? line.decision().local() : done.local(),
                line.localName(),
                done == null ? line.decision().remote() : done.remote(),
                line.remoteName(),
                step,
                fields,
                why,
                result);
    }

    static Line with(Line line, Result result, String why) {
        return new Line(
                line.decision(),
                line.local(),
                line.localName(),
                line.remote(),
                line.remoteName(),
                line.step(),
                line.fields(),
                why,
                result);
    }
}
