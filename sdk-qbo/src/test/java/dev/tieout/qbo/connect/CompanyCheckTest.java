package dev.tieout.qbo.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.ConnectOutcome.CompanyRejected;
import dev.tieout.qbo.connect.ConnectOutcome.Connected;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A callback comes through a browser: the company that it names is believed only when QuickBooks opens it. */
class CompanyCheckTest {
    private static final TenantId MALLORY = TenantId.of("firm-m");
    private static final TenantId FIRM = TenantId.of("firm-f");
    private static final String MALLORYS = "9130000000000001";
    private static final String FIRMS = "9130000000000002";

    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private FakeQuickBooks fake;
    private Connections connections;

    @BeforeEach
    void start() throws Exception {
        fake = FakeQuickBooks.builder()
                .company(FakeCompany.builder().realmId(MALLORYS))
                .company(FakeCompany.builder().realmId(FIRMS))
                .start();
        connections = connections().build();
    }

    private Connections.Builder connections() {
        return Connections.builder(
                Environment.at(fake.baseUrl()),
                AppCredentials.of(fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")),
                store,
                CallSettings.builder()
                        .clock(fake.clock())
                        .sleeper(fake.clock()::advance)
                        .build());
    }

    @AfterEach
    void stop() {
        connections.close();
        fake.close();
    }

    private ConnectOutcome connect(TenantId tenant, String realm, String named) {
        AuthorizationRequest request = connections.authorize(tenant);
        String query = fake.approve(request.url(), realm).getRawQuery();
        return connections.complete(tenant, request.state(), query.replace("realmId=" + realm, "realmId=" + named));
    }

    @Test
    void anotherCompanysIdIsRejectedAndTheCompanyStaysFree() {
        ConnectOutcome outcome = connect(MALLORY, MALLORYS, FIRMS);

        assertThat(outcome).isEqualTo(new CompanyRejected(RealmId.of(FIRMS)));
        assertThat(store.find(MALLORY)).isEmpty();
        assertThat(store.findTenant(RealmId.of(FIRMS))).isEmpty();
        assertThat(connections.connection(MALLORY).state()).isEqualTo(ConnectionState.NEVER_CONNECTED);
        assertThat(connect(FIRM, FIRMS, FIRMS)).isInstanceOf(Connected.class);
        assertThat(connect(MALLORY, MALLORYS, MALLORYS)).isInstanceOf(Connected.class);
    }

    @Test
    void aCompanyThatDoesNotExistIsRejected() {
        assertThat(connect(MALLORY, MALLORYS, "1")).isInstanceOf(CompanyRejected.class);
        assertThat(store.find(MALLORY)).isEmpty();
    }

    @Test
    void theSameCallbackAgainSaysTheSame() {
        AuthorizationRequest request = connections.authorize(MALLORY);
        String query = fake.approve(request.url(), MALLORYS).getRawQuery().replace(MALLORYS, FIRMS);

        ConnectOutcome first = connections.complete(MALLORY, request.state(), query);

        assertThat(connections.complete(MALLORY, request.state(), query)).isEqualTo(first);
    }

    @Test
    void nothingIsStoredWhileQuickBooksCannotBeAsked() {
        fake.faults().add(FaultRule.on("CompanyInfo", "read").always(), Fault.html503());

        assertThatExceptionOfType(QboException.class)
                .isThrownBy(() -> connect(FIRM, FIRMS, FIRMS))
                .matches(QboException::retryable);
        assertThat(store.find(FIRM)).isEmpty();
        fake.faults().clear();
        assertThat(connect(FIRM, FIRMS, FIRMS)).isInstanceOf(Connected.class);
    }

    @Test
    void aReconnectThatIsRejectedLeavesTheConnectionAsItWas() {
        assertThat(connect(MALLORY, MALLORYS, MALLORYS)).isInstanceOf(Connected.class);
        AuthorizationRequest request = connections.authorize(MALLORY);
        String query = fake.approve(request.url(), MALLORYS).getRawQuery().replace(MALLORYS, FIRMS);

        assertThat(connections.complete(MALLORY, request.state(), query, OtherCompany.SWITCH))
                .isInstanceOf(CompanyRejected.class);

        assertThat(connections.connection(MALLORY).realm()).contains(RealmId.of(MALLORYS));
        assertThat(connections.connection(MALLORY).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void withoutTheAccountingScopeNoCompanyIsRead() {
        connections.close();
        connections = connections().scopes(Scope.PAYMENTS).build();

        assertThat(connect(FIRM, FIRMS, FIRMS)).isInstanceOf(Connected.class);
        assertThat(fake.history().count("CompanyInfo", "read")).isZero();
    }
}
