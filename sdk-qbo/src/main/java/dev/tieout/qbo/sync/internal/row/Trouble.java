package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.SyncProblem;
import java.time.Instant;

/**
 * A try that failed for now, and says nothing about the record. Immutable.
 *
 * @param problem what failed
 * @param failures how many tries in a row
 * @param until when to try again
 */
public record Trouble(SyncProblem problem, int failures, Instant until) {}
