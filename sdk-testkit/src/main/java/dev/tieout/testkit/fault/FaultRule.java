package dev.tieout.testkit.fault;

import dev.tieout.testkit.history.Call;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault strikes. Immutable.
 *
 * <p>Each condition that is set must hold. Of the calls that match, a rule strikes the next one; {@link #nth} lets some
 * pass first, {@link #times} and {@link #always} strike more than one, {@link #probability} tosses for each.
 */
public final class FaultRule {
    private static final FaultRule ANY = new FaultRule(Reach.CALLS, null, null, null, 0, 1, 1);

    /** What a rule looks at. */
    private enum Reach {
        /** Whole requests. */
        CALLS,
        /** Items of batches. */
        ITEMS,
        /** Both. */
        BOTH
    }

    private final Reach reach;

    private final @Nullable String entity;
    private final @Nullable String operation;
    private final @Nullable String realm;
    private final int nth;
    private final int times;
    private final double probability;

    private FaultRule(
            Reach reach,
            @Nullable String entity,
            @Nullable String operation,
            @Nullable String realm,
            int nth,
            int times,
            double probability) {
        this.reach = reach;
        this.entity = entity;
        this.operation = operation;
        this.realm = realm;
        this.nth = nth;
        this.times = times;
        this.probability = probability;
    }

    /**
     * The next call, whatever it is.
     *
     * @return the rule
     */
    public static FaultRule any() {
        return ANY;
    }

    /**
     * The next call of one kind.
     *
     * @param entity as in {@link Call#entity()}, in any case
     * @param operation as in {@link Call#operation()}
     * @return the rule
     */
    public static FaultRule on(String entity, String operation) {
        return entity(entity).operation(operation);
    }

    /**
     * The next call about an entity.
     *
     * @param entity as in {@link Call#entity()}, in any case
     * @return the rule
     */
    public static FaultRule entity(String entity) {
        return new FaultRule(Reach.CALLS, entity.toLowerCase(Locale.ROOT), null, null, 0, 1, 1);
    }

    /**
     * The next batch, whatever it holds.
     *
     * @return the rule
     */
    public static FaultRule batch() {
        return on("batch", "batch");
    }

    /**
     * The next item of one kind inside a batch; a single call of that kind is spared. A refusal ({@link Fault#code})
     * strikes the item alone, and {@link #nth} counts items; any other fault strikes the whole batch that holds such an
     * item, and {@link #nth} counts batches.
     *
     * @param entity the entity's name in any case
     * @param operation {@code create}, {@code update}, {@code delete}, {@code void} or {@code query}
     * @return the rule
     */
    public static FaultRule item(String entity, String operation) {
        return new FaultRule(
                Reach.ITEMS, entity.toLowerCase(Locale.ROOT), operation.toLowerCase(Locale.ROOT), null, 0, 1, 1);
    }

    /**
     * This rule for single calls and for items of batches, as {@link #item} has it.
     *
     * @return the rule
     */
    public FaultRule alsoInBatches() {
        return new FaultRule(Reach.BOTH, entity, operation, realm, nth, times, probability);
    }

    /**
     * The next call of the token endpoint.
     *
     * @return the rule
     */
    public static FaultRule token() {
        return entity("token");
    }

    /**
     * This rule for one operation only.
     *
     * @param name as in {@link Call#operation()}
     * @return the rule
     */
    public FaultRule operation(String name) {
        return new FaultRule(reach, entity, name.toLowerCase(Locale.ROOT), realm, nth, times, probability);
    }

    /**
     * This rule for one company only.
     *
     * @param id the company
     * @return the rule
     */
    public FaultRule realm(String id) {
        return new FaultRule(reach, entity, operation, id, nth, times, probability);
    }

    /**
     * This rule from the n-th matching call on, counted from when the rule was added.
     *
     * @param n at least 1
     * @return the rule
     */
    public FaultRule nth(int n) {
        atLeastOne(n, "nth");
        return new FaultRule(reach, entity, operation, realm, n, times, probability);
    }

    /**
     * This rule for several calls.
     *
     * @param count at least 1
     * @return the rule
     */
    public FaultRule times(int count) {
        atLeastOne(count, "times");
        return new FaultRule(reach, entity, operation, realm, nth, count, probability);
    }

    /**
     * This rule for every call until the faults are cleared.
     *
     * @return the rule
     */
    public FaultRule always() {
        return times(Integer.MAX_VALUE);
    }

    /**
     * This rule for every matching call with a probability; the toss comes from the fake's seed.
     *
     * @param p from 0 to 1
     * @return the rule
     */
    public FaultRule probability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("probability must be from 0 to 1");
        }
        return new FaultRule(reach, entity, operation, realm, nth, Integer.MAX_VALUE, p);
    }

    boolean matches(Call call) {
        return (entity == null || entity.equals(call.entity()))
                && (operation == null || operation.equals(call.operation()))
                && (realm == null || realm.equals(call.realm()));
    }

    boolean ofCalls() {
        return reach != Reach.ITEMS;
    }

    boolean ofItems() {
        return reach != Reach.CALLS;
    }

    int nth() {
        return nth;
    }

    int times() {
        return times;
    }

    double probability() {
        return probability;
    }

    private static void atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
    }

    /** The conditions. */
    @Override
    public String toString() {
        String inside = reach == Reach.CALLS ? "" : reach == Reach.ITEMS ? "item of a batch, " : "also in batches, ";
        return inside + "entity=" + entity + ", operation=" + operation + ", realm=" + realm + ", nth=" + nth
                + ", times=" + times + ", probability=" + probability;
    }
}
