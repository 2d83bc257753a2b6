package dev.tieout.testkit.fault;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.history.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final FakeQuickBooks qbo = FakeQuickBooks.start();
    private final String token = qbo.connect(DEFAULT_REALM).accessToken();
    private final Http http = new Http();

    @AfterEach
    void close() {
        qbo.close();
    }

    private HttpResponse<String> createCustomer(String name) throws IOException {
        return http.postJson(qbo, DEFAULT_REALM, token, "customer", "{\"DisplayName\":\"" + name + "\"}");
    }

    private int customers() throws IOException {
        String body = http.api(qbo, DEFAULT_REALM, token, "query?query=select%20count(*)%20from%20Customer")
                .body();
        return Integer.parseInt(Http.member(body, "totalCount"));
    }

    @Test
    void connectionClosedBeforeCommitLeavesNothing() throws IOException {
        int before = customers();
        qbo.faults().add(FaultRule.on("Customer", "create"), Fault.closedBeforeCommit());

        assertThatThrownBy(() -> createCustomer("Ada")).isInstanceOf(IOException.class);

        assertThat(customers()).isEqualTo(before);
        assertThat(qbo.faults().pending()).isEmpty();
    }

    @Test
    void lostAnswerLeavesACommittedRecord() throws IOException {
        int before = customers();
        qbo.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());

        assertThatThrownBy(() -> createCustomer("Ada")).isInstanceOf(IOException.class);

        assertThat(customers()).isEqualTo(before + 1);
        assertThat(qbo.history().of("Customer", "create")).singleElement().satisfies(exchange -> {
            assertThat(exchange.response()).isNull();
            assertThat(exchange.fault()).isEqualTo("answer lost");
        });
    }

    @Test
    void cutMidBodyCommitsAndSendsHalf() throws IOException {
        int before = customers();
        qbo.faults().add(FaultRule.on("Customer", "create"), Fault.cutMidBody());

        assertThatThrownBy(() -> createCustomer("Ada")).isInstanceOf(IOException.class);

        assertThat(customers()).isEqualTo(before + 1);
    }

    @Test
    void resetLeavesNothing() throws IOException {
        int before = customers();
        qbo.faults().add(FaultRule.on("Customer", "create"), Fault.reset());

        assertThatThrownBy(() -> createCustomer("Ada")).isInstanceOf(IOException.class);

        assertThat(customers()).isEqualTo(before);
    }

    @Test
    void delayedAnswerIsTheRightOne() throws IOException {
        qbo.faults().next(Fault.delayed(Duration.ofMillis(5)));

        assertThat(createCustomer("Ada").statusCode()).isEqualTo(200);
    }

    @Test
    void cataloguedFaultStrikesBeforeCommitUnlessTold() throws IOException {
        int before = customers();
        qbo.faults()
                .add(FaultRule.on("Customer", "create"), Fault.code("5010"))
                .add(FaultRule.on("Customer", "create"), Fault.code("10000").afterCommit());

        HttpResponse<String> refused = createCustomer("Ada");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"5010\"");
        assertThat(customers()).isEqualTo(before);

        assertThat(createCustomer("Ada").statusCode()).isEqualTo(500);
        assertThat(customers()).isEqualTo(before + 1);
    }

    @Test
    void everyAnswerFormOfAGatewayCanBeHad() throws IOException {
        qbo.faults()
                .next(Fault.html503())
                .next(Fault.throttled())
                .next(Fault.code("6240").asXml())
                .next(Fault.code("6190").withStatus(200))
                .next(Fault.text(504, "stream timeout"));

        HttpResponse<String> html = createCustomer("A");
        assertThat(html.statusCode()).isEqualTo(503);
        assertThat(html.body()).startsWith("<html>");
        HttpResponse<String> throttled = createCustomer("B");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).contains("<IntuitResponse");
        assertThat(throttled.headers().firstValue("retry-after")).isEmpty();
        assertThat(createCustomer("C").body()).contains("<IntuitResponse");
        HttpResponse<String> lapsed = createCustomer("D");
        assertThat(lapsed.statusCode()).isEqualTo(200);
        assertThat(lapsed.body()).contains("\"6190\"");
        assertThat(createCustomer("E").body()).isEqualTo("stream timeout");
        assertThat(createCustomer("F").statusCode()).isEqualTo(200);
    }

    @Test
    void tokenEndpointCanFailToo() throws IOException {
        qbo.faults().add(FaultRule.token().operation("refresh"), Fault.answerLost());
        String refresh = qbo.connect(DEFAULT_REALM).refreshToken();

        assertThatThrownBy(() -> http.refresh(qbo, refresh)).isInstanceOf(IOException.class);
        assertThat(http.refresh(qbo, refresh).statusCode()).isEqualTo(200);
    }

    @Test
    void rulesCountOnlyWhatTheyMatch() {
        Faults faults =
                new Faults(1).add(FaultRule.on("invoice", "create").nth(2).times(2), Fault.html503());

        assertThat(struck(faults, "invoice", 5)).containsExactly(false, true, true, false, false);
        assertThat(struck(faults, "customer", 2)).containsExactly(false, false);
    }

    @Test
    void twoNextFaultsStrikeOneAfterTheOther() {
        Faults faults = new Faults(1).next(Fault.html503()).next(Fault.reset());
        Call call = new Call("1", "invoice", "create");

        assertThat(faults.strike(call)).hasToString("Optional[HTML 503]");
        assertThat(faults.strike(call)).hasToString("Optional[reset]");
        assertThat(faults.strike(call)).isEmpty();
    }

    @Test
    void probabilityIsTheSameForTheSameSeed() {
        List<Boolean> first =
                struck(new Faults(7).add(FaultRule.any().probability(0.5), Fault.reset()), "invoice", 200);

        assertThat(struck(new Faults(7).add(FaultRule.any().probability(0.5), Fault.reset()), "invoice", 200))
                .isEqualTo(first);
        assertThat(first).contains(true, false);
    }

    @Test
    void ruleForOneRealmSparesTheOthers() {
        Faults faults = new Faults(1).add(FaultRule.any().realm("2").always(), Fault.reset());

        assertThat(faults.strike(new Call("1", "invoice", "read"))).isEmpty();
        assertThat(faults.strike(new Call("2", "invoice", "read"))).isPresent();
        faults.clear();
        assertThat(faults.strike(new Call("2", "invoice", "read"))).isEmpty();
    }

    @Test
    void rulesRefuseNonsense() {
        assertThatThrownBy(() -> FaultRule.any().nth(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultRule.any().times(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultRule.any().probability(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultRule.any().probability(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Boolean> struck(Faults faults, String entity, int calls) {
        List<Boolean> struck = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            struck.add(faults.strike(new Call("1", entity, "create")).isPresent());
        }
        return struck;
    }
}
