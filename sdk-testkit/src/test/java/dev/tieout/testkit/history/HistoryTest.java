package dev.tieout.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static Exchange exchange(long number, String target) {
        FakeRequest request = FakeRequest.get(target);
        return new Exchange(
                number, Instant.EPOCH, Call.of(request), request, FakeResponse.json(200, "{\"a\":\"secret\"}"), null);
    }

    @Test
    void oldestIsForgottenAtTheLimit() {
        History history = new History(2);
        for (int i = 1; i <= 3; i++) {
            history.add(exchange(i, "/v3/company/1/invoice/" + i));
        }

        assertThat(history.all()).extracting(Exchange::number).containsExactly(2L, 3L);
        assertThat(history.last().number()).isEqualTo(3);
        assertThat(history.last(1)).extracting(Exchange::number).containsExactly(3L);
        assertThat(history.count("Invoice", "read")).isEqualTo(2);
        assertThat(history.count("Invoice", "create")).isZero();
    }

    @Test
    void limitZeroKeepsNothingAndLastSaysSo() {
        History history = new History(0);
        history.add(exchange(1, "/x"));

        assertThatThrownBy(history::last).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> new History(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textOfAnExchangeHasNoBodyAndNoQuery() {
        assertThat(exchange(1, "/v3/company/1/query?query=secret"))
                .hasToString("#1 GET /v3/company/1/query (query query) -> 200");
    }
}
