package dev.tieout.qbo.setup;

import dev.tieout.qbo.fault.QboException;

/**
 * What the steps of the setup that match records have in common. Thread-safe.
 *
 * @param <P> the plan
 */
public interface PlanSetup<P> {
    /**
     * Reads both sides and matches them. Writes nothing, neither in the app nor in QuickBooks.
     *
     * @return the plan
     * @throws QboException if QuickBooks could not be read
     */
    P preview();

    /**
     * Keeps a plan's decisions, so that the step can be gone on with later, on another node too. Nothing is carried out.
     * Replaces what was kept before.
     *
     * @param plan a plan of this firm and company
     * @param options who does it
     * @throws IllegalArgumentException if the plan is of another firm or company, or not the approved one
     */
    void keep(P plan, Applying options);

    /**
     * Makes the plan anew and takes the decisions over that were kept; without any it is a preview.
     *
     * @return the plan, and what is stale
     * @throws QboException if QuickBooks could not be read
     */
    ResumedPlan<P> resume();

    /**
     * Carries the plan's decisions out. Each record is looked at again first; a decision that has gone stale is reported, never
     * forced. Safe to repeat, and to run again after it broke off half-way.
     *
     * @param plan a plan of this firm and company
     * @return what became of each decision
     * @throws IllegalArgumentException if the plan is of another firm or company
     */
    SetupReport apply(P plan);

    /**
     * Carries the plan's decisions out, as {@link #begin} and {@link Setup#goOn} together.
     *
     * @param plan a plan of this firm and company
     * @param options who does it, what was approved, who is told
     * @return what became of each decision
     * @throws IllegalArgumentException if the plan is of another firm or company, or not the approved one; nothing is stored or
     *     written then
     */
    SetupReport apply(P plan, Applying options);

    /**
     * Stores a run of the plan's decisions, to be carried out by {@link Setup#goOn}, on this node or another. Nothing is carried
     * out yet.
     *
     * @param plan a plan of this firm and company
     * @param options who does it, and what was approved
     * @return the run
     * @throws IllegalArgumentException if the plan is of another firm or company, or not the approved one; nothing is stored then
     */
    SetupRun begin(P plan, Applying options);
}
