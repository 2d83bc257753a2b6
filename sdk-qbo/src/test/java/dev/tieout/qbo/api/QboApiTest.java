// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.NotFoundException;
import dev.tieout.qbo.fault.OutcomeUnknownException;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.ReauthorizeException;
import dev.tieout.qbo.fault.StaleObjectException;
import dev.tieout.qbo.fault.ThrottledException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QboApiTest {
    private static final String CUSTOMER =
            "{\"Customer\":{\"DisplayName\":\"Bea\",\"domain\":\"QBO\",\"sparse\":false,\"Id\":\"5\",\"SyncToken\":\"2\"},\"time\":\"2026-11-02T00:00:00.000-08:00\"}";

    private Stub stub;

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private QboApi api() {
        return stub.connected(stub.settings().build()).api(Stub.FIRM);
    }

    private static HttpUrl url(RecordedRequest request) {
        return request.getUrl();
    }

    @Test
    void readAsksForJsonOfTheNewestMinorVersionWithTheToken() {
        stub.api(request -> Stub.json(200, CUSTOMER));
        Customer customer = api().read(Customer.TYPE, new RemoteId("5"));
        assertThat(customer.displayName()).contains("Bea");
        RecordedRequest request = stub.requests.get(0);
        assertThat(request.getTarget()).isEqualTo("/v3/company/" + Stub.REALM + "/customer/5?minorversion=75");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer canary-a1");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    }

    @Test
    void unknownIdIsNotFoundAndFindIsEmpty() {
        stub.api(request -> Stub.fault(400, "610"));
        QboApi api = api();
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5"))).isInstanceOf(NotFoundException.class);
        assertThat(api.find(Customer.TYPE, new RemoteId("5"))).isEmpty();
    }

    @Test
    void aFailedLookUpIsNotTakenForAnEmptyOne() {
        stub.api(request -> Stub.json(503, "<html>busy</html>"));
        QboApi api = api();
        assertThatThrownBy(() -> api.find(Customer.TYPE, new RemoteId("5")))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.TRANSIENT));
    }

    @Test
    void createIsRepeatedWithItsRequestIdAndBody() {
        AtomicInteger calls = new AtomicInteger();
        stub.api(request ->
                calls.incrementAndGet() < 3 ? Stub.json(503, "upstream connect error") : Stub.json(200, CUSTOMER));
        Customer made = api().create(Customer.builder().displayName("Bea").build());
        assertThat(made.id()).contains("5");
        assertThat(stub.requests).hasSize(3);
        assertThat(stub.requests.stream()
                        .map(r -> url(r).queryParameter("requestid"))
                        .distinct())
                .hasSize(1);
        assertThat(stub.requests.stream().map(r -> r.getBody().utf8()).distinct())
                .containsExactly("{\"DisplayName\":\"Bea\"}");
    }

    @Test
    void callersRequestIdIsSent() {
        stub.api(request -> Stub.json(200, CUSTOMER));
        api().submit(Write.create(Customer.builder().displayName("Bea").build()), WriteOptions.requestId("intent-77"));
        assertThat(url(stub.requests.get(0)).queryParameter("requestid")).isEqualTo("intent-77");
    }

    @Test
    void aWriteWhoseAnswersAreAllLostHasAnUnknownOutcome() {
        stub.api(request -> new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        QboApi api = api();
        OutcomeUnknownException e = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> api.submit(
                        Write.create(Customer.builder().displayName("Bea").build()),
                        WriteOptions.requestId("intent-1")));
        assertThat(e.requestId()).contains("intent-1");
        assertThat(e.retryable()).isTrue();
        assertThat(stub.requests).hasSize(4);
    }

    @Test
    void anUnreadableAnswerToAWriteIsAnUnknownOutcome() {
        stub.api(request -> Stub.json(200, "{\"Customer\":{\"Id\":\"5\",\"DisplayNa"));
        QboApi api = api();
        assertThatThrownBy(
                        () -> api.create(Customer.builder().displayName("Bea").build()))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aNameThatIsTakenAfterALostAnswerMayBeOnesOwn() {
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1 ? Stub.json(504, "stream timeout") : Stub.fault(400, "6240"));
        QboApi api = api();
        OutcomeUnknownException e = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> api.create(Customer.builder().displayName("Bea").build()));
        assertThat(e.codes()).containsExactly("6240");
    }

    @Test
    void aRefusalAfterALostAnswerSaysNothingOfTheFirstAttempt() {
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1 ? Stub.json(504, "stream timeout") : Stub.fault(400, "2050"));
        QboApi api = api();
        assertThatThrownBy(
                        () -> api.create(Customer.builder().displayName("Bea").build()))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.OUTCOME_UNKNOWN));
    }

    @Test
    void aGatewaysBareRefusalOfAWriteIsNoWordOfTheBooks() {
        stub.api(request -> Stub.json(400, "<html>bad request</html>"));
        QboApi api = api();
        assertThatThrownBy(
                        () -> api.create(Customer.builder().displayName("Bea").build()))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.OUTCOME_UNKNOWN));
    }

    @Test
    void staleSyncTokenIsAStaleObject() {
        stub.api(request -> Stub.fault(400, "5010"));
        QboApi api = api();
        assertThatThrownBy(() -> api.update(Customer.patch("5", "1").companyName("Bea LLC")))
                .isInstanceOf(StaleObjectException.class);
        assertThat(stub.requests.get(0).getBody().utf8())
                .isEqualTo("{\"sparse\":true,\"Id\":\"5\",\"SyncToken\":\"1\",\"CompanyName\":\"Bea LLC\"}");
    }

    @Test
    void aFaultWithStatus200IsAFault() {
        stub.api(request -> Stub.fault(200, "6190"));
        QboApi api = api();
        assertThatThrownBy(
                        () -> api.create(Customer.builder().displayName("Bea").build()))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.SUBSCRIPTION));
        assertThat(stub.requests).hasSize(1);
    }

    @Test
    void rejectedTokenIsRefreshedOnceAndTheCallMadeAgain() {
        stub.api(request -> "Bearer canary-a1".equals(request.getHeaders().get("Authorization"))
                ? Stub.fault(401, "3200")
                : Stub.json(200, CUSTOMER));
        assertThat(api().read(Customer.TYPE, new RemoteId("5")).id()).contains("5");
        assertThat(stub.count("/oauth2/v1/tokens/bearer")).isEqualTo(1);
    }

    @Test
    void aTokenThatIsRejectedAfterARefreshAsksForReauthorization() {
        stub.api(request -> Stub.fault(401, "3200"));
        QboApi api = api();
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5"))).isInstanceOf(ReauthorizeException.class);
        assertThat(stub.count("/oauth2/v1/tokens/bearer")).isEqualTo(1);
        assertThat(stub.count("/v3/")).isEqualTo(2);
    }

    @Test
    void throttlingPausesAndGoesOnIfTheCallerWaits() {
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1 ? Stub.fault(429, "3001") : Stub.json(200, CUSTOMER));
        QboApi api = api();
        assertThat(api.withMaxWait(Duration.ofMinutes(2))
                        .read(Customer.TYPE, new RemoteId("5"))
                        .id())
                .contains("5");
        assertThat(stub.sleeps).hasSize(1);
        assertThat(stub.sleeps.get(0)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(65));
    }

    @Test
    void throttlingIsToldToACallerWhoDoesNotWait() {
        stub.api(request -> Stub.fault(429, "3001"));
        QboApi api = api();
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("5"))).isInstanceOf(ThrottledException.class);
        assertThatThrownBy(() -> api.read(Customer.TYPE, new RemoteId("6")))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        e -> assertThat(e.retryAfter().orElseThrow())
                                .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(65)));
        assertThat(stub.count("/v3/")).isEqualTo(1);
    }

    @Test
    void aPinnedApiRefusesAnotherCompany() {
        ApiClient client = stub.connected(stub.settings().build());
        QboApi pinned = client.api(Stub.FIRM, RealmId.of("42"));
        assertThatThrownBy(() -> pinned.read(Customer.TYPE, new RemoteId("5")))
                .isInstanceOf(ReauthorizeException.class)
                .hasMessageContaining("42");
        assertThat(stub.requests).isEmpty();
    }

    @Test
    void invoicesAreVoidedByOperationAndPaymentsByInclude() {
        stub.api(request -> Stub.json(
                200,
                request.getTarget().contains("/invoice")
                        ? "{\"Invoice\":{\"Id\":\"9\",\"SyncToken\":\"1\"}}"
                        : "{\"Payment\":{\"Id\":\"8\",\"SyncToken\":\"1\"}}"));
        QboApi api = api();
        api.voidTransaction(Invoice.TYPE.fromJson("{\"Id\":\"9\",\"SyncToken\":\"0\"}"));
        api.voidTransaction(Payment.TYPE.fromJson("{\"Id\":\"8\",\"SyncToken\":\"0\"}"));
        HttpUrl invoice = url(stub.requests.get(0));
        HttpUrl payment = url(stub.requests.get(1));
        assertThat(invoice.queryParameter("operation")).isEqualTo("void");
        assertThat(payment.queryParameter("operation")).isEqualTo("update");
        assertThat(payment.queryParameter("include")).isEqualTo("void");
    }

    @Test
    void queryEscapesAndReadsPageByPageByTimeOfChange() {
        stub.api(request -> {
            String text = url(request).queryParameter("query");
            return Stub.json(
                    200,
                    "{\"QueryResponse\":{\"Customer\":["
                            + (text.contains(">=")
                                    ? row("2", "2026-10-01T10:00:00-07:00") + ","
                                            + row("3", "2026-10-02T10:00:00-07:00")
                                    : row("1", "2026-09-01T10:00:00-07:00") + ","
                                            + row("2", "2026-10-01T10:00:00-07:00"))
                            + "],\"startPosition\":1,\"maxResults\":2}}");
        });
        Query<Customer> query = Query.of(Customer.TYPE)
                .is(Customer.Fields.COMPANY_NAME, "Amy's \\ ’–😀 & Co")
                .pageSize(2);
        List<String> ids =
                api().query(query).limit(3).map(c -> c.id().orElseThrow()).toList();
        assertThat(ids).containsExactly("1", "2", "3");
        assertThat(url(stub.requests.get(0)).queryParameter("query"))
                .isEqualTo("select * from Customer where CompanyName = 'Amy\\'s \\\\ ’–😀 & Co'"
                        + " orderby MetaData.LastUpdatedTime startposition 1 maxresults 2");
        assertThat(url(stub.requests.get(1)).queryParameter("query"))
                .contains("MetaData.LastUpdatedTime >= '2026-10-01T17:00:00Z'");
    }

    private static String row(String id, String time) {
        return "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\",\"MetaData\":{\"LastUpdatedTime\":\"" + time + "\"}}";
    }

    @Test
    void anEmptyResultIsEmpty() {
        stub.api(request -> Stub.json(200, "{\"QueryResponse\":{},\"time\":\"2026-11-02T00:00:00.000-08:00\"}"));
        assertThat(api().query(Query.of(Customer.TYPE)).toList()).isEmpty();
    }

    @Test
    void countAsksForTheCount() {
        stub.api(request -> Stub.json(200, "{\"QueryResponse\":{\"totalCount\":41}}"));
        assertThat(api().count(Query.of(Customer.TYPE).includeInactive())).isEqualTo(41);
        assertThat(url(stub.requests.get(0)).queryParameter("query"))
                .isEqualTo("select count(*) from Customer where Active in (true, false)");
    }

    @Test
    void aLongQueryGoesByPost() {
        stub.api(request -> Stub.json(200, "{\"QueryResponse\":{}}"));
        List<String> ids = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        api().page(Query.of(Customer.TYPE).in(Customer.Fields.ID, ids));
        RecordedRequest request = stub.requests.get(0);
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/text");
    }

    @Test
    void messagesHoldNeitherTokensNorTheServersTexts() {
        stub.api(request -> Stub.fault(400, "6240"));
        QboApi api = api();
        QboException e = catchThrowableOfType(
                QboException.class,
                () -> api.create(Customer.builder().displayName("canary-name").build()));
        assertThat(e.getMessage())
                .contains("create Customer", "6240", "intuit_tid=1-tid")
                .doesNotContain("canary");
        assertThat(e.faults().get(0).toString()).doesNotContain("canary");
        assertThat(e.faults().get(0).detail()).isEqualTo("canary-detail");
    }

    @Test
    void aCreateOfARecordWithAnIdIsRefusedBeforeTheWire() {
        Customer read = Customer.TYPE.fromJson("{\"Id\":\"5\",\"SyncToken\":\"0\"}");
        assertThatThrownBy(() -> Write.create(read)).isInstanceOf(IllegalArgumentException.class);
    }
}
