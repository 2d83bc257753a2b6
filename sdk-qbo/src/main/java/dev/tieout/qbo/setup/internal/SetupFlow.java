package dev.tieout.qbo.setup.internal;

import dev.tieout.internal.Given;
import dev.tieout.matching.MatchPolicy;
import dev.tieout.qbo.setup.ServiceItemSetup;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.setup.SetupClient;
import dev.tieout.qbo.setup.SetupCustomer;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The setup of one firm. */
public final class SetupFlow implements Setup {
    private final Supplier<CompanyScope> scopes;
    private final Preview reader;
    private final Apply<?, ?> writer;
    private final FeedStart feed;
    private final ServiceItemSetup serviceItems;

    public SetupFlow(
            Engine engine, Supplier<CompanyScope> scopes, ClientTarget clients, ItemTarget items, Locale locale) {
        this.scopes = scopes;
        reader = new Preview(engine.parts(), clients.kind(), clients.kind().records(), locale);
        writer = new Apply<>(engine, clients);
        feed = new FeedStart(engine);
        serviceItems = new ItemSetupFlow(
                scopes,
                new ItemPreview(engine.parts(), items.kind(), items.kind().records(), locale),
                new Apply<>(engine, items),
                feed);
    }

    @Override
    public SetupPlan preview() {
        return preview(MatchPolicy.balanced(), SetupProgress.none());
    }

    @Override
    public SetupPlan preview(MatchPolicy policy, SetupProgress progress) {
        return reader.run(scopes.get().patient(), Given.value("policy", policy), Given.value("progress", progress));
    }

    @Override
    public SetupReport apply(SetupPlan plan) {
        return apply(plan, SetupProgress.none());
    }

    @Override
    public SetupReport apply(SetupPlan plan, SetupProgress progress) {
        Given.value("plan", plan);
        Given.value("progress", progress);
        CompanyScope scope = scopes.get().patient();
        Agreed agreed = new Agreed(
                plan.tenant(),
                plan.realm(),
                plan.decisions(),
                plan.clients().stream().collect(Collectors.toMap(SetupClient::id, SetupClient::displayName)),
                plan.customers().stream().collect(Collectors.toMap(SetupCustomer::id, SetupCustomer::displayName)));
        SetupReport report = writer.run(scope, agreed, progress);
        feed.from(scope, plan.madeAt());
        return report;
    }

    @Override
    public ServiceItemSetup serviceItems() {
        return serviceItems;
    }
}
