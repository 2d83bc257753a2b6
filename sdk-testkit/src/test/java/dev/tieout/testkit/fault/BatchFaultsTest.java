package dev.tieout.testkit.fault;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.throttle.Throttling;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** QuickBooks facts P4, P5: faults of a batch and of one item in it, and the limits on batches. */
class BatchFaultsTest {
    private final FakeQuickBooks qbo = FakeQuickBooks.start();
    private final String token = qbo.connect(DEFAULT_REALM).accessToken();
    private final Http http = new Http();

    @AfterEach
    void close() {
        qbo.close();
    }

    private HttpResponse<String> batch(String id, String... names) throws IOException {
        String items = Stream.of(names)
                .map(name -> "{\"bId\":\"" + name + "\",\"operation\":\"create\",\"Customer\":{\"DisplayName\":\""
                        + name + "\"}}")
                .collect(Collectors.joining(","));
        return http.postJson(
                qbo, DEFAULT_REALM, token, "batch?requestid=" + id, "{\"BatchItemRequest\":[" + items + "]}");
    }

    private int customers() {
        return qbo.company().all("Customer").size();
    }

    @Test
    void aRefusalStrikesTheItemItNamesAndNoOther() throws IOException {
        qbo.faults()
                .add(FaultRule.item("Customer", "create").nth(2), Fault.code("6000", "Business Validation Error: No."));

        String answer = batch("r1", "A", "B", "C").body();

        assertThat(answer)
                .contains("\"Detail\":\"Business Validation Error: No.\"")
                .contains("\"bId\":\"B\"");
        assertThat(customers()).isEqualTo(2);
        assertThat(qbo.faults().pending()).isEmpty();
        batch("r1", "A", "B", "C");
        assertThat(customers()).as("only what was refused is done again").isEqualTo(3);
    }

    @Test
    void aRefusalAfterCommitIsAWriteThatTheClientHearsOtherwiseOf() throws IOException {
        qbo.faults()
                .add(FaultRule.item("Customer", "create"), Fault.code("10000").afterCommit());

        assertThat(batch("r1", "A", "B").body()).contains("\"code\":\"10000\"");

        assertThat(customers()).isEqualTo(2);
        assertThat(batch("r1", "A", "B").body()).doesNotContain("Fault");
        assertThat(customers()).isEqualTo(2);
    }

    @Test
    void theAnswerOfABatchIsLostAsAWholeAlsoBecauseOfWhatItHolds() throws IOException {
        qbo.faults()
                .add(FaultRule.batch(), Fault.answerLost())
                .add(FaultRule.item("customer", "create").nth(2), Fault.answerLost());

        assertThatThrownBy(() -> batch("r1", "A", "B")).isInstanceOf(IOException.class);
        assertThat(customers()).isEqualTo(2);
        assertThatThrownBy(() -> batch("r2", "C")).isInstanceOf(IOException.class);
        assertThat(batch("r1", "A", "B").body()).doesNotContain("Fault");
        assertThat(customers()).isEqualTo(3);
    }

    @Test
    void aRuleCanHoldForSingleCallsAndItemsAlike() throws IOException {
        qbo.faults().add(FaultRule.on("Customer", "create").alsoInBatches().times(2), Fault.code("2500"));

        assertThat(http.postJson(qbo, DEFAULT_REALM, token, "customer", "{\"DisplayName\":\"S\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(batch("r1", "A", "B").body()).contains("\"2500\"");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void allAppsTogetherMaySendOneHundredAndTwentyBatchesAMinute() throws IOException {
        qbo.throttling(Throttling.intuit());
        qbo.batchesOfOtherApps(DEFAULT_REALM, 119);

        assertThat(batch("r1", "A").statusCode()).isEqualTo(200);
        assertThat(batch("r2", "B").statusCode()).isEqualTo(429);
        qbo.clock().advance(Duration.ofMinutes(1));
        assertThat(batch("r2", "B").statusCode()).isEqualTo(200);
    }
}
