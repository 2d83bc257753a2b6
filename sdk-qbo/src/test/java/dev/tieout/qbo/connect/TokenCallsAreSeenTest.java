package dev.tieout.qbo.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import dev.tieout.qbo.fault.QboException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host's listener sees what is asked of Intuit's OAuth endpoints, as it sees calls of the API. */
class TokenCallsAreSeenTest {
    private final List<String> seen = new ArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void started(CallInfo call) {
            seen.add("started " + call.operation());
        }

        @Override
        public void ended(CallInfo call, CallResult result) {
            seen.add(String.join(
                    " ",
                    call.tenant().value(),
                    call.realm().value(),
                    call.entity(),
                    call.operation(),
                    Integer.toString(call.attempt()),
                    Integer.toString(result.status())));
        }
    };

    @Test
    void exchangeRefreshAndRevocationAreTold() throws Exception {
        String firm = Stub.FIRM + " " + Stub.REALM;
        try (Stub stub = new Stub();
                Connections connections =
                        stub.connections(stub.settings().listener(listener).build())) {
            connections.complete(Stub.FIRM, "s", "code=c&state=s&realmId=" + Stub.REALM);
            assertThat(seen)
                    .containsExactly(
                            "started exchange",
                            firm + " token exchange 1 200",
                            "started read",
                            firm + " CompanyInfo read 1 200");

            seen.clear();
            stub.oauth(request -> Stub.json(503, ""));
            assertThatThrownBy(() -> connections
                            .accessTokens()
                            .renewed(Stub.FIRM, connections.accessTokens().current(Stub.FIRM)))
                    .isInstanceOf(QboException.class);
            connections.disconnect(Stub.FIRM);
            assertThat(seen)
                    .filteredOn(line -> !line.startsWith("started"))
                    .containsExactly(
                            firm + " token refresh 1 503", firm + " token refresh 2 503", firm + " token revoke 1 503");
        }
    }

    @Test
    void whoConnectedAndTheFailureWithoutAnAnswerAreTold() throws Exception {
        try (Stub stub = new Stub();
                Connections connections =
                        stub.connections(stub.settings().listener(listener).build())) {
            connections.complete(Stub.FIRM, "s", "code=c&state=s&realmId=" + Stub.REALM);
            seen.clear();
            stub.server.close();
            assertThatThrownBy(() -> connections.userInfo(Stub.FIRM)).isInstanceOf(QboException.class);
        }
        assertThat(seen).contains(Stub.FIRM + " " + Stub.REALM + " userinfo read 1 0");
    }
}
