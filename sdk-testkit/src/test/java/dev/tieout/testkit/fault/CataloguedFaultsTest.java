package dev.tieout.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.company.FaultBody;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CataloguedFaultsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    static List<String> codes() {
        return FaultBody.codes();
    }

    private static FakeResponse answer(Fault fault) {
        return fault.strike(
                        FakeRequest.get("/v3/company/1/customer/1"),
                        () -> {
                            throw new AssertionError("the company must not see the request");
                        },
                        NOW)
                .response();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeCanBeHadInJsonAndInXml(String code) {
        FakeResponse json = answer(Fault.code(code));
        FakeResponse xml = answer(Fault.code(code).asXml());

        assertThat(json.status()).isBetween(400, 503).isEqualTo(xml.status());
        assertThat(json.bodyText()).contains("\"code\":\"" + code + "\"");
        assertThat(xml.bodyText()).contains("<IntuitResponse").contains("code=\"" + code + "\"");
    }

    @Test
    void anUnknownCodeIsRefusedWhenTheFaultIsMade() {
        assertThatThrownBy(() -> Fault.code("4711"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4711")
                .hasMessageContaining("5010");
    }
}
