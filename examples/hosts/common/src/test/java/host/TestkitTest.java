package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.history.HistoryAssert;
import dev.tieout.testkit.junit.QuickBooksExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first sync, tested with the extension of the testkit. */
@ExtendWith(QuickBooksExtension.class)
class TestkitTest {
    @Test
    void firstSyncCreatesTheClient(FakeQuickBooks fake) {
        try (QuickBooks quickBooks = FirstSync.quickBooks(fake.baseUrl(), fake.clientId(), fake.clientSecret())) {
            SetupReport report =
                    FirstSync.run(quickBooks, url -> fake.approve(url, FakeQuickBooks.DEFAULT_REALM));

            assertThat(report.entries()).hasSize(1);
            assertThat(quickBooks.company(FirstSync.FIRM).tieOut().agrees()).isTrue();
        }
        HistoryAssert.assertThat(fake.history()).received("Customer", "create", 1).hasRequestIdOnEveryWrite();
    }
}
