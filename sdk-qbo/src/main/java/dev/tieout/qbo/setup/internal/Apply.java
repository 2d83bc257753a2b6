package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.names.NameRules;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.EngineParts;
import dev.tieout.qbo.sync.internal.Reading;
import dev.tieout.qbo.sync.internal.RecordSync;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.SyncStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries decisions out, one by one; each is looked at again before anything is touched. */
final class Apply<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private static final int CHUNK = 100;

    private final EngineParts parts;
    private final Target<L, E> target;

    Apply(EngineParts parts, Target<L, E> target) {
        this.parts = parts;
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
                for (SetupDecision decision : chunk) {
                    entries.add(carryOut(decision));
                    progress.at("applying", entries.size());
                }
            }
            return new SetupReport(entries);
        }

        private void readAgain(List<SetupDecision> chunk) {
            current.clear();
            List<RemoteId> ids = chunk.stream()
                    .map(SetupDecision::remote)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Reading.byIds(scope.api(), target.slice().type(), target.slice().idField(), ids)
                    .forEach(e -> current.put(RemoteId.of(e.id().orElseThrow()), e));
        }

        private Entry carryOut(SetupDecision decision) {
            return switch (decision.action()) {
                case LINK ->
                    link(decision, Objects.requireNonNull(decision.local()), Objects.requireNonNull(decision.remote()));
                case CREATE_IN_QUICKBOOKS -> createInQuickBooks(decision, Objects.requireNonNull(decision.local()));
                case CREATE_IN_APP -> createInApp(decision, Objects.requireNonNull(decision.remote()));
                case SKIP -> entry(decision, Result.SKIPPED, "");
            };
        }

        private Entry link(SetupDecision decision, LocalId localId, RemoteId remoteId) {
            Optional<RemoteId> linked =
                    parts.rows().remoteId(scope, target.slice().kind(), localId);
            if (linked.isPresent()) {
                return linked.get().equals(remoteId)
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
            L found = record.get();
            boolean renamed = renamed(plan.localNames().get(localId), target.name(found))
                    || renamed(plan.remoteNames().get(remoteId), target.name(remote));
            if (renamed) {
                return stale(decision, "One of the two has been renamed since the preview");
            }
            return target.sync()
                    .link(scope, found, remote)
                    .map(holder -> stale(
                            decision, remote() + " has been matched with another " + target.localWord() + " since"))
                    .orElseGet(() ->
                            finished(decision, Result.LINKED, target.sync().push(scope, localId)));
        }

        private Entry createInQuickBooks(SetupDecision decision, LocalId localId) {
            if (parts.rows().remoteId(scope, target.slice().kind(), localId).isPresent()) {
                return entry(decision, Result.ALREADY, "");
            }
            Optional<L> record = present(localId);
            if (record.isEmpty()) {
                return gone(decision);
            }
            CreateOutcome outcome = target.create(scope, record.get());
            if (outcome instanceof CreateOutcome.NameTaken taken) {
                return new Entry(
                        decision,
                        Result.NAME_TAKEN,
                        localId,
                        null,
                        "The name belongs to " + taken.holder() + ".",
                        taken.suggestions(),
                        target.sync().status(localId).problem());
            }
            SyncStatus status = outcome instanceof CreateOutcome.Created created
                    ? created.status()
                    : ((CreateOutcome.NotCreated) outcome).status();
            return finished(decision, Result.CREATED, status);
        }

        private Entry createInApp(SetupDecision decision, RemoteId remoteId) {
            if (parts.rows().localId(scope, target.slice().kind(), remoteId).isPresent()) {
                return entry(decision, Result.ALREADY, "");
            }
            @Nullable E remote = current.get(remoteId);
            if (remote == null || inactive(remote)) {
                return goneThere(decision);
            }
            LocalId id = target.adopt(scope, remote);
            return new Entry(decision, Result.CREATED, id, remoteId, "", List.of(), null);
        }

        private Optional<L> present(LocalId id) {
            return target.records()
                    .find(scope.tenant(), id)
                    .map(LocalRecord::record)
                    .filter(target::active);
        }

        private boolean inactive(E remote) {
            return RecordSync.isInactive(target.slice().project(remote));
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
