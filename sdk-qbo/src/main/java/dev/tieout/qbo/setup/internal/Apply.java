package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.names.NameRules;
import dev.tieout.qbo.entity.MetaData;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupDecision.Action;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.setup.internal.RunLine.Before;
import dev.tieout.qbo.setup.internal.RunLine.Done;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.inbound.Adoption;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

// Longer than others: every decision, refused or carried out, and how it is told.
/** Carries decisions out, some hundred at a time; each is looked at again before anything is touched. */
final class Apply<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    /** QuickBooks says when it made a record; this machine's clock may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Engine engine;
    private final Target<L, E> target;

    Apply(Engine engine, Target<L, E> target) {
        this.engine = engine;
        this.target = target;
    }

    Target<L, E> target() {
        return target;
    }

    /** Reads what the lines are about. */
    Chunk read(CompanyScope scope, List<RunLine> lines, @Nullable String by) {
        return new Chunk(scope, lines, by);
    }

    /** Some lines of a run, with the records that they are about as they are now. */
    final class Chunk {
        private final CompanyScope scope;
        private final List<RunLine> lines;
        private final @Nullable String by;
        private final Map<RemoteId, E> current = new HashMap<>();
        private Map<LocalId, RecordRow> rows;

        private Chunk(CompanyScope scope, List<RunLine> lines, @Nullable String by) {
            this.scope = scope;
            this.lines = lines;
            this.by = by;
            List<RemoteId> ids = lines.stream()
                    .filter(line -> line.decision().action() == Action.LINK
                            || line.decision().action() == Action.CREATE_IN_APP
                            || line.decision().action() == Action.MAKE_INACTIVE)
                    .map(line -> line.decision().remote())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Reading.byIds(
                            scope.api(),
                            target.kind().type(),
                            target.kind().about().id(),
                            ids)
                    .forEach(e -> current.put(RemoteId.of(e.id().orElseThrow()), e));
            rows = readRows();
        }

        private Map<LocalId, RecordRow> readRows() {
            List<RowKey> keys = lines.stream()
                    .map(line -> line.decision().local())
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(id -> scope.key(target.kind().name(), id))
                    .toList();
            Map<LocalId, RecordRow> read = new HashMap<>();
            for (SyncRow row : engine.parts().rows().findAll(keys).values()) {
                read.put(LocalId.of(row.key().id()), engine.parts().rows().open(row));
            }
            return read;
        }

        /** The same lines, each with how things are before it is carried out, unless that was noted already. */
        List<RunLine> prepared() {
            Instant now = engine.clock().instant();
            Set<RemoteId> held = held();
            return lines.stream()
                    .map(line -> line.before() != null || line.done() != null
                            ? line
                            : line.with(before(line.decision(), held, now)))
                    .toList();
        }

        private Set<RemoteId> held() {
            List<RemoteId> ids = lines.stream()
                    .filter(line -> line.decision().action() == Action.CREATE_IN_APP)
                    .map(line -> Objects.requireNonNull(line.decision().remote()))
                    .toList();
            return engine.parts()
                    .rows()
                    .findLinked(
                            scope.tenant(), scope.realm().value(), target.kind().name(), ids)
                    .keySet();
        }

        private Before before(SetupDecision decision, Set<RemoteId> held, Instant now) {
            @Nullable E remote = decision.remote() == null ? null : current.get(decision.remote());
            return new Before(
                    now,
                    decision.local() == null ? null : linked(decision.local()),
                    decision.remote() != null && held.contains(decision.remote()),
                    remote == null || decision.action() != Action.LINK
                            ? Projection.EMPTY
                            : target.kind().project(remote));
        }

        private @Nullable RemoteId linked(LocalId local) {
            @Nullable RecordRow row = rows.get(local);
            return row == null ? null : row.remoteId();
        }

        /** What can be carried out goes together; the rest is reported as what it is. */
        List<RunLine> carriedOut(List<RunLine> prepared) {
            Map<RunLine, Done> done = new HashMap<>();
            List<RunLine> links = new ArrayList<>();
            List<L> linkRecords = new ArrayList<>();
            List<E> linkEntities = new ArrayList<>();
            List<RunLine> ends = new ArrayList<>();
            List<RunLine> creates = new ArrayList<>();
            List<L> createRecords = new ArrayList<>();
            for (RunLine line : prepared) {
                if (line.done() != null) {
                    continue;
                }
                switch (line.decision().action()) {
                    case LINK -> {
                        @Nullable Done refused = refusedLink(line);
                        if (refused == null) {
                            links.add(line);
                            linkRecords.add(shown(line).orElseThrow());
                            linkEntities.add(Objects.requireNonNull(
                                    current.get(line.decision().remote())));
                        } else {
                            done.put(line, refused);
                        }
                    }
                    case CREATE_IN_QUICKBOOKS -> {
                        Optional<L> record = present(local(line));
                        if (linked(local(line)) != null) {
                            done.put(line, madeBefore(line));
                        } else if (record.isEmpty()) {
                            done.put(line, gone(line));
                        } else {
                            creates.add(line);
                            createRecords.add(record.get());
                        }
                    }
                    case CREATE_IN_APP -> done.put(line, createInApp(line, remote(line)));
                    case MAKE_INACTIVE -> {
                        Optional<Done> now = line.decision().remote() == null
                                ? Optional.of(madeInactiveInApp(line))
                                : leftActive(line, remote(line));
                        now.ifPresentOrElse(ended -> done.put(line, ended), () -> ends.add(line));
                    }
                    case SKIP -> done.put(line, done(line, Result.SKIPPED, ""));
                    case KEEP_OUT, NOT_THE_SAME -> done.put(line, remembered(line));
                    case UNLINK -> done.put(line, unlinked(line));
                }
            }
            target.handle().link(linkRecords, linkEntities);
            target.handle().create(createRecords);
            done.putAll(madeInactive(ends));
            rows = readRows();
            links.forEach(line -> done.put(line, linkedAs(line)));
            for (int i = 0; i < creates.size(); i++) {
                done.put(creates.get(i), createdAs(creates.get(i), createRecords.get(i)));
            }
            return prepared.stream()
                    .map(line -> line.done() != null ? line : line.with(Objects.requireNonNull(done.get(line))))
                    .toList();
        }

        private static LocalId local(RunLine line) {
            return Objects.requireNonNull(line.decision().local());
        }

        private static RemoteId remote(RunLine line) {
            return Objects.requireNonNull(line.decision().remote());
        }

        /** Why a link cannot be made any more; {@code null} if it can. */
        private @Nullable Done refusedLink(RunLine line) {
            LocalId localId = local(line);
            RemoteId remoteId = remote(line);
            @Nullable RemoteId now = linked(localId);
            if (now != null && now.equals(remoteId)) {
                // A node that stopped before it could say so had linked them.
                return remoteId.equals(Objects.requireNonNull(line.before()).linked())
                        ? done(line, Result.ALREADY, "")
                        : linkedAs(line);
            }
            if (now != null) {
                return stale(line, local() + " has been matched with another " + target.remoteWord() + " since");
            }
            Optional<L> record = shown(line);
            if (record.isEmpty()) {
                return gone(line);
            }
            @Nullable E remote = current.get(remoteId);
            if (remote == null || (inactive(remote) && !line.inactive())) {
                return goneThere(line);
            }
            boolean renamed = renamed(line.localName(), target.name(record.get()))
                    || renamed(line.remoteName(), target.name(remote));
            return renamed ? stale(line, "One of the two has been renamed since the preview") : null;
        }

        private Done linkedAs(RunLine line) {
            SyncStatus status = status(local(line));
            boolean lost = status.problem() != null && status.problem().cause() == ProblemCause.LINKED_TWICE;
            return lost
                    ? stale(line, remote() + " has been matched with another " + target.localWord() + " since")
                    : finished(line, Result.LINKED, status);
        }

        /** Linked before it was carried out: by a node that stopped before it could say so, or by somebody else. */
        private Done madeBefore(RunLine line) {
            Before before = Objects.requireNonNull(line.before());
            boolean ours = before.linked() == null
                    && seen(local(line))
                            .flatMap(QboEntity::metaData)
                            .flatMap(MetaData::createTime)
                            .filter(at -> !at.toInstant().isBefore(before.at().minus(CLOCKS_DIFFER)))
                            .isPresent();
            return ours ? finished(line, Result.CREATED, status(local(line))) : done(line, Result.ALREADY, "");
        }

        private Done createdAs(RunLine line, L record) {
            SyncStatus status = status(local(line));
            if (status.problem() != null && status.problem().cause() == ProblemCause.NAME_TAKEN) {
                CreateOutcome.NameTaken taken = target.taken(scope, record);
                return new Done(
                        Result.NAME_TAKEN,
                        line.decision().local(),
                        null,
                        "The name belongs to " + taken.holder() + ".",
                        taken.suggestions(),
                        status.problem(),
                        Projection.EMPTY);
            }
            return finished(line, Result.CREATED, status);
        }

        private Done createInApp(RunLine line, RemoteId remoteId) {
            Optional<LocalId> holder = engine.parts()
                    .rows()
                    .holder(scope.tenant(), scope.realm().value(), target.kind().name(), remoteId);
            if (holder.isPresent()) {
                boolean ours = !Objects.requireNonNull(line.before()).held();
                return ours ? inApp(holder.get(), remoteId) : done(line, Result.ALREADY, "");
            }
            @Nullable E remote = current.get(remoteId);
            if (remote == null || inactive(remote)) {
                return goneThere(line);
            }
            try {
                LocalId id = engine.adopt(scope, target.kind(), remote);
                engine.exclude(scope, target.kind().name(), remoteId, false, by);
                return inApp(id, remoteId);
            } catch (Adoption.RefusedByApp e) {
                return done(line, Result.FAILED, "The app does not take it: " + e.getMessage());
            } catch (RuntimeException e) {
                return failedInApp(line, e);
            }
        }

        private static Done inApp(LocalId id, RemoteId remoteId) {
            return new Done(Result.CREATED, id, remoteId, "", List.of(), null, Projection.EMPTY);
        }

        private Done remembered(RunLine line) {
            SetupDecision decision = line.decision();
            if (decision.local() == null) {
                engine.exclude(scope, target.kind().name(), remote(line), true, by);
            } else if (decision.action() == Action.KEEP_OUT) {
                target.handle().keepOutBy(decision.local(), by);
            } else {
                target.handle().notTheSame(decision.local(), remote(line), by);
            }
            return done(line, Result.REMEMBERED, "");
        }

        private Done madeInactiveInApp(RunLine line) {
            LocalId id = local(line);
            if (linked(id) != null) {
                return stale(line, local() + " has been matched since");
            }
            if (present(id).isEmpty()) {
                return done(line, Result.ALREADY, "");
            }
            LocalOutcome outcome;
            try {
                outcome = target.kind().records().deactivate(scope.tenant(), id);
            } catch (RuntimeException e) {
                return failedInApp(line, e);
            }
            if (outcome instanceof LocalOutcome.Done) {
                return done(line, Result.MADE_INACTIVE, "");
            }
            return outcome instanceof LocalOutcome.Refused refused
                    ? done(line, Result.FAILED, "The app does not take it: " + refused.reason())
                    : gone(line);
        }

        /** A host that throws over one record must not end the whole run. */
        private Done failedInApp(RunLine line, RuntimeException e) {
            return done(
                    line,
                    Result.FAILED,
                    "The app failed over it (" + e.getClass().getSimpleName() + ").");
        }

        /** Why a record of QuickBooks stays as it is; empty if it can be made inactive. */
        private Optional<Done> leftActive(RunLine line, RemoteId remoteId) {
            boolean taken = engine.parts()
                    .rows()
                    .holder(scope.tenant(), scope.realm().value(), target.kind().name(), remoteId)
                    .isPresent();
            if (taken) {
                return Optional.of(stale(line, remote() + " has been matched with a " + target.localWord() + " since"));
            }
            @Nullable E remote = current.get(remoteId);
            if (remote == null || inactive(remote)) {
                return Optional.of(remote == null ? goneThere(line) : done(line, Result.ALREADY, ""));
            }
            if (renamed(line.remoteName(), target.name(remote))) {
                return Optional.of(stale(line, remote() + " has been renamed since the preview"));
            }
            return Optional.ofNullable(
                            target.kind().locked(remote, engine.clock().instant()))
                    .map(locked -> done(line, Result.FAILED, locked.problem().message()));
        }

        private Map<RunLine, Done> madeInactive(List<RunLine> ends) {
            Map<RunLine, Done> done = new HashMap<>();
            List<E> entities = ends.stream()
                    .map(line -> Objects.requireNonNull(current.get(remote(line))))
                    .toList();
            List<Optional<String>> refused = new Presence<>(target.kind(), scope).inactive(entities);
            for (int i = 0; i < ends.size(); i++) {
                RunLine line = ends.get(i);
                done.put(
                        line,
                        refused.get(i)
                                .map(why -> done(line, Result.FAILED, why))
                                .orElseGet(() -> done(line, Result.MADE_INACTIVE, "")));
            }
            return done;
        }

        private Done unlinked(RunLine line) {
            boolean apart = linked(local(line)) == null;
            if (!apart) {
                target.handle().unmatchBy(local(line), by);
            }
            boolean before = Objects.requireNonNull(line.before()).linked() == null;
            return done(line, apart && before ? Result.ALREADY : Result.UNLINKED, "");
        }

        private Optional<L> present(LocalId id) {
            return record(id).filter(target::active);
        }

        /** The app's record, if it is in use or the person was shown that it is not. */
        private Optional<L> shown(RunLine line) {
            return record(local(line)).filter(record -> line.inactive() || target.active(record));
        }

        private Optional<L> record(LocalId id) {
            return target.kind().records().find(scope.tenant(), id).map(LocalRecord::record);
        }

        private boolean inactive(E remote) {
            return !target.kind().active(remote);
        }

        private SyncStatus status(LocalId id) {
            @Nullable RecordRow row = rows.get(id);
            return row == null ? target.handle().status(id) : row.status();
        }

        /** The record of QuickBooks as it was last seen. */
        private Optional<E> seen(LocalId id) {
            return Optional.ofNullable(rows.get(id))
                    .map(row -> row.facts().sight())
                    .map(Sight::entity)
                    .map(target.kind().type()::fromJson);
        }

        private Done finished(RunLine line, Result done, SyncStatus status) {
            Result result = switch (status.state()) {
                case SYNCED -> done;
                case WAITING, CONFLICT, UNCERTAIN, NOT_SYNCED -> Result.PENDING;
                case NEEDS_ATTENTION, GONE -> Result.FAILED;
            };
            return new Done(
                    result,
                    status.localId(),
                    status.remoteId(),
                    "",
                    List.of(),
                    status.problem(),
                    result == done ? written(line, status.localId()) : Projection.EMPTY);
        }

        /** What QuickBooks holds now of what the run wrote: all of a record that it created. */
        private Projection written(RunLine line, LocalId id) {
            Projection there = seen(id).map(target.kind()::project).orElse(Projection.EMPTY);
            if (line.decision().action() != Action.LINK) {
                return there;
            }
            Projection before = Objects.requireNonNull(line.before()).there();
            Set<String> changed = new TreeSet<>(there.members());
            changed.addAll(before.members());
            changed.removeIf(member -> before.member(member).equals(there.member(member)));
            return there.only(changed);
        }

        private Done gone(RunLine line) {
            return stale(line, local() + " is gone or inactive in the app by now");
        }

        private Done goneThere(RunLine line) {
            return stale(line, remote() + " is gone or inactive in QuickBooks by now");
        }

        private Done stale(RunLine line, String what) {
            return done(line, Result.STALE, what + ".");
        }

        private Done done(RunLine line, Result result, String note) {
            SetupDecision decision = line.decision();
            return new Done(result, decision.local(), decision.remote(), note, List.of(), null, Projection.EMPTY);
        }

        private String local() {
            return "The " + target.localWord();
        }

        private String remote() {
            return "The " + target.remoteWord();
        }

        private static boolean renamed(@Nullable String then, String now) {
            return then == null || !NameRules.collisionKey(then).equals(NameRules.collisionKey(now));
        }
    }
}
