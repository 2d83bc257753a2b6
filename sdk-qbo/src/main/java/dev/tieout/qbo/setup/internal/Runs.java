package dev.tieout.qbo.setup.internal;

import dev.tieout.internal.Given;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.SetupRun.State;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.setup.internal.RunRows.Head;
import dev.tieout.qbo.setup.internal.RunRows.Piece;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores plans as runs and carries them out, so that another node can go on with them. */
final class Runs {
    /** Pieces in hand at once: full batches; what is left over of each goes in a batch that is not. */
    private static final int PIECES = 6;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Engine engine;
    private final Supplier<CompanyScope> scopes;
    private final Map<SetupStep, Apply<?, ?>> appliers;
    private final Wizard wizard;
    private final FeedStart feed;

    Runs(Engine engine, Supplier<CompanyScope> scopes, Map<SetupStep, Apply<?, ?>> appliers, Wizard wizard) {
        this.engine = engine;
        this.scopes = scopes;
        this.appliers = appliers;
        this.wizard = wizard;
        this.feed = new FeedStart(engine);
    }

    SetupRun begin(SetupStep step, Agreed plan, Applying options) {
        CompanyScope scope = scopes.get();
        plan.require(scope, options);
        Instant now = engine.clock().instant();
        String id = DAY.format(now) + "-" + engine.parts().requestIds().get().substring(0, 12);
        List<RunLine> lines = plan.lines();
        SetupRun run = new SetupRun(id, step, State.RUNNING, 0, lines.size(), options.by(), now, null);
        Head head = new Head(
                run,
                plan.madeAt(),
                RunRows.pieces(lines.size()),
                RunRows.pieces(plan.undecided().size()),
                "",
                Instant.EPOCH);
        rows(scope).create(head, lines, plan.undecided());
        wizard.begun(scope, run, plan);
        return run;
    }

    SetupReport goOn(String run, SetupProgress progress) {
        CompanyScope scope = scopes.get().patient();
        RunRows rows = rows(scope);
        Head head = rows.get(Given.value("run", run));
        Given.value("progress", progress);
        if (head.run().state() == State.RUNNING) {
            Lease lease = new Lease(engine, rows, run);
            if (lease.take()) {
                try {
                    work(scope, rows, lease, progress);
                } finally {
                    lease.release();
                }
            }
        }
        return report(rows, rows.get(run));
    }

    private void work(CompanyScope scope, RunRows rows, Lease lease, SetupProgress progress) {
        Head head = lease.head();
        Apply<?, ?> apply = Objects.requireNonNull(appliers.get(head.run().step()));
        int done = 0;
        boolean held = true;
        for (int from = 0; held && from < head.pieces(); from += PIECES) {
            List<Piece> pieces = rows.pieces(head, from, Math.min(from + PIECES, head.pieces()));
            if (!pieces.stream().allMatch(Piece::isDone) && !carryOut(scope, rows, apply, head, pieces)) {
                return;
            }
            done += pieces.stream().mapToInt(piece -> piece.lines().size()).sum();
            progress.at("applying", done, head.run().total());
            held = lease.renew(done) && lease.head().run().state() == State.RUNNING;
        }
        // What was linked is to be kept in step from now on, also where the run was stopped.
        apply.target().changed(scope);
        feed.from(scope, head.planMadeAt());
        if (held) {
            Instant now = engine.clock().instant();
            Head ended = rows.change(
                    head.run().id(),
                    h -> h.run().state() == State.RUNNING
                            ? h.with(with(h.run(), State.DONE, h.run().total(), now))
                            : h);
            if (ended.run().state() == State.DONE) {
                wizard.done(scope, ended.run());
            }
        }
    }

    /** Says what was before, then carries out; {@code false} if another node does. */
    private boolean carryOut(CompanyScope scope, RunRows rows, Apply<?, ?> apply, Head head, List<Piece> pieces) {
        List<RunLine> lines =
                pieces.stream().flatMap(piece -> piece.lines().stream()).toList();
        Apply<?, ?>.Chunk chunk = apply.read(scope, lines, head.run().by());
        List<RunLine> prepared = chunk.prepared();
        @Nullable List<Piece> stored = save(rows, head, pieces, prepared);
        return stored != null && save(rows, head, stored, chunk.carriedOut(prepared)) != null;
    }

    private static @Nullable List<Piece> save(RunRows rows, Head head, List<Piece> pieces, List<RunLine> lines) {
        List<Piece> stored = new ArrayList<>();
        int from = 0;
        for (Piece piece : pieces) {
            Piece next = piece.with(lines.subList(from, from + piece.lines().size()));
            from += piece.lines().size();
            @Nullable Piece saved = next.lines().equals(piece.lines()) ? piece : rows.save(head, next);
            if (saved == null) {
                return null;
            }
            stored.add(saved);
        }
        return stored;
    }

    SetupRun cancel(String run) {
        CompanyScope scope = scopes.get();
        RunRows rows = rows(scope);
        rows.get(Given.value("run", run));
        Instant now = engine.clock().instant();
        SetupRun stopped = rows.change(
                        run,
                        head -> head.run().state() == State.RUNNING
                                ? head.with(with(
                                        head.run(), State.CANCELLED, head.run().done(), now))
                                : head)
                .run();
        if (stopped.state() == State.CANCELLED) {
            wizard.cancelled(scope, stopped);
        }
        return stopped;
    }

    List<SetupRun> all() {
        return rows(scopes.get()).all().stream().map(Head::run).toList();
    }

    Optional<SetupReport> report(String run) {
        CompanyScope scope = scopes.get();
        RunRows rows = rows(scope);
        return rows.find(Given.value("run", run)).map(head -> report(rows, head));
    }

    private static SetupReport report(RunRows rows, Head head) {
        return new SetupReport(
                head.run(),
                rows.pieces(head, 0, head.pieces()).stream()
                        .flatMap(piece -> piece.lines().stream())
                        .map(RunLine::entry)
                        .toList(),
                rows.undecided(head));
    }

    private RunRows rows(CompanyScope scope) {
        return new RunRows(engine.parts(), scope);
    }

    static SetupRun with(SetupRun run, State state, int done, @Nullable Instant endedAt) {
        return new SetupRun(run.id(), run.step(), state, done, run.total(), run.by(), run.startedAt(), endedAt);
    }
}
