package dev.tieout.matching;

import dev.tieout.matching.internal.deciding.Matching;
import dev.tieout.model.Client;

/**
 * Pairs an app's clients with QuickBooks customers. It reads what it is given and nothing else: no files, no network,
 * no clock, no chance; equal input gives an equal plan, whatever its order and however many threads work.
 *
 * <p>Immutable and thread-safe.
 */
public final class ClientMatcher {
    private final MatchPolicy policy;

    private ClientMatcher(MatchPolicy policy) {
        this.policy = policy;
    }

    /**
     * Makes a matcher.
     *
     * @param policy how it decides
     * @return the matcher
     */
    public static ClientMatcher of(MatchPolicy policy) {
        return new ClientMatcher(policy);
    }

    /**
     * Matches. Each list is iterated once. Inactive clients are matched like active ones.
     *
     * @param clients the app's clients
     * @param customers QuickBooks' customers, active and inactive
     * @param decisions what people have decided before
     * @return the plan: every record in exactly one list
     * @throws IllegalArgumentException if two clients or two customers have the same id
     */
    public MatchPlan match(Iterable<Client> clients, Iterable<CustomerRecord> customers, MatchDecisions decisions) {
        PlanBuilder builder = new PlanBuilder(policy, decisions, false);
        Matching matching = builder.build(clients, customers);
        return new MatchPlan(builder.roster, matching, matching.decision());
    }

    /**
     * Matches, and stays ready for changes: of the clients, of the customers and of what people decide. A change costs
     * what it touches, not another run.
     *
     * @param clients the app's clients
     * @param customers QuickBooks' customers, active and inactive
     * @param decisions what people have decided before
     * @return a matching that takes changes
     * @throws IllegalArgumentException if two clients or two customers have the same id
     */
    public LiveMatching live(Iterable<Client> clients, Iterable<CustomerRecord> customers, MatchDecisions decisions) {
        PlanBuilder builder = new PlanBuilder(policy, decisions, true);
        return new LiveMatching(builder.roster, builder.build(clients, customers));
    }
}
