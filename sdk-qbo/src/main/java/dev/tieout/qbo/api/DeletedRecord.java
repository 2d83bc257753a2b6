package dev.tieout.qbo.api;

import dev.tieout.RemoteId;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that is gone. Immutable.
 *
 * @param id its id
 * @param at when it was deleted, where QuickBooks says so
 */
public record DeletedRecord(RemoteId id, Optional<Instant> at) {}
