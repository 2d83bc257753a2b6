package dev.tieout.qbo.setup;

/**
 * The setup wizard's second step: bring two catalogues of what a firm sells together once. A firm that keeps its service
 * items apart leaves it out. Thread-safe.
 */
public interface ServiceItemSetup {
    /**
     * Reads both catalogues and says what belongs together: by name, code, rate and tax, never by itself where a number,
     * a tier or a unit differs. Writes nothing anywhere.
     *
     * @return the plan
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    ServiceItemPlan preview();

    /**
     * Reads both catalogues and says what belongs together. Writes nothing anywhere.
     *
     * @param progress is told how far it is
     * @return the plan
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    ServiceItemPlan preview(SetupProgress progress);

    /**
     * Carries the plan's decisions out. Each record is looked at again first; a decision that has gone stale is
     * reported, never forced. Safe to repeat, and to run again after it broke off half-way.
     *
     * @param plan a plan of this firm and company
     * @return what became of each decision
     * @throws IllegalArgumentException if the plan is of another firm or company
     */
    SetupReport apply(ServiceItemPlan plan);

    /**
     * Carries the plan's decisions out.
     *
     * @param plan a plan of this firm and company
     * @param progress is told how far it is
     * @return what became of each decision
     * @throws IllegalArgumentException if the plan is of another firm or company
     */
    SetupReport apply(ServiceItemPlan plan, SetupProgress progress);
}
