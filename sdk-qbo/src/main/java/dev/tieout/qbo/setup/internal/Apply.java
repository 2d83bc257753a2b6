package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.names.NameRules;
import dev.tieout.qbo.api.SequencedWrites;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.inbound.Adoption;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries decisions out, one by one; each is looked at again before anything is touched. */
final class Apply<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    /** Full batches: what is left over of each chunk goes in a batch that is not. */
    private static final int CHUNK = 20 * SequencedWrites.MOST;

    private final Engine engine;
    private final Target<L, E> target;

    Apply(Engine engine, Target<L, E> target) {
        this.engine = engine;
        this.target = target;
    }

    SetupReport run(CompanyScope scope, Agreed plan, SetupProgress progress) {
        if (!plan.tenant().equals(scope.tenant()) || !plan.realm().equals(scope.realm())) {
            throw new IllegalArgumentException("the plan is of tenant " + plan.tenant() + " and realm " + plan.realm()
                    + ", this is tenant " + scope.tenant() + " and realm " + scope.realm() + ": preview again");
        }
        return new Run(scope, plan, progress).report();
    }

    private final class Run {
        private final CompanyScope scope;
        private final Agreed plan;
        private final SetupProgress progress;
        private final Map<RemoteId, E> current = new HashMap<>();

        Run(CompanyScope scope, Agreed plan, SetupProgress progress) {
            this.scope = scope;
            this.plan = plan;
            this.progress = progress;
        }

        SetupReport report() {
            List<Entry> entries = new ArrayList<>();
            List<SetupDecision> decisions = plan.decisions();
            for (int from = 0; from < decisions.size(); from += CHUNK) {
                List<SetupDecision> chunk = decisions.subList(from, Math.min(from + CHUNK, decisions.size()));
                readAgain(chunk);
                Map<SetupDecision, Entry> done = carryOut(chunk);
                chunk.forEach(decision -> entries.add(Objects.requireNonNull(done.get(decision))));
                progress.at("applying", entries.size());
            }
            target.changed(scope);
            return new SetupReport(entries);
        }

        private void readAgain(List<SetupDecision> chunk) {
            current.clear();
            List<RemoteId> ids = chunk.stream()
                    .map(SetupDecision::remote)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Reading.byIds(
                            scope.api(),
                            target.kind().type(),
                            target.kind().about().id(),
                            ids)
                    .forEach(e -> current.put(RemoteId.of(e.id().orElseThrow()), e));
        }

        /** What can be carried out goes together; the rest is reported as what it is. */
        private Map<SetupDecision, Entry> carryOut(List<SetupDecision> chunk) {
            Map<SetupDecision, Entry> entries = new HashMap<>();
            List<SetupDecision> links = new ArrayList<>();
            List<L> linkRecords = new ArrayList<>();
            List<E> linkEntities = new ArrayList<>();
            List<SetupDecision> creates = new ArrayList<>();
            List<L> createRecords = new ArrayList<>();
            Map<LocalId, RemoteId> linked = linked(chunk);
            for (SetupDecision decision : chunk) {
                switch (decision.action()) {
                    case LINK -> {
                        @Nullable Entry refused = refusedLink(decision, linked);
                        if (refused == null) {
                            links.add(decision);
                            linkRecords.add(present(local(decision)).orElseThrow());
                            linkEntities.add(Objects.requireNonNull(current.get(decision.remote())));
                        } else {
                            entries.put(decision, refused);
                        }
                    }
                    case CREATE_IN_QUICKBOOKS -> {
                        Optional<L> record = present(local(decision));
                        if (linked.containsKey(local(decision))) {
                            entries.put(decision, entry(decision, Result.ALREADY, ""));
                        } else if (record.isEmpty()) {
                            entries.put(decision, gone(decision));
                        } else {
                            creates.add(decision);
                            createRecords.add(record.get());
                        }
                    }
                    case CREATE_IN_APP ->
                        entries.put(decision, createInApp(decision, Objects.requireNonNull(decision.remote())));
                    case SKIP -> entries.put(decision, entry(decision, Result.SKIPPED, ""));
                }
            }
            target.handle().link(linkRecords, linkEntities);
            links.forEach(decision -> entries.put(decision, linkedAs(decision)));
            target.handle().create(createRecords);
            for (int i = 0; i < creates.size(); i++) {
                entries.put(creates.get(i), createdAs(creates.get(i), createRecords.get(i)));
            }
            return entries;
        }

        private Map<LocalId, RemoteId> linked(List<SetupDecision> chunk) {
            List<LocalId> ids = chunk.stream()
                    .map(SetupDecision::local)
                    .filter(Objects::nonNull)
                    .toList();
            return Links.of(engine.parts(), scope, target.kind().name(), ids, new HashSet<>());
        }

        private static LocalId local(SetupDecision decision) {
            return Objects.requireNonNull(decision.local());
        }

        /** Why a link cannot be made any more; {@code null} if it can. */
        private @Nullable Entry refusedLink(SetupDecision decision, Map<LocalId, RemoteId> linked) {
            LocalId localId = local(decision);
            RemoteId remoteId = Objects.requireNonNull(decision.remote());
            @Nullable RemoteId now = linked.get(localId);
            if (now != null) {
                return now.equals(remoteId)
                        ? entry(decision, Result.ALREADY, "")
                        : stale(decision, local() + " has been matched with another " + target.remoteWord() + " since");
            }
            Optional<L> record = present(localId);
            if (record.isEmpty()) {
                return gone(decision);
            }
            @Nullable E remote = current.get(remoteId);
            if (remote == null || inactive(remote)) {
                return goneThere(decision);
            }
            boolean renamed = renamed(plan.localNames().get(localId), target.name(record.get()))
                    || renamed(plan.remoteNames().get(remoteId), target.name(remote));
            return renamed ? stale(decision, "One of the two has been renamed since the preview") : null;
        }

        private Entry linkedAs(SetupDecision decision) {
            SyncStatus status = target.handle().status(local(decision));
            boolean lost = status.problem() != null && status.problem().cause() == ProblemCause.LINKED_TWICE;
            return lost
                    ? stale(decision, remote() + " has been matched with another " + target.localWord() + " since")
                    : finished(decision, Result.LINKED, status);
        }

        private Entry createdAs(SetupDecision decision, L record) {
            SyncStatus status = target.handle().status(local(decision));
            if (status.problem() != null && status.problem().cause() == ProblemCause.NAME_TAKEN) {
                CreateOutcome.NameTaken taken = target.taken(scope, record);
                return new Entry(
                        decision,
                        Result.NAME_TAKEN,
                        decision.local(),
                        null,
                        "The name belongs to " + taken.holder() + ".",
                        taken.suggestions(),
                        status.problem());
            }
            return finished(decision, Result.CREATED, status);
        }

        private Entry createInApp(SetupDecision decision, RemoteId remoteId) {
            boolean already = engine.parts()
                    .rows()
                    .holder(scope.tenant(), scope.realm().value(), target.kind().name(), remoteId)
                    .isPresent();
            if (already) {
                return entry(decision, Result.ALREADY, "");
            }
            @Nullable E remote = current.get(remoteId);
            if (remote == null || inactive(remote)) {
                return goneThere(decision);
            }
            try {
                LocalId id = engine.adopt(scope, target.kind(), remote);
                return new Entry(decision, Result.CREATED, id, remoteId, "", List.of(), null);
            } catch (Adoption.RefusedByApp e) {
                return entry(decision, Result.FAILED, "The app does not take it: " + e.getMessage());
            } catch (RuntimeException e) {
                // A host that throws over one record must not end the whole run.
                return entry(
                        decision,
                        Result.FAILED,
                        "The app failed over it (" + e.getClass().getSimpleName() + ").");
            }
        }

        private Optional<L> present(LocalId id) {
            return target.kind()
                    .records()
                    .find(scope.tenant(), id)
                    .map(LocalRecord::record)
                    .filter(target::active);
        }

        private boolean inactive(E remote) {
            return !target.kind().active(remote);
        }

        private Entry finished(SetupDecision decision, Result done, SyncStatus status) {
            Result result = switch (status.state()) {
                case SYNCED -> done;
                case WAITING, CONFLICT, UNCERTAIN, NOT_SYNCED -> Result.PENDING;
                case NEEDS_ATTENTION, GONE -> Result.FAILED;
            };
            return new Entry(decision, result, status.localId(), status.remoteId(), "", List.of(), status.problem());
        }

        private Entry gone(SetupDecision decision) {
            return stale(decision, local() + " is gone or inactive in the app by now");
        }

        private Entry goneThere(SetupDecision decision) {
            return stale(decision, remote() + " is gone or inactive in QuickBooks by now");
        }

        private Entry stale(SetupDecision decision, String what) {
            return entry(decision, Result.STALE, what + ".");
        }

        private Entry entry(SetupDecision decision, Result result, String note) {
            return new Entry(decision, result, decision.local(), decision.remote(), note, List.of(), null);
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
