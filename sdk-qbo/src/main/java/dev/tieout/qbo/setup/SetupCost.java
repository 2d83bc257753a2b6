package dev.tieout.qbo.setup;

import java.time.Duration;

/**
 * What carrying a plan's decisions out costs, about. Immutable.
 *
 * @param creates how many records are created in QuickBooks
 * @param updates how many records of QuickBooks are changed because they are linked
 * @param writes how many requests write, up to 30 records each; Intuit charges nothing for them
 * @param reads how many requests read, since each record is looked at again first; they count against the monthly allowance
 * @param atLeast how long it takes at QuickBooks' limits, if nothing else uses them
 */
public record SetupCost(int creates, int updates, int writes, int reads, Duration atLeast) {}
