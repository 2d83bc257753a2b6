package app.practice.tieout;

import app.practice.practice.Firms;
import dev.tieout.TenantId;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.Connection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A firm whose connection needs a person is no outage of the app: it is a detail, and the app stays up. */
@Component("quickbooks")
class TieoutHealth implements HealthIndicator {
    private final QuickBooks quickBooks;
    private final Firms firms;

    TieoutHealth(QuickBooks quickBooks, Firms firms) {
        this.quickBooks = quickBooks;
        this.firms = firms;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (TenantId firm : firms.all()) {
            Connection connection = quickBooks.company(firm).health();
            health.withDetail(firm.value(), connection.state().name());
        }
        return health.build();
    }
}
