package dev.tieout.qbo.setup;

import dev.tieout.matching.MatchPolicy;

/**
 * The setup wizard of one firm's company: bring two lists of clients together once, then, if the firm wants, two
 * catalogues of service items. Thread-safe.
 */
public interface Setup {
    /**
     * Reads both sides and says what belongs together, with the default policy. Writes nothing anywhere.
     *
     * @return the plan
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    SetupPlan preview();

    /**
     * Reads both sides and says what belongs together. Writes nothing anywhere.
     *
     * @param policy how sure a match must be, and whom it may concern
     * @param progress is told how far it is
     * @return the plan
     * @throws dev.tieout.qbo.fault.QboException if QuickBooks could not be read
     */
    SetupPlan preview(MatchPolicy policy, SetupProgress progress);

    /**
     * Carries the plan's decisions out. Each record is looked at again first; a decision that has gone stale is
     * reported, never forced. Safe to repeat, and to run again after it broke off half-way.
     *
     * @param plan a plan of this firm and company
     * @return what became of each decision
     * @throws IllegalArgumentException if the plan is of another firm or company
     */
    SetupReport apply(SetupPlan plan);

    /**
     * Carries the plan's decisions out.
     *
     * @param plan a plan of this firm and company
     * @param progress is told how far it is
     * @return what became of each decision
     * @throws IllegalArgumentException if the plan is of another firm or company
     */
    SetupReport apply(SetupPlan plan, SetupProgress progress);

    /**
     * The step after the clients: service items.
     *
     * @return the setup of service items of this firm
     */
    ServiceItemSetup serviceItems();
}
