package dev.tieout.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.history.HistoryAssert;
import dev.tieout.testkit.oauth.FakeTokens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

@ExtendWith(QuickBooksExtension.class)
class QuickBooksExtensionTest {
    private final Http http = new Http();

    @BeforeEach
    void advance(TestClock clock) {
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void parametersOfOneTestBelongToTheSameFake(
            FakeQuickBooks qbo, FakeCompany company, FakeTokens tokens, TestClock clock) throws IOException {
        assertThat(qbo.company()).isSameAs(company);
        assertThat(qbo.clock()).isSameAs(clock);
        assertThat(clock.instant()).isEqualTo("2026-03-02T17:01:00Z");
        assertThat(http.api(qbo, tokens.realm(), tokens.accessToken(), "companyinfo/" + tokens.realm())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachTestStartsWithAnEmptyHistory(FakeQuickBooks qbo) {
        HistoryAssert.assertThat(qbo.history()).receivedNothing();
    }

    @Test
    void realmNamesAnotherCompany(
            FakeQuickBooks qbo, @Realm("77") FakeCompany company, @Realm("77") FakeTokens tokens) {
        assertThat(company.realmId()).isEqualTo("77");
        assertThat(tokens.realm()).isEqualTo("77");
        assertThat(qbo.hasCompany(FakeQuickBooks.DEFAULT_REALM)).isTrue();
    }

    static class Failing {
        @RegisterExtension
        static final QuickBooksExtension QUICK_BOOKS =
                QuickBooksExtension.with(() -> FakeQuickBooks.builder().company("88"));

        @Test
        void fails(FakeQuickBooks qbo, @Realm("88") FakeTokens tokens) throws IOException {
            new Http().api(qbo, "88", tokens.accessToken(), "customer/4711");
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void failureListsTheLastRequestsWithoutTokens() {
        List<Throwable> failures =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Failing.class))
                        .execute()
                        .testEvents()
                        .failed()
                        .stream()
                        .map(Event::getPayload)
                        .map(payload -> ((TestExecutionResult) payload.orElseThrow())
                                .getThrowable()
                                .orElseThrow())
                        .toList();

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("on purpose");
            assertThat(failure.getSuppressed()).singleElement().asString().contains("GET /v3/company/88/customer/4711");
        });
    }

    static class Telling {
        @RegisterExtension
        static final QuickBooksExtension QUICK_BOOKS = QuickBooksExtension.with(FakeQuickBooks::builder);

        @Test
        void tells(FakeQuickBooks qbo, TestReporter reporter) {
            reporter.publishEntry("url", qbo.baseUrl().toString());
        }
    }

    @Test
    void theFakeOfATestIsClosedAfterIt() {
        List<URI> told = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Telling.class))
                .execute()
                .testEvents()
                .reportingEntryPublished()
                .stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .map(entry -> URI.create(entry.getKeyValuePairs().get("url")))
                .toList();

        assertThat(told)
                .singleElement()
                .satisfies(url -> assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
                        .isInstanceOf(ConnectException.class));
    }
}
