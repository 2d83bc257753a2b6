package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.SetupRun.State;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.setup.SetupUndo;
import dev.tieout.qbo.setup.SetupUndo.Line;
import dev.tieout.qbo.setup.SetupUndo.Result;
import dev.tieout.qbo.setup.SetupUndo.Step;
import dev.tieout.qbo.setup.internal.RunLine.Undone;
import dev.tieout.qbo.setup.internal.RunRows.Head;
import dev.tieout.qbo.setup.internal.RunRows.Piece;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes runs back, a piece at a time; what became of each line is stored with it. */
final class Undo {
    private final Engine engine;
    private final Supplier<CompanyScope> scopes;
    private final Map<SetupStep, Target<?, ?>> targets;
    private final Wizard wizard;

    Undo(Engine engine, Supplier<CompanyScope> scopes, Map<SetupStep, Target<?, ?>> targets, Wizard wizard) {
        this.engine = engine;
        this.scopes = scopes;
        this.targets = targets;
        this.wizard = wizard;
    }

    SetupUndo plan(String run) {
        CompanyScope scope = scopes.get().patient();
        RunRows rows = new RunRows(engine.parts(), scope);
        Head head = ended(rows, run);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head.pieces(); i++) {
            List<RunLine> touched = touched(rows.pieces(head, i, i + 1).get(0));
            Undoing<?, ?> undoing = undoing(scope, head, touched);
            touched.forEach(line -> lines.add(undoing.plan(line)));
        }
        return new SetupUndo(run, lines);
    }

    private Undoing<?, ?> undoing(CompanyScope scope, Head head, List<RunLine> lines) {
        return of(Objects.requireNonNull(targets.get(head.run().step())), scope, lines);
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Undoing<L, E> of(
            Target<L, E> target, CompanyScope scope, List<RunLine> lines) {
        return new Undoing<>(engine, target, scope, lines);
    }

    private static List<RunLine> touched(Piece piece) {
        return piece.lines().stream().filter(Undoing::isTouched).toList();
    }

    private static Head ended(RunRows rows, String run) {
        Head head = rows.get(run);
        if (head.run().state() == State.RUNNING) {
            throw new IllegalArgumentException("the run is under way: cancel it, then undo it");
        }
        return head;
    }

    SetupUndo carryOut(SetupUndo plan, Applying options) {
        CompanyScope scope = scopes.get().patient();
        RunRows rows = new RunRows(engine.parts(), scope);
        ended(rows, plan.run());
        Lease lease = new Lease(engine, rows, plan.run());
        if (!lease.take()) {
            throw new IllegalArgumentException(
                    "the run is being worked on by another node: try again when that has ended");
        }
        try {
            Map<Object, Step> agreed = new HashMap<>();
            plan.lines().forEach(line -> agreed.put(line.decision(), line.step()));
            List<Line> lines = new ArrayList<>();
            Head head = lease.head();
            for (int i = 0; i < head.pieces(); i++) {
                Piece piece = rows.pieces(head, i, i + 1).get(0);
                List<RunLine> touched = touched(piece);
                List<Line> done = undoing(scope, head, touched).carryOut(agreed, options.by());
                lines.addAll(done);
                store(rows, head, piece, touched, done);
                lease.renew(head.run().done());
                options.progress().at("undoing", lines.size());
            }
            Objects.requireNonNull(targets.get(head.run().step())).changed(scope);
            if (lines.stream().noneMatch(line -> line.result() == Result.UNSETTLED)) {
                finish(scope, rows, plan.run(), options);
            }
            return new SetupUndo(plan.run(), lines);
        } finally {
            lease.release();
        }
    }

    private void finish(CompanyScope scope, RunRows rows, String run, Applying options) {
        SetupRun undone = rows.change(
                        run,
                        head -> head.with(Runs.with(
                                head.run(),
                                State.UNDONE,
                                head.run().done(),
                                head.run().endedAt())))
                .run();
        wizard.undone(scope, undone, options);
    }

    /** What is settled is stored; a faster node's word stands. */
    private static void store(RunRows rows, Head head, Piece piece, List<RunLine> touched, List<Line> done) {
        Map<SetupDecision, Line> byDecision = new HashMap<>();
        for (int i = 0; i < touched.size(); i++) {
            byDecision.put(touched.get(i).decision(), done.get(i));
        }
        List<RunLine> next = piece.lines().stream()
                .map(line -> settled(line, byDecision.get(line.decision())))
                .toList();
        if (!next.equals(piece.lines())) {
            rows.save(head, piece.with(next));
        }
    }

    private static RunLine settled(RunLine line, @Nullable Line became) {
        @Nullable Result result = became == null ? null : became.result();
        return became == null || result == null || result == Result.UNSETTLED || line.undone() != null
                ? line
                : line.with(new Undone(result.name(), became.why()));
    }
}
