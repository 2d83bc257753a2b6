package dev.tieout.matching.items;

import dev.tieout.RemoteId;

/**
 * A QuickBooks item that may be a service item's counterpart.
 *
 * <p>Immutable.
 *
 * @param record the QuickBooks item
 * @param confidence how likely it is the same one, 0 to 1
 * @param score the natural logarithm of the odds behind it
 */
public record ItemCandidate(RemoteId record, double confidence, double score) {}
