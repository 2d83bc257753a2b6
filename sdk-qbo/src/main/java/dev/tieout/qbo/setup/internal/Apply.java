package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.setup.SetupClient;
import dev.tieout.qbo.setup.SetupCustomer;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.ClientFlows;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.EngineParts;
import dev.tieout.qbo.sync.internal.Reading;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.SyncStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries decisions out, one by one; each is looked at again before anything is touched. */
public final class Apply {
    private static final int CHUNK = 100;

    private final EngineParts parts;
    private final ClientFlows flows;
    private final LocalRecords<Client> records;

    public Apply(EngineParts parts, ClientFlows flows, LocalRecords<Client> records) {
        this.parts = parts;
        this.flows = flows;
        this.records = records;
    }

    public SetupReport run(CompanyScope scope, SetupPlan plan, SetupProgress progress) {
        if (!plan.tenant().equals(scope.tenant()) || !plan.realm().equals(scope.realm())) {
            throw new IllegalArgumentException("the plan is of tenant " + plan.tenant() + " and realm " + plan.realm()
                    + ", this is tenant " + scope.tenant() + " and realm " + scope.realm() + ": preview again");
        }
        return new Run(scope, plan, progress).report();
    }

    private final class Run {
        private final CompanyScope scope;
        private final SetupPlan plan;
        private final SetupProgress progress;
        private final Map<LocalId, SetupClient> clients;
        private final Map<RemoteId, SetupCustomer> customers;
        private final Map<RemoteId, Customer> current = new HashMap<>();

        Run(CompanyScope scope, SetupPlan plan, SetupProgress progress) {
            this.scope = scope;
            this.plan = plan;
            this.progress = progress;
            this.clients = plan.clients().stream().collect(Collectors.toMap(SetupClient::id, Function.identity()));
            this.customers =
                    plan.customers().stream().collect(Collectors.toMap(SetupCustomer::id, Function.identity()));
        }

        SetupReport report() {
            List<Entry> entries = new ArrayList<>();
            List<SetupDecision> decisions = plan.decisions();
            for (int from = 0; from < decisions.size(); from += CHUNK) {
                List<SetupDecision> chunk = decisions.subList(from, Math.min(from + CHUNK, decisions.size()));
                readCustomers(chunk);
                for (SetupDecision decision : chunk) {
                    entries.add(carryOut(decision));
                    progress.at("applying", entries.size());
                }
            }
            return new SetupReport(entries);
        }

        private void readCustomers(List<SetupDecision> chunk) {
            current.clear();
            List<RemoteId> ids = chunk.stream()
                    .map(SetupDecision::customer)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Reading.byIds(scope.api(), Customer.TYPE, Customer.Fields.ID, ids)
                    .forEach(c -> current.put(RemoteId.of(c.id().orElseThrow()), c));
        }

        private Entry carryOut(SetupDecision decision) {
            return switch (decision.action()) {
                case LINK ->
                    link(
                            decision,
                            Objects.requireNonNull(decision.client()),
                            Objects.requireNonNull(decision.customer()));
                case CREATE_IN_QUICKBOOKS -> createInQuickBooks(decision, Objects.requireNonNull(decision.client()));
                case CREATE_IN_APP -> createInApp(decision, Objects.requireNonNull(decision.customer()));
                case SKIP -> entry(decision, Result.SKIPPED, "");
            };
        }

        private Entry link(SetupDecision decision, LocalId clientId, RemoteId customerId) {
            Optional<RemoteId> linked = parts.rows().remoteId(scope, RecordKind.CLIENT, clientId);
            if (linked.isPresent()) {
                return linked.get().equals(customerId)
                        ? entry(decision, Result.ALREADY, "")
                        : entry(decision, Result.STALE, "The client has been matched with another customer since.");
            }
            Optional<Client> client = records.find(scope.tenant(), clientId);
            if (client.isEmpty() || !client.get().active()) {
                return entry(decision, Result.STALE, "The client is gone or inactive in the app by now.");
            }
            @Nullable Customer customer = current.get(customerId);
            if (customer == null || !customer.active().orElse(true)) {
                return entry(decision, Result.STALE, "The customer is gone or inactive in QuickBooks by now.");
            }
            if (renamed(clients.get(clientId), client.get()) || renamed(customers.get(customerId), customer)) {
                return entry(decision, Result.STALE, "One of the two has been renamed since the preview.");
            }
            return flows.link(scope, client.get(), customer)
                    .map(holder ->
                            entry(decision, Result.STALE, "The customer has been matched with another client since."))
                    .orElseGet(() -> finished(decision, Result.LINKED, flows.push(scope, clientId)));
        }

        private Entry createInQuickBooks(SetupDecision decision, LocalId clientId) {
            if (parts.rows().remoteId(scope, RecordKind.CLIENT, clientId).isPresent()) {
                return entry(decision, Result.ALREADY, "");
            }
            Optional<Client> client = records.find(scope.tenant(), clientId);
            if (client.isEmpty() || !client.get().active()) {
                return entry(decision, Result.STALE, "The client is gone or inactive in the app by now.");
            }
            CreateOutcome outcome = flows.create(scope, client.get());
            if (outcome instanceof CreateOutcome.NameTaken taken) {
                return new Entry(
                        decision,
                        Result.NAME_TAKEN,
                        clientId,
                        null,
                        "The display name belongs to " + taken.holder() + ".",
                        taken.suggestions(),
                        flows.status(scope, clientId).problem());
            }
            SyncStatus status = outcome instanceof CreateOutcome.Created created
                    ? created.status()
                    : ((CreateOutcome.NotCreated) outcome).status();
            return finished(decision, Result.CREATED, status);
        }

        private Entry createInApp(SetupDecision decision, RemoteId customerId) {
            Optional<LocalId> holder = parts.rows().localId(scope, RecordKind.CLIENT, customerId);
            if (holder.isPresent()) {
                return entry(decision, Result.ALREADY, "");
            }
            @Nullable Customer customer = current.get(customerId);
            if (customer == null || !customer.active().orElse(true)) {
                return entry(decision, Result.STALE, "The customer is gone or inactive in QuickBooks by now.");
            }
            LocalId id = flows.adopt(scope, customer);
            return new Entry(decision, Result.CREATED, id, customerId, "", List.of(), null);
        }

        private Entry finished(SetupDecision decision, Result done, SyncStatus status) {
            Result result = switch (status.state()) {
                case SYNCED -> done;
                case WAITING, CONFLICT, UNCERTAIN, NOT_SYNCED -> Result.PENDING;
                case NEEDS_ATTENTION, GONE -> Result.FAILED;
            };
            return new Entry(decision, result, status.localId(), status.remoteId(), "", List.of(), status.problem());
        }

        private Entry entry(SetupDecision decision, Result result, String note) {
            return new Entry(decision, result, decision.client(), decision.customer(), note, List.of(), null);
        }

        private boolean renamed(@Nullable SetupClient then, Client now) {
            return then == null || !sameName(then.displayName(), now.displayName());
        }

        private boolean renamed(@Nullable SetupCustomer then, Customer now) {
            return then == null || !sameName(then.displayName(), CustomerRecords.name(now));
        }

        private static boolean sameName(String one, String other) {
            return NameRules.collisionKey(one).equals(NameRules.collisionKey(other));
        }
    }
}
