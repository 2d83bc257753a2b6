package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.SyncProblem;
import java.time.Instant;

/**
 * The last no: of QuickBooks, of the app, or of this library before anything was sent. It stands for the facts that it was
 * said about. Immutable.
 *
 * @param problem what it said
 * @param about a digest of the facts; any other facts lift it
 * @param againAt when time alone may have cured it; nothing is tried before
 */
public record Refusal(SyncProblem problem, String about, Instant againAt) {}
