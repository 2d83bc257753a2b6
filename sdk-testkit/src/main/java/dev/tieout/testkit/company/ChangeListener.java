package dev.tieout.testkit.company;

/** Hears of committed changes, in the order of their commit. */
@FunctionalInterface
public interface ChangeListener {
    /**
     * Called after a change is committed and before the answer is given, under the company's lock: it must not wait and
     * not throw. It may call the company from the same thread.
     */
    void changed(CompanyChange change);
}
