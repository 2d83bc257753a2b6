package dev.tieout.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryAssertTest {
    private final History history = new History(10);

    private void asked(FakeRequest request) {
        history.add(new Exchange(1, Instant.EPOCH, Call.of(request), request, FakeResponse.json(200, "{}"), null));
    }

    @Test
    void readsAndWritesAreTold() {
        HistoryAssert.assertThat(history).receivedNothing().hasNoWrites();
        asked(FakeRequest.get("/v3/company/1/invoice/5"));
        HistoryAssert.assertThat(history)
                .hasNoWrites()
                .received("Invoice", "read")
                .hasRequestIdOnEveryWrite();
        asked(FakeRequest.post("/v3/company/1/invoice?requestid=a", "{}"));
        HistoryAssert.assertThat(history).received("invoice", "create", 1).hasRequestIdOnEveryWrite();

        assertThatThrownBy(() -> HistoryAssert.assertThat(history).hasNoWrites())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("#1 POST /v3/company/1/invoice");
        assertThatThrownBy(() -> HistoryAssert.assertThat(history).receivedNothing())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> HistoryAssert.assertThat(history).received("invoice", "create", 2))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> HistoryAssert.assertThat(history).received("customer", "create"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aWriteWithoutRequestIdIsNamed() {
        asked(FakeRequest.post("/v3/company/1/batch", "{}"));

        assertThatThrownBy(() -> HistoryAssert.assertThat(history).hasRequestIdOnEveryWrite())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/v3/company/1/batch");
        assertThat(history.last().requestText()).isEqualTo("{}");
    }
}
