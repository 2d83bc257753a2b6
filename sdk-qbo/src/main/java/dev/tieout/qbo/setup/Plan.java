package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.Bucket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

// Longer than others: nearly all of it is Javadoc.
/**
 * What the plans of clients and of service items have in common. Immutable.
 *
 * @param <P> the plan
 * @param <L> what it says of a record of the app
 * @param <R> what it says of a record of QuickBooks
 */
abstract class Plan<P, L extends PlanLine, R> {
    final Map<LocalId, L> locals;
    final Map<RemoteId, R> remotes;
    final Decisions decided;
    private final List<DecidedBefore> before;
    private final Set<Object> settled;
    private final TenantId tenant;
    private final RealmId realm;
    private final Instant madeAt;

    Plan(
            TenantId tenant,
            RealmId realm,
            Instant madeAt,
            Map<LocalId, L> locals,
            Map<RemoteId, R> remotes,
            Decisions decided,
            List<DecidedBefore> before) {
        this.before = List.copyOf(before);
        this.settled = before.stream()
                .map(DecidedBefore::decision)
                .filter(decision -> decision.action() != SetupDecision.Action.NOT_THE_SAME)
                .map(SetupDecision::subject)
                .collect(Collectors.toSet());
        this.tenant = tenant;
        this.realm = realm;
        this.madeAt = madeAt;
        this.locals = locals;
        this.remotes = remotes;
        this.decided = decided;
    }

    Plan(Plan<P, L, R> of, Decisions decided) {
        this(of.tenant, of.realm, of.madeAt, of.locals, of.remotes, decided, of.before);
    }

    /** What a record of the app belongs to, as far as that is clear. */
    abstract @Nullable RemoteId counterpart(L line);

    /** The same plan with other decisions. */
    abstract P with(Decisions other);

    /**
     * Writes the plan as JSON, to be stored, shown in a browser, or handed to another process; {@code fromJson} of the plan's
     * class reads it. The form is stable: equal plans are equal texts, members may be added later. It holds names of both
     * sides, which are the firm's business.
     *
     * <p>What comes back from a browser is input like any other: {@code fromJson} checks its form, and applying looks at each
     * record again.
     *
     * @return one JSON object
     */
    public abstract String toJson();

    /**
     * A digest of the plan with its decisions, to tell whether what a person approved is what is applied.
     *
     * @return the SHA-256 of {@link #toJson}, in hexadecimal digits
     */
    public String digest() {
        return PlanJson.digest(toJson());
    }

    /**
     * Names the firm.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * Names the company.
     *
     * @return the realm
     */
    public RealmId realm() {
        return realm;
    }

    /**
     * Says when both sides were read.
     *
     * @return the moment
     */
    public Instant madeAt() {
        return madeAt;
    }

    /**
     * Lists what is to be done, in the order in which it will be.
     *
     * @return the decisions
     */
    public List<SetupDecision> decisions() {
        return decided.list();
    }

    /**
     * Lists what was decided before this setup: who is kept out, unmatched, or not the same as whom. It stands as it is unless
     * this plan decides otherwise: link or create the record to let it in again. What is listed here is in no other list.
     *
     * @return the earlier decisions, the records of the app first
     */
    public List<DecidedBefore> decidedBefore() {
        return before;
    }

    /**
     * Lists the open questions: records of the app that are linked with nothing and about which nobody decided anything, now or
     * before.
     *
     * @return them, in the plan's order
     */
    public List<L> open() {
        return locals.values().stream()
                .filter(line -> !line.linked() && decided.undecided(line.id()) && !isDecidedBefore(line.id()))
                .toList();
    }

    /**
     * The bucket Matches: one record on each side, paired without doubt.
     *
     * @return the app's records in it
     */
    public List<L> matches() {
        return in(Bucket.MATCH);
    }

    /**
     * The bucket Duplicates: a counterpart exists, but only a person can say which.
     *
     * @return the app's records in it
     */
    public List<L> duplicates() {
        return in(Bucket.DUPLICATE);
    }

    /**
     * The bucket Unmatched: records of the app without a counterpart, perhaps with suggestions.
     *
     * @return the app's records in it
     */
    public List<L> unmatched() {
        return in(Bucket.UNMATCHED);
    }

    /**
     * Looks up the decision about a record of the app.
     *
     * @param local the record
     * @return the decision, or empty while there is none
     */
    public Optional<SetupDecision> decision(LocalId local) {
        return decided.about(local);
    }

    /**
     * Decides to create a record of the app in QuickBooks. Replaces what was decided about it.
     *
     * @param local the record
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan, or is linked already
     */
    public P createInQuickBooks(LocalId local) {
        if (known(local).linked()) {
            throw new IllegalArgumentException(
                    decided.localWord() + " " + local + " is linked already: unmatch it first");
        }
        return with(decided.createInQuickBooks(List.of(local)));
    }

    /**
     * Decides to create in QuickBooks every record of the bucket Unmatched about which nothing is decided yet.
     *
     * @return the changed plan
     */
    public P createUnmatchedInQuickBooks() {
        return with(decided.createInQuickBooks(unmatched().stream()
                .map(PlanLine::id)
                .filter(decided::undecided)
                .toList()));
    }

    /**
     * Decides to leave a record of the app alone in this run; the next setup asks about it again. Replaces what was decided about
     * it.
     *
     * @param local the record
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan
     */
    public P skip(LocalId local) {
        known(local);
        return with(decided.skip(local));
    }

