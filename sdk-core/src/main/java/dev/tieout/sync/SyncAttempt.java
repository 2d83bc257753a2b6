package dev.tieout.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at writing a record to QuickBooks, kept as its trail. Immutable.
 *
 * @param at when it was sent
 * @param operation {@code create}, {@code update}, {@code void} or {@code delete}
 * @param requestId the idempotency id it was sent under
 * @param outcome {@code ok}, {@code replayed}, {@code unknown}, or QuickBooks' fault code
 * @param intuitTid Intuit's trace id, or {@code null} if no answer came
 */
public record SyncAttempt(
        Instant at,
        String operation,
        String requestId,
        String outcome,
        @Nullable String intuitTid) {}
