package dev.tieout.examples.quickstart;

import dev.tieout.TenantId;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.sync.Overview;
import dev.tieout.sync.SyncState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** What else docs/operate.md shows, compiled; {@link OperateTest} runs it. */
final class OperateSnippets {
    private OperateSnippets() {}

    static QuickBooks.Builder hooked(QuickBooks.Builder builder, MeterRegistry registry, Clock clock) {
        // tag::hooks
        Meters meters = new Meters(registry);
        builder.callSettings(
                        CallSettings.builder().clock(clock).listener(meters).build())
                .syncListener(meters)
                .connectionListener(meters);
        // end::hooks
        return builder;
    }

    static boolean healthy(QuickBooks quickBooks, TenantId firm, Clock clock) {
        // tag::health
        Company company = quickBooks.company(firm);
        Overview overview = company.overview(); // counts, from the store; no call goes out
        long stuck = overview.count(SyncState.NEEDS_ATTENTION) + overview.count(SyncState.UNCERTAIN);
        Duration late = overview.nextDue() == null
                ? Duration.ZERO
                : Duration.between(overview.nextDue(), clock.instant()); // grows where nobody calls runDue
        boolean healthy = stuck == 0 && late.compareTo(Duration.ofMinutes(10)) < 0;
        // end::health
        return healthy;
    }
}
