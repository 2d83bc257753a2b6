package dev.tieout.qbo.setup.internal;

import dev.tieout.internal.Given;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.MatchPolicy;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.ResumedPlan;
import dev.tieout.qbo.setup.ServiceItemSetup;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.setup.SetupClient;
import dev.tieout.qbo.setup.SetupCustomer;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupLists;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.SetupState;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.setup.SetupUndo;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The setup of one firm. */
public final class SetupFlow extends StepFlow<SetupPlan> implements Setup {
    private final Preview reader;
    private final Undo undo;
    private final ServiceItemSetup serviceItems;

    private SetupFlow(
            Supplier<CompanyScope> scopes,
            Wizard wizard,
            Runs runs,
            Undo undo,
            Preview reader,
            ServiceItemSetup serviceItems) {
        super(SetupStep.CLIENTS, scopes, wizard, runs);
        this.reader = reader;
        this.undo = undo;
        this.serviceItems = serviceItems;
    }

    public static Setup of(
            Engine engine, Supplier<CompanyScope> scopes, ClientTarget clients, ItemTarget items, Locale locale) {
        Wizard wizard = new Wizard(engine);
        Map<SetupStep, Target<?, ?>> targets = Map.of(SetupStep.CLIENTS, clients, SetupStep.SERVICE_ITEMS, items);
        Runs runs = new Runs(
                engine,
                scopes,
                Map.of(
                        SetupStep.CLIENTS, new Apply<>(engine, clients),
                        SetupStep.SERVICE_ITEMS, new Apply<>(engine, items)),
                wizard);
        ItemPreview itemReader =
                new ItemPreview(engine.parts(), items.kind(), items.kind().records(), locale);
        return new SetupFlow(
                scopes,
                wizard,
                runs,
                new Undo(engine, scopes, targets, wizard),
                new Preview(engine.parts(), clients.kind(), clients.kind().records(), locale),
                new ItemSetupFlow(scopes, wizard, runs, itemReader));
    }

    @Override
    public SetupPlan preview() {
        return preview(MatchPolicy.balanced(), SetupProgress.none());
    }

    @Override
    public SetupPlan preview(MatchPolicy policy, SetupProgress progress) {
        return preview(SetupLists.active(), policy, progress);
    }

    @Override
    public SetupPlan preview(SetupLists lists, MatchPolicy policy, SetupProgress progress) {
        return reader.run(
                scope().patient(),
                Given.value("lists", lists),
                Given.value("policy", policy),
                Given.value("progress", progress));
    }

    @Override
    public ResumedPlan<SetupPlan> resume(SetupLists lists) {
        return resumed(preview(lists, MatchPolicy.balanced(), SetupProgress.none()));
    }

    @Override
    Agreed agreed(SetupPlan plan) {
        return new Agreed(
                plan.tenant(),
                plan.realm(),
                plan.madeAt(),
                plan::digest,
                plan.decisions(),
                plan.clients().stream().collect(Collectors.toMap(SetupClient::id, SetupClient::displayName)),
                plan.customers().stream().collect(Collectors.toMap(SetupCustomer::id, SetupCustomer::displayName)),
                inactive(plan),
                undecided(plan));
    }

    private static Set<Object> inactive(SetupPlan plan) {
        Set<Object> inactive = new HashSet<>();
        plan.clients().stream().filter(client -> !client.active()).forEach(client -> inactive.add(client.id()));
        plan.customers().stream()
                .filter(customer -> !customer.active())
                .forEach(customer -> inactive.add(customer.id()));
        return inactive;
    }

    private static List<Undecided> undecided(SetupPlan plan) {
        List<Undecided> undecided = new ArrayList<>();
        plan.open()
                .forEach(client -> undecided.add(new Undecided(
                        client.bucket(),
                        client.id(),
                        null,
                        client.displayName(),
                        client.candidates().stream()
                                .map(SetupClient.Option::displayName)
                                .toList())));
        Set<Object> decided =
                plan.decisions().stream().map(SetupDecision::remote).collect(Collectors.toSet());
        plan.newClients().stream()
                .filter(customer -> !decided.contains(customer.id()))
                .forEach(customer -> undecided.add(
                        new Undecided(Bucket.NEW, null, customer.id(), customer.displayName(), List.of())));
        return undecided;
    }

    @Override
    boolean holds(SetupPlan plan, SetupDecision decision) {
        return plan.holds(decision);
    }

    @Override
    SetupPlan decided(SetupPlan plan, List<SetupDecision> decisions) {
        return plan.decide(decisions);
    }

    @Override
    public ServiceItemSetup serviceItems() {
        return serviceItems;
    }

    @Override
    public SetupState state() {
        return wizard().state(scope());
    }

    @Override
    public SetupState skip(SetupStep step, Applying options) {
        return wizard().skip(scope(), Given.value("step", step), Given.value("options", options));
    }

    @Override
    public SetupState complete(SetupStep step, Applying options) {
        return wizard().complete(scope(), Given.value("step", step), Given.value("options", options));
    }

    @Override
    public SetupState restart(Applying options) {
        return wizard().restart(scope(), Given.value("options", options));
    }

    @Override
    public SetupReport goOn(String run, SetupProgress progress) {
        return runner().goOn(run, progress);
    }

    @Override
    public SetupRun cancel(String run) {
        return runner().cancel(run);
    }

    @Override
    public List<SetupRun> runs() {
        return runner().all();
    }

    @Override
    public SetupUndo planUndo(String run) {
        return undo.plan(Given.value("run", run));
    }

    @Override
    public SetupUndo undo(SetupUndo plan, Applying options) {
        return undo.carryOut(Given.value("plan", plan), Given.value("options", options));
    }

    @Override
    public Optional<SetupReport> report(String run) {
        return runner().report(run);
    }
}
