package dev.tieout.matching;

import dev.tieout.RemoteId;

/**
 * A customer that may be a client's counterpart.
 *
 * <p>Immutable.
 *
 * @param customer the customer
 * @param confidence how likely it is the same one, 0 to 1
 * @param score the natural logarithm of the odds behind it
 */
public record Candidate(RemoteId customer, double confidence, double score) {}
