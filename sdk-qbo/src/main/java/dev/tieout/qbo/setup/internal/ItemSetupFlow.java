package dev.tieout.qbo.setup.internal;

import dev.tieout.internal.Given;
import dev.tieout.matching.Bucket;
import dev.tieout.qbo.setup.ServiceItemPlan;
import dev.tieout.qbo.setup.ServiceItemSetup;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupItem;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import dev.tieout.qbo.setup.SetupServiceItem;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The setup of one firm's service items. */
final class ItemSetupFlow extends StepFlow<ServiceItemPlan> implements ServiceItemSetup {
    private final ItemPreview reader;

    ItemSetupFlow(Supplier<CompanyScope> scopes, Wizard wizard, Runs runs, ItemPreview reader) {
        super(SetupStep.SERVICE_ITEMS, scopes, wizard, runs);
        this.reader = reader;
    }

    @Override
    public ServiceItemPlan preview() {
        return preview(SetupProgress.none());
    }

    @Override
    public ServiceItemPlan preview(SetupProgress progress) {
        return reader.run(scope().patient(), Given.value("progress", progress));
    }

    @Override
    Agreed agreed(ServiceItemPlan plan) {
        return new Agreed(
                plan.tenant(),
                plan.realm(),
                plan.madeAt(),
                plan::digest,
                plan.decisions(),
                plan.serviceItems().stream().collect(Collectors.toMap(SetupServiceItem::id, SetupServiceItem::name)),
                plan.items().stream().collect(Collectors.toMap(SetupItem::id, SetupItem::name)),
                Set.of(),
                undecided(plan));
    }

    private static List<Undecided> undecided(ServiceItemPlan plan) {
        List<Undecided> undecided = new ArrayList<>();
        plan.open()
                .forEach(item -> undecided.add(new Undecided(
                        item.bucket(),
                        item.id(),
                        null,
                        item.name(),
                        item.candidates().stream()
                                .map(SetupServiceItem.Option::name)
                                .toList())));
        Set<Object> decided =
                plan.decisions().stream().map(SetupDecision::remote).collect(Collectors.toSet());
        plan.newItems().stream()
                .filter(item -> !decided.contains(item.id()))
                .forEach(item -> undecided.add(new Undecided(Bucket.NEW, null, item.id(), item.name(), List.of())));
        return undecided;
    }

    @Override
    boolean holds(ServiceItemPlan plan, SetupDecision decision) {
        return plan.holds(decision);
    }

    @Override
    ServiceItemPlan decided(ServiceItemPlan plan, List<SetupDecision> decisions) {
        return plan.decide(decisions);
    }
}
