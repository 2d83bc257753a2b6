package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.ApiClient;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.webhook.WebhookReceiver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Marked secrets, and marked content of the books, show up in no log line, no message and no toString. */
class SecretsTest {
    private static final String CANARY = "canary";
    private final List<String> said = new ArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void ended(CallInfo call, CallResult result) {
            said.add(call + " " + result);
        }
    };

    /** Runs something that may fail, and keeps all that the failure says. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            said.add(text.toString());
        }
    }

    private static MockResponse broken() {
        return new MockResponse.Builder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .body("{\"Customer\":{\"DisplayName\":\"canary")
                .build();
    }

    @Test
    void noMarkIsSeenAnywhere() throws Exception {
        RecordedLogs.clear();
        List<Function<RecordedRequest, MockResponse>> answers = List.of(
                r -> Stub.json(200, "{\"Customer\":{\"Id\":\"1\",\"SyncToken\":\"0\",\"DisplayName\":\"canary\"}}"),
                r -> Stub.json(200, "{\"Customer\":{\"Id\":\"1\",\"Active\":\"canary"),
                r -> Stub.json(200, "{\"Customer\":\"canary\"}"),
                r -> Stub.json(200, "<html>canary</html>"),
                r -> broken(),
                r -> Stub.fault(400, "6240"),
                r -> Stub.fault(400, "99999"),
                r -> Stub.fault(401, "3200"),
                r -> Stub.fault(401, "120"),
                r -> Stub.fault(429, "3001"),
                r -> Stub.json(500, "canary"));
        for (Function<RecordedRequest, MockResponse> answer : answers) {
            try (Stub stub = new Stub()) {
                run(stub, answer);
            }
        }
        assertThat(RecordedLogs.lines())
                .as("the logs are recorded: slf4j.provider is set in the pom")
                .isNotEmpty();
        assertThat(RecordedLogs.lines()).noneMatch(line -> line.contains(CANARY));
        assertThat(said).as("the hook saw the tokens' calls").anyMatch(text -> text.contains("entity=token"));
        assertThat(said).hasSizeGreaterThan(20).noneMatch(text -> text.contains(CANARY));
    }

    private void run(Stub stub, Function<RecordedRequest, MockResponse> answer) {
        ApiClient client = stub.connected(stub.settings().listener(listener).build());
        QboApi api = client.api(Stub.FIRM);
        stub.api(answer);
        Customer customer = Customer.builder().displayName("canary-name").build();
        Write<Customer> write = Write.create(customer);
        Query<Customer> query = Query.of(Customer.TYPE).is(Customer.Fields.DISPLAY_NAME, "canary-name");
        attempt(() -> api.submit(write));
        attempt(() -> api.read(Customer.TYPE, new RemoteId("1")));
        attempt(() -> api.query(query).toList());
        Connections connections =
                stub.connections(stub.settings().listener(listener).build());
        attempt(() -> connections.complete(Stub.FIRM, "s", "code=canary-code&state=s&realmId=canary"));
        stub.oauth(r -> Stub.json(
                400,
                "{\"error\":\"invalid_grant\",\"error_description\":\"canary Incorrect or invalid refresh token\"}"));
        attempt(() -> connections
                .accessTokens()
                .renewed(Stub.FIRM, connections.accessTokens().current(Stub.FIRM)));
        attempt(() -> connections.disconnect(Stub.FIRM));
        attempt(() -> connections.userInfo(Stub.FIRM));
        said.add(String.join(
                " ",
                write.toString(),
                query.toString(),
                customer.toString(),
                api.toString(),
                Stub.credentials().toString(),
                stub.environment().toString(),
                connections.authorize(Stub.FIRM).toString(),
                connections.connection(Stub.FIRM).toString(),
                stub.tokens.find(Stub.FIRM).toString(),
                WebhookReceiver.of("canary-verifier").toString()));
    }
}
