package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.sync.internal.ChangeCursor;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.EngineParts;
import java.time.Duration;
import java.time.Instant;

/** Starts the reading of changes, once for each company. */
record FeedStart(EngineParts parts, Duration pollEvery) {
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** From the preview on, changes in QuickBooks count as news; a little overlap costs nothing. */
    void from(CompanyScope scope, Instant preview) {
        Instant now = parts.clock().instant();
        new ChangeCursor(parts.store()).start(scope, preview.minus(OVERLAP), now.plus(pollEvery));
    }
}
