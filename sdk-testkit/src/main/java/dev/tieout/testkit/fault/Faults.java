package dev.tieout.testkit.fault;

import dev.tieout.testkit.history.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for their call. Rules are asked in the order in which they were added, and at most one fault
 * strikes a call. Thread-safe.
 */
public final class Faults {
    private static final class Armed {
        final FaultRule rule;
        final Fault fault;
        int seen;
        int struck;

        Armed(FaultRule rule, Fault fault) {
            this.rule = rule;
            this.fault = fault;
        }

        boolean spent() {
            return struck >= rule.times();
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Armed> armed = new ArrayList<>();
    private final SplittableRandom random;

    /**
     * No faults yet.
     *
     * @param seed what {@link FaultRule#probability} is tossed from
     */
    public Faults(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Arms a fault.
     *
     * @param rule which calls it strikes
     * @param fault what happens to them
     * @return this
     */
    public Faults add(FaultRule rule, Fault fault) {
        lock.lock();
        try {
            armed.add(new Armed(rule, fault));
            return this;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Arms a fault for the next call that no other fault strikes.
     *
     * @param fault what happens to it
     * @return this
     */
    public Faults next(Fault fault) {
        return add(FaultRule.any(), fault);
    }

    /** Disarms everything. */
    public void clear() {
        lock.lock();
        try {
            armed.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What still waits for a call.
     *
     * @return a line for each rule and its fault
     */
    public List<String> pending() {
        lock.lock();
        try {
            return armed.stream().map(a -> a.fault + ": " + a.rule).toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the fault that strikes a call.
     *
     * @param call the call
     * @return the fault, counted as used, or empty
     */
    public Optional<Fault> strike(Call call) {
        return strike(call, List::of);
    }

    /**
     * Takes the fault that strikes a call as a whole, also because of what a batch holds.
     *
     * @param call the call
     * @param items the items of a batch, each as the call it stands for; asked only if a rule looks at items
     * @return the fault, counted as used, or empty
     */
    public Optional<Fault> strike(Call call, Supplier<List<Call>> items) {
        return first(armed -> (armed.rule.ofCalls() && armed.rule.matches(call))
                || (armed.rule.ofItems()
                        && !armed.fault.refuses()
                        && items.get().stream().anyMatch(armed.rule::matches)));
    }

    /**
     * Takes the refusal that strikes one item of a batch.
     *
     * @param item the call that the item stands for
     * @return the refusal, counted as used, or empty
     */
    public Optional<Fault> strikeItem(Call item) {
        return first(armed -> armed.rule.ofItems() && armed.fault.refuses() && armed.rule.matches(item));
    }

    private Optional<Fault> first(Predicate<Armed> fits) {
        lock.lock();
        try {
            @Nullable Fault chosen = null;
            for (Armed each : armed) {
                if (fits.test(each) && strikes(each, chosen != null)) {
                    chosen = each.fault;
                }
            }
            armed.removeIf(Armed::spent);
            return Optional.ofNullable(chosen);
        } finally {
            lock.unlock();
        }
    }

    private boolean strikes(Armed each, boolean alreadyStruck) {
        each.seen++;
        boolean fires = each.seen >= Math.max(1, each.rule.nth()) && !alreadyStruck && toss(each.rule.probability());
        if (fires) {
            each.struck++;
        }
        return fires;
    }

    private boolean toss(double probability) {
        return probability >= 1 || random.nextDouble() < probability;
    }
}
