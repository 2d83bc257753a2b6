package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.sync.internal.Engine;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.time.Duration;
import java.time.Instant;

/** Starts the reading of changes, once for each company. */
record FeedStart(Engine engine) {
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** From the preview on, changes in QuickBooks count as news; a little overlap costs nothing. */
    void from(CompanyScope scope, Instant preview) {
        engine.startFeed(scope, preview.minus(OVERLAP));
    }
}
