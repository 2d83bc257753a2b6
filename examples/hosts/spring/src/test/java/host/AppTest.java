package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.QuickBooks;
import dev.tieout.testkit.FakeQuickBooks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The app in its Spring context, beside a fake that starts before it. */
@SpringBootTest
@DirtiesContext
class AppTest {
    private static final FakeQuickBooks FAKE = FakeQuickBooks.start();

    @Autowired
    private QuickBooks quickBooks;

    @DynamicPropertySource
    static void fake(DynamicPropertyRegistry registry) {
        registry.add("quickbooks.base-url", FAKE::baseUrl);
        registry.add("quickbooks.client-id", FAKE::clientId);
        registry.add("quickbooks.client-secret", FAKE::clientSecret);
    }

    @AfterAll
    static void closeFake() {
        FAKE.close();
    }

    @Test
    void firstSyncOfTheBean() {
        assertThat(FirstSync.run(quickBooks, url -> FAKE.approve(url, FakeQuickBooks.DEFAULT_REALM))
                        .entries())
                .hasSize(1);
    }
}
