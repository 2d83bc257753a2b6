package dev.tieout.testkit.contract;

/** What a store may or may not be able to do. A contract test of a power that is not declared is reported as skipped. */
public enum Power {
    /** Several threads, processes or machines may write at once. */
    CONCURRENT_WRITERS,
    /** What was saved is still there when the store is opened again; the suite's {@code reopen} must be overridden. */
    DURABLE
}
