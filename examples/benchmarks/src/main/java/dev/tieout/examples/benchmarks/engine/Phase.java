package dev.tieout.examples.benchmarks.engine;

/**
 * A part of a firm's first days. The last one edits what payments have changed in QuickBooks since: each is refused once
 * as stale, by the engine's view and in the bare loops alike.
 */
enum Phase {
    CLIENTS("clients, by setup"),
    INVOICES("invoices"),
    PAYMENTS("payments"),
    EDITS("edits of clients"),
    PAID("edits of paid invoices");

    final String words;

    Phase(String words) {
        this.words = words;
    }
}
