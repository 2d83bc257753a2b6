package dev.tieout.qbo.setup.internal;

import dev.tieout.RecordKind;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.SetupState;
import dev.tieout.qbo.setup.SetupState.Progress;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.setup.internal.StepRows.Row;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Moves the steps of the setup on. */
final class Wizard {
    private final Engine engine;

    Wizard(Engine engine) {
        this.engine = engine;
    }

    SetupState state(CompanyScope scope) {
        return rows(scope).state();
    }

    List<SetupDecision> kept(CompanyScope scope, SetupStep step) {
        return rows(scope).get(step).kept();
    }

    void keep(CompanyScope scope, SetupStep step, Agreed plan, Applying options) {
        plan.require(scope, options);
        change(scope, step, row -> row(row, Progress.IN_PROGRESS, plan.decisions(), plan.open(), null, options.by()));
    }

    /** The decisions are kept until all are carried out: a run that is stopped leaves them to be gone on with. */
    void begun(CompanyScope scope, SetupRun run, Agreed plan) {
        change(scope, run.step(), row -> row(row, Progress.RUNNING, plan.decisions(), plan.open(), run.id(), run.by()));
    }

    void done(CompanyScope scope, SetupRun run) {
        ended(scope, run, Progress.DONE);
        switchOn(scope, run.step());
    }

    void cancelled(CompanyScope scope, SetupRun run) {
        ended(scope, run, Progress.IN_PROGRESS);
    }

    /** The step is open again, if nothing was done about it since. */
    void undone(CompanyScope scope, SetupRun run, Applying options) {
        change(
                scope,
                run.step(),
                row -> run.id().equals(row.step().run())
                        ? row(row, Progress.OPEN, row.kept(), row.step().open(), null, options.by())
                        : row);
    }

    private void ended(CompanyScope scope, SetupRun run, Progress progress) {
        rows(scope).change(run.step(), row -> {
            SetupState.Step step = row.step();
            if (!run.id().equals(step.run())) {
                return row;
            }
            return new Row(
                    new SetupState.Step(step.step(), progress, step.decided(), step.open(), run.id(), run.by(), now()),
                    progress == Progress.DONE ? List.of() : row.kept(),
                    row.switchedOff());
        });
    }

    SetupState skip(CompanyScope scope, SetupStep step, Applying options) {
        if (step == SetupStep.CLIENTS) {
            throw new IllegalArgumentException(
                    "step: CLIENTS cannot be skipped, since everything else names a client; keep single clients out instead");
        }
        SyncSettings settings = engine.settings(scope.tenant());
        Map<RecordKind, KindSettings> off = new TreeMap<>();
        SyncSettings next = settings;
        for (RecordKind kind : kinds(step)) {
            off.put(kind, settings.of(kind));
            next = next.with(kind, settings.of(kind).off());
        }
        change(scope, step, row -> {
            Row skipped = row(row, Progress.SKIPPED, List.of(), row.step().open(), null, options.by());
            // What is off already because of a skip would be remembered as off.
            return new Row(skipped.step(), skipped.kept(), row.switchedOff().isEmpty() ? off : row.switchedOff());
        });
        engine.settings(scope.tenant(), next);
        return state(scope);
    }

    SetupState complete(CompanyScope scope, SetupStep step, Applying options) {
        change(
                scope,
                step,
                row -> row(
                        row,
                        Progress.DONE,
                        List.of(),
                        row.step().open(),
                        row.step().run(),
                        options.by()));
        switchOn(scope, step);
        return state(scope);
    }

    SetupState restart(CompanyScope scope, Applying options) {
        for (SetupStep step : SetupStep.values()) {
            change(scope, step, row -> row(row, Progress.OPEN, List.of(), 0, null, options.by()));
            switchOn(scope, step);
        }
        return state(scope);
    }

    /** What a skip switched off is as it was, but for what somebody changed since. */
    private void switchOn(CompanyScope scope, SetupStep step) {
        Map<RecordKind, KindSettings> off = rows(scope).get(step).switchedOff();
        if (off.isEmpty()) {
            return;
        }
        SyncSettings settings = engine.settings(scope.tenant());
        SyncSettings next = settings;
        for (Map.Entry<RecordKind, KindSettings> each : off.entrySet()) {
            KindSettings now = settings.of(each.getKey());
            next = now.equals(now.off()) ? next.with(each.getKey(), each.getValue()) : next;
        }
        engine.settings(scope.tenant(), next);
        rows(scope).change(step, row -> new Row(row.step(), row.kept(), Map.of()));
    }

    private static List<RecordKind> kinds(SetupStep step) {
        List<RecordKind> kinds = new ArrayList<>();
        if (step == SetupStep.SERVICE_ITEMS) {
            kinds.addAll(List.of(RecordKind.SERVICE_ITEM, RecordKind.INVOICE, RecordKind.CREDIT_MEMO));
        } else if (step == SetupStep.PAYMENTS) {
            kinds.addAll(List.of(RecordKind.PAYMENT, RecordKind.REFUND, RecordKind.PAYOUT));
        }
        return kinds;
    }

    private interface Change {
        Row of(Row row);
    }

    private void change(CompanyScope scope, SetupStep step, Change change) {
        rows(scope).change(step, change::of);
    }

    private Row row(
            Row row, Progress progress, List<SetupDecision> kept, int open, @Nullable String run, @Nullable String by) {
        int decided = progress == Progress.DONE ? row.step().decided() : kept.size();
        return new Row(
                new SetupState.Step(row.step().step(), progress, decided, open, run, by, now()),
                kept,
                row.switchedOff());
    }

    private Instant now() {
        return engine.clock().instant();
    }

    private StepRows rows(CompanyScope scope) {
        return new StepRows(engine.parts().store(), scope);
    }
}
