package app.practice.tieout;

import app.practice.practice.Firms;
import dev.tieout.TenantId;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.sync.SyncState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How many records of a firm wait, and how many need somebody. */
@Component
class TieoutMeters {
    TieoutMeters(MeterRegistry registry, QuickBooks quickBooks, Firms firms) {
        for (TenantId firm : firms.all()) {
            for (SyncState state : SyncState.values()) {
                Gauge.builder("tieout.records", () -> count(quickBooks.company(firm), state))
                        .tag("firm", firm.value())
                        .tag("state", state.name())
                        .register(registry);
            }
        }
    }

    private static long count(Company company, SyncState state) {
        return company.health().realm().isPresent() ? company.overview().count(state) : 0;
    }
}
