package dev.tieout.qbo.setup;

/**
 * The setup wizard's second step: bring two catalogues of what a firm sells together once: by name, code, rate and tax, never
 * by itself where a number, a tier or a unit differs. A firm that keeps its service items apart skips it. Thread-safe.
 */
public interface ServiceItemSetup extends PlanSetup<ServiceItemPlan> {
    /**
     * Reads both catalogues and says what belongs together. Writes nothing, neither in the app nor in QuickBooks.
     *
     * @param progress is told how far it is
     * @return the plan
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    ServiceItemPlan preview(SetupProgress progress);
}
