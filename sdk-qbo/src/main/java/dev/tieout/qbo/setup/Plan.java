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
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final TenantId tenant;
    private final RealmId realm;
    private final Instant madeAt;

    Plan(
            TenantId tenant,
            RealmId realm,
            Instant madeAt,
            Map<LocalId, L> locals,
            Map<RemoteId, R> remotes,
            Decisions decided) {
        this.tenant = tenant;
        this.realm = realm;
        this.madeAt = madeAt;
        this.locals = locals;
        this.remotes = remotes;
        this.decided = decided;
    }

    Plan(Plan<P, L, R> of, Decisions decided) {
        this(of.tenant, of.realm, of.madeAt, of.locals, of.remotes, decided);
    }

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
     * Decides to leave a record of the app alone. Replaces what was decided about it.
     *
     * @param local the record
     * @return the changed plan
     * @throws IllegalArgumentException if the record is not in the plan
     */
    public P skip(LocalId local) {
        known(local);
        return with(decided.skip(local));
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
        return locals.values().stream().filter(line -> line.bucket() == bucket).toList();
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
