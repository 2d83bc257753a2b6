package dev.tieout.qbo.setup;

import dev.tieout.matching.MatchPolicy;
import dev.tieout.qbo.fault.QboException;
import java.util.List;
import java.util.Optional;

/**
 * The setup wizard of one firm's company: bring two lists of clients together, then two catalogues of service items, then let
 * payments go. How far it is, what was decided and what became of it is stored: every node sees the same, and any goes on with
 * it. Thread-safe.
 *
 * <p>As a {@link PlanSetup} it is the first step, clients and customers.
 */
public interface Setup extends PlanSetup<SetupPlan> {
    /**
     * Reads both sides and says what belongs together. Writes nothing, neither in the app nor in QuickBooks.
     *
     * @param policy how sure a match must be, and whom it may concern
     * @param progress is told how far it is
     * @return the plan
     * @throws QboException if QuickBooks could not be read
     */
    SetupPlan preview(MatchPolicy policy, SetupProgress progress);

    /**
     * As {@link #preview(MatchPolicy, SetupProgress)}, of the lists that a person chose.
     *
     * @param lists which clients and customers
     * @param policy how sure a match must be; inactive customers are suggested at least, if the lists have them
     * @param progress is told how far it is
     * @return the plan
     * @throws QboException if QuickBooks could not be read
     */
    SetupPlan preview(SetupLists lists, MatchPolicy policy, SetupProgress progress);

    /**
     * As {@link #resume()}, of the lists that a person chose: decisions about inactive records are stale where the lists have none.
     *
     * @param lists which clients and customers
     * @return the plan, and the decisions that went stale
     * @throws QboException if QuickBooks could not be read
     */
    ResumedPlan<SetupPlan> resume(SetupLists lists);

    /**
     * The step after the clients: service items.
     *
     * @return the setup of service items of this firm
     */
    ServiceItemSetup serviceItems();

    /**
     * Looks up how far the setup is. No call goes out.
     *
     * @return where each step stands
     */
    SetupState state();

    /**
     * Skips a step: what belongs to it is switched off in the settings, until the step is done after all or the setup restarted.
     *
     * @param step {@code SERVICE_ITEMS}, which invoices and credit memos belong to as well, or {@code PAYMENTS}, with refunds
     *     and payouts
     * @param options who does it
     * @return how far the setup is now
     * @throws IllegalArgumentException if it is the first step, which nothing works without
     */
    SetupState skip(SetupStep step, Applying options);

    /**
     * Says that a step is done without a run: payments, of which nothing is to be matched, or lists that are in order as they
     * are. What a skip had switched off is switched on again.
     *
     * @param step the step
     * @param options who does it
     * @return how far the setup is now
     */
    SetupState complete(SetupStep step, Applying options);

    /**
     * Begins the setup anew: every step is open again, kept decisions of runs that did not happen are dropped. Links stay, and so
     * does what people decided: {@link SetupPlan#decidedBefore} shows it.
     *
     * @param options who does it
     * @return how far the setup is now
     */
    SetupState restart(Applying options);

    /**
     * Carries a run out, or goes on with one that broke off, on this node or another; returns when it has ended. A run that
     * another node works on is left to it: the report says how far it is. After a failure, such as a lost connection, it can be
     * gone on with at any time.
     *
     * @param run the run's id
     * @param progress is told how far it is
     * @return what became of each decision
     * @throws IllegalArgumentException if there is no such run
     * @throws QboException if QuickBooks could not be read or written
     */
    SetupReport goOn(String run, SetupProgress progress);

    /**
     * Stops a run, wherever it is under way: the few hundred decisions in hand are finished, no others begun. What was carried
     * out stands and can be taken back.
     *
     * @param run the run's id
     * @return the run; one that has ended stays as it is
     * @throws IllegalArgumentException if there is no such run
     */
    SetupRun cancel(String run);

    /**
     * Lists the runs of this company.
     *
     * @return the runs, the newest first
     */
    List<SetupRun> runs();

    /**
     * Reads a run's report, at any time later. No call goes out.
     *
     * @param run the run's id
     * @return the report, or empty if there is no such run
     */
    Optional<SetupReport> report(String run);

    /**
     * Says what taking a run back would do. Reads both sides, writes nothing.
     *
     * @param run the run's id
     * @return the plan; the lines of a run that was taken back say what became of them
     * @throws IllegalArgumentException if there is no such run, or it is under way: cancel it first
     * @throws QboException if QuickBooks could not be read
     */
    SetupUndo planUndo(String run);

    /**
     * Takes a run back, as far as the plan says and as is still possible: each record is looked at again first. The records are
     * open questions again, and stay out of step until somebody, or the next setup, links or creates them. Safe to repeat where
     * something is unsettled.
     *
     * @param plan a plan of {@link #planUndo}
     * @param options who does it, and who is told
     * @return the plan with what became of each record
     * @throws IllegalArgumentException if there is no such run, or it or its undo is under way
     * @throws QboException if QuickBooks could not be read
     */
    SetupUndo undo(SetupUndo plan, Applying options);
}
