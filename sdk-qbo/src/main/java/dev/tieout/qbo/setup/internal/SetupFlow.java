package dev.tieout.qbo.setup.internal;

import dev.tieout.matching.MatchPolicy;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.sync.internal.ChangeCursor;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.EngineParts;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The setup of one firm. */
public final class SetupFlow implements Setup {
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final EngineParts parts;
    private final Supplier<CompanyScope> scopes;
    private final Preview preview;
    private final Apply apply;
    private final Duration pollEvery;

    public SetupFlow(
            EngineParts parts, Supplier<CompanyScope> scopes, Preview preview, Apply apply, Duration pollEvery) {
        this.parts = parts;
        this.scopes = scopes;
        this.preview = preview;
        this.apply = apply;
        this.pollEvery = pollEvery;
    }

    @Override
    public SetupPlan preview() {
        return preview(MatchPolicy.balanced(), SetupProgress.none());
    }

    @Override
    public SetupPlan preview(MatchPolicy policy, SetupProgress progress) {
        return preview.run(scopes.get(), policy, progress);
    }

    @Override
    public SetupReport apply(SetupPlan plan) {
        return apply(plan, SetupProgress.none());
    }

    @Override
    public SetupReport apply(SetupPlan plan, SetupProgress progress) {
        CompanyScope scope = scopes.get();
        SetupReport report = apply.run(scope, plan, progress);
        // From the preview on, changes in QuickBooks count as news; a little overlap costs nothing.
        Instant now = parts.clock().instant();
        new ChangeCursor(parts.store()).start(scope, plan.madeAt().minus(OVERLAP), now.plus(pollEvery));
        return report;
    }
}
