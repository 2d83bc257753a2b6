package dev.tieout.qbo.setup.internal;

import dev.tieout.internal.Given;
import dev.tieout.qbo.setup.ServiceItemPlan;
import dev.tieout.qbo.setup.ServiceItemSetup;
import dev.tieout.qbo.setup.SetupItem;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupServiceItem;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The setup of one firm's service items. */
record ItemSetupFlow(Supplier<CompanyScope> scopes, ItemPreview reader, Apply<?, ?> writer, FeedStart feed)
        implements ServiceItemSetup {
    @Override
    public ServiceItemPlan preview() {
        return preview(SetupProgress.none());
    }

    @Override
    public ServiceItemPlan preview(SetupProgress progress) {
        return reader.run(scopes.get().patient(), Given.value("progress", progress));
    }

    @Override
    public SetupReport apply(ServiceItemPlan plan) {
        return apply(plan, SetupProgress.none());
    }

    @Override
    public SetupReport apply(ServiceItemPlan plan, SetupProgress progress) {
        Given.value("plan", plan);
        Given.value("progress", progress);
        CompanyScope scope = scopes.get().patient();
        Agreed agreed = new Agreed(
                plan.tenant(),
                plan.realm(),
                plan.decisions(),
                plan.serviceItems().stream().collect(Collectors.toMap(SetupServiceItem::id, SetupServiceItem::name)),
                plan.items().stream().collect(Collectors.toMap(SetupItem::id, SetupItem::name)));
        SetupReport report = writer.run(scope, agreed, progress);
        feed.from(scope, plan.madeAt());
        return report;
    }
}