    /**
     * Decides to keep a record of the app out of step, whatever is edited later, until somebody decides otherwise. Replaces what
     * was decided about it.
     *
     * @param local the record
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan
     */
    public P keepOut(LocalId local) {
        known(local);
        return with(decided.keepOut(local));
    }

    /**
     * Decides to keep a record of QuickBooks out of the app, whatever is edited later, until somebody decides otherwise.
     *
     * @param remote the record
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan, or is to be linked
     */
    public P keepOut(RemoteId remote) {
        known(remote);
        return with(decided.keepOut(remote));
    }

    /**
     * Decides that two records are not the same, though they look alike: they are never proposed to be again, until somebody
     * links them. If they were to be linked, they are not any more.
     *
     * @param local the record of the app
     * @param remote the record of QuickBooks
     * @return the changed plan
     * @throws IllegalArgumentException if either is not in the plan
     */
    public P notTheSame(LocalId local, RemoteId remote) {
        known(local);
        known(remote);
        return with(decided.notTheSame(local, remote));
    }

    /**
     * Decides to make a record of the app inactive, because another of the app is the one to keep. Replaces what was decided
     * about it.
     *
     * @param local the record
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan, or is linked
     */
    public P makeInactive(LocalId local) {
        if (known(local).linked()) {
            throw new IllegalArgumentException(
                    decided.localWord() + " " + local + " is linked: unmatch it first, or make another one inactive");
        }
        return with(decided.makeInactive(local));
    }

    /**
     * Decides to make a record inactive in QuickBooks, because another there is the one to keep. What QuickBooks would not do, such
     * as with an open balance, and a record that somebody linked meanwhile, are left and reported.
     *
     * @param remote the record
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan, or is to be linked, or is linked
     */
    public P makeInactive(RemoteId remote) {
        known(remote);
        locals.values().stream()
                .filter(line -> line.linked() && remote.equals(counterpart(line)))
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalArgumentException(decided.remoteWord() + " " + remote + " is linked with "
                            + decided.localWord() + " " + line.id() + ": unmatch that first");
                });
        return with(decided.makeInactive(remote));
    }

    /**
     * Decides to take the link of a record apart; nothing is deleted on either side. Replaces what was decided about it.
     *
     * @param local the record of the app
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan, or is not linked
     */
    public P unlink(LocalId local) {
        if (!known(local).linked()) {
            throw new IllegalArgumentException(decided.localWord() + " " + local + " is not linked: nothing to unlink");
        }
        return with(decided.unlink(local));
    }

    /**
     * Takes decisions over, such as those that came back from a browser, each replacing what was decided about its subject, and
     * what gave its record of QuickBooks away otherwise.
     *
     * @param decisions the decisions
     * @return the changed plan
     * @throws IllegalArgumentException if one is about a record that is not in the plan, or they cannot be carried out together;
     *     the message names the line at fault
     */
    public P decide(List<SetupDecision> decisions) {
        Decisions.check(decided.localWord(), decided.remoteWord(), decisions, locals.keySet(), remotes.keySet());
        return with(decided.and(decisions));
    }

    /**
     * Reckons what carrying the decisions out costs.
     *
     * @return the cost, at the standard pace
     */
    public SetupCost cost() {
        return Costs.of(
                decided.list(),
                (local, remote) -> Optional.ofNullable(locals.get(local))
                        .flatMap(line -> line.changesWith(remote))
                        .map(List::isEmpty)
                        .orElse(false));
    }

    /**
     * Tells whether a decision can still be carried out by this plan: its records are there, and it would change something.
     *
     * @param decision a decision, of an earlier plan perhaps
     * @return whether it can
     */
    public boolean holds(SetupDecision decision) {
        @Nullable L local = decision.local() == null ? null : locals.get(decision.local());
        boolean there = (decision.local() == null || local != null)
                && (decision.remote() == null || remotes.containsKey(decision.remote()));
        return there
                && switch (decision.action()) {
                    case LINK, CREATE_IN_QUICKBOOKS -> local != null && !local.linked();
                    case UNLINK -> local != null && local.linked();
                    case MAKE_INACTIVE -> local == null || !local.linked();
                    case CREATE_IN_APP, SKIP, KEEP_OUT, NOT_THE_SAME -> true;
                };
    }

    final boolean isDecidedBefore(Object subject) {
        return settled.contains(subject);
    }

    final L known(LocalId local) {
        L known = locals.get(local);
        if (known == null) {
            throw new IllegalArgumentException(
                    decided.localWord() + " " + local + " is not in this plan: preview again");
        }
        return known;
    }

    final R known(RemoteId remote) {
        R known = remotes.get(remote);
        if (known == null) {
            throw new IllegalArgumentException(
                    decided.remoteWord() + " " + remote + " is not in this plan: preview again");
        }
        return known;
    }

    private List<L> in(Bucket bucket) {
        return locals.values().stream()
                .filter(line -> line.bucket() == bucket && !isDecidedBefore(line.id()))
                .toList();
    }

    /** Counts only: names are the firm's business. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[tenant=" + tenant + ", realm=" + realm + ", inApp=" + locals.size()
                + ", inQuickBooks=" + remotes.size() + ", decisions=" + decided.size() + "]";
    }

    /** Lines by id, in their order. */
    static <K, V> Map<K, V> byId(List<V> lines, Function<V, K> id) {
        return lines.stream().collect(Collectors.toMap(id, line -> line, (one, other) -> other, LinkedHashMap::new));
    }
}
