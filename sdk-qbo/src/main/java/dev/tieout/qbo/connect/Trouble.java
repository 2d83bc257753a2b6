package dev.tieout.qbo.connect;

import java.time.Instant;
import java.util.Optional;

/**
 * What is wrong with a connection. Immutable.
 *
 * @param cause what it is
 * @param since when it was first seen
 * @param deadline when the connection is ended unless it gets well; empty once it has ended
 */
public record Trouble(TroubleCause cause, Instant since, Optional<Instant> deadline) {}
