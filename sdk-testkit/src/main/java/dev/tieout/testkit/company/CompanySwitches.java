package dev.tieout.testkit.company;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which {@link CompanySwitch}es are on. Immutable. */
public final class CompanySwitches {
    private static final CompanySwitches DEFAULTS = new CompanySwitches(EnumSet.noneOf(CompanySwitch.class));

    private final Set<CompanySwitch> on;

    private CompanySwitches(Set<CompanySwitch> on) {
        this.on = Collections.unmodifiableSet(on);
    }

    /** All off. */
    public static CompanySwitches defaults() {
        return DEFAULTS;
    }

    /** These and one more on. */
    public CompanySwitches with(CompanySwitch added) {
        Set<CompanySwitch> more = EnumSet.noneOf(CompanySwitch.class);
        more.addAll(on);
        more.add(added);
        return new CompanySwitches(more);
    }

    /** These with one off. */
    public CompanySwitches without(CompanySwitch removed) {
        Set<CompanySwitch> fewer = EnumSet.noneOf(CompanySwitch.class);
        fewer.addAll(on);
        fewer.remove(removed);
        return new CompanySwitches(fewer);
    }

    /** Whether a switch is on. */
    public boolean on(CompanySwitch which) {
        return on.contains(which);
    }

    @Override
    public String toString() {
        return on.toString();
    }
}
