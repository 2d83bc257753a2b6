package dev.tieout.testkit.company;

import org.jspecify.annotations.Nullable;

/**
 * A refusal on purpose of one item of a batch. Immutable.
 *
 * @param code a code that {@link FaultBody#codes()} has
 * @param detail the long text; {@code null} for the code's usual one
 * @param afterCommit whether the item is done all the same
 */
public record BatchFault(String code, @Nullable String detail, boolean afterCommit) {}
