package dev.tieout.qbo.setup.internal;

import dev.tieout.internal.Given;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.PlanSetup;
import dev.tieout.qbo.setup.ResumedPlan;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A step of the setup that matches records. */
abstract class StepFlow<P> implements PlanSetup<P> {
    private final SetupStep step;
    private final Supplier<CompanyScope> scopes;
    private final Wizard wizard;
    private final Runs runs;

    StepFlow(SetupStep step, Supplier<CompanyScope> scopes, Wizard wizard, Runs runs) {
        this.step = step;
        this.scopes = scopes;
        this.wizard = wizard;
        this.runs = runs;
    }

    abstract Agreed agreed(P plan);

    /** Whether a plan has the records that a decision is about, and the decision would change something. */
    abstract boolean holds(P plan, SetupDecision decision);

    abstract P decided(P plan, List<SetupDecision> decisions);

    final CompanyScope scope() {
        return scopes.get();
    }

    final Wizard wizard() {
        return wizard;
    }

    final Runs runner() {
        return runs;
    }

    @Override
    public void keep(P plan, Applying options) {
        wizard.keep(scope(), step, agreed(Given.value("plan", plan)), Given.value("options", options));
    }

    @Override
    public ResumedPlan<P> resume() {
        return resumed(preview());
    }

    /** A fresh plan with the decisions that were kept. */
    final ResumedPlan<P> resumed(P plan) {
        List<SetupDecision> kept = wizard.kept(scope(), step);
        List<SetupDecision> stale = new ArrayList<>();
        List<SetupDecision> valid = new ArrayList<>();
        kept.forEach(decision -> (holds(plan, decision) ? valid : stale).add(decision));
        return new ResumedPlan<>(decided(plan, valid), stale);
    }

    @Override
    public SetupReport apply(P plan) {
        return apply(plan, Applying.standard());
    }

    @Override
    public SetupReport apply(P plan, Applying options) {
        return runs.goOn(begin(plan, options).id(), options.progress());
    }

    @Override
    public SetupRun begin(P plan, Applying options) {
        return runs.begin(step, agreed(Given.value("plan", plan)), Given.value("options", options));
    }
}
