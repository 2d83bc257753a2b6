// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.RetryRules;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectOutcome;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.connect.Discovery;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.connect.TroubleCause;
import dev.tieout.qbo.entity.Attachable;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EntityStatus;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.NotFoundException;
import dev.tieout.qbo.fault.OutcomeUnknownException;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.ReauthorizeException;
import dev.tieout.qbo.fault.StaleObjectException;
import dev.tieout.qbo.webhook.WebhookOutcome.Accepted;
import dev.tieout.qbo.webhook.WebhookReceiver;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.CompanySeed;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything, over HTTP, against the fake QuickBooks. */
class FakeQuickBooksTest {
    private static final TenantId FIRM = TenantId.of("firm-1");
    private static final String REALM = FakeQuickBooks.DEFAULT_REALM;
    private static final String REDIRECT = "https://app.example.com/callback";

    private TestClock clock;
    private FakeQuickBooks fake;
    private InMemoryTokenStore tokens;
    private Connections connections;
    private ApiClient client;

    @BeforeEach
    void start() {
        clock = TestClock.at("2026-11-02T17:00:00Z");
        fake = FakeQuickBooks.builder()
                .clock(clock)
                .redirectUri(REDIRECT)
                .company(REALM)
                .start();
        tokens = new InMemoryTokenStore();
        rebuild(RetryRules.standard());
    }

    private void rebuild(RetryRules retries) {
        CallSettings settings = CallSettings.builder()
                .clock(clock)
                .sleeper(clock::advance)
                .random(new Random(11))
                .retries(retries)
                .readTimeout(Duration.ofSeconds(10))
                .build();
        Environment environment = Environment.builder(Environment.at(fake.baseUrl()))
                .authorizeUrl(fake.authorizeUrl())
                .tokenUrl(fake.tokenUrl())
                .revokeUrl(fake.revokeUrl())
                .userInfoUrl(fake.userInfoUrl())
                .jwksUrl(fake.jwksUrl())
                .build();
        AppCredentials app = AppCredentials.of(fake.clientId(), fake.clientSecret(), REDIRECT);
        connections = Connections.of(environment, app, tokens, settings);
        client = ApiClient.of(environment, connections, settings);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private ConnectOutcome consent() {
        AuthorizationRequest request = connections.authorize(FIRM);
        URI back = fake.approve(request.url(), REALM);
        return connections.complete(FIRM, request.state(), back.getRawQuery());
    }

    private QboApi api() {
        if (tokens.find(FIRM).isEmpty()) {
            assertThat(consent()).isInstanceOf(ConnectOutcome.Connected.class);
        }
        return client.api(FIRM, RealmId.of(REALM));
    }

    private Customer bea() {
        return api().create(
                        Customer.builder().displayName("Bea O'Neil \\ Söhne").build());
    }

    private String item() {
        CompanySeed seed = fake.company(REALM).seed();
        seed.account("Fees", "Income");
        seed.item("Consulting", new BigDecimal("120.00"), seed.lastId());
        return seed.lastId();
    }

    private Invoice invoice() {
        String item = item();
        CompanySeed seed = fake.company(REALM).seed();
        seed.invoice(bea().id().orElseThrow(), item, new BigDecimal("120.00"));
        return api().read(Invoice.TYPE, new RemoteId(seed.lastId()));
    }

    @Test
    void consentConnectsAndARefusalDoesNot() {
        AuthorizationRequest request = connections.authorize(FIRM);
        URI back = fake.deny(request.url());
        assertThat(connections.complete(FIRM, request.state(), back.getRawQuery()))
                .isEqualTo(new ConnectOutcome.Refused("access_denied"));
        assertThat(consent()).isInstanceOf(ConnectOutcome.Connected.class);
        assertThat(api().companyInfo().companyName()).isPresent();
        assertThat(api().preferences().salesFormsPrefs()).isPresent();
    }

    @Test
    void theDiscoveryDocumentGivesTheAddressesOfSignIn() {
        Environment found = Discovery.read(
                Environment.at(URI.create("http://127.0.0.1:1/")), fake.discoveryUrl(), CallSettings.standard());
        assertThat(found.tokenUrl()).isEqualTo(fake.tokenUrl());
        assertThat(found.jwksUrl()).isEqualTo(fake.jwksUrl());
        assertThat(found.apiBase()).isEqualTo(URI.create("http://127.0.0.1:1/"));
        assertThatThrownBy(() -> Discovery.read(Environment.SANDBOX, fake.baseUrl(), CallSettings.standard()))
                .isInstanceOf(QboException.class);
    }

    @Test
    void aRecordIsCreatedReadFoundChangedAndMadeInactive() {
        Customer made = bea();
        RemoteId id = new RemoteId(made.id().orElseThrow());
        assertThat(api().read(Customer.TYPE, id).toJson()).isEqualTo(made.toJson());
        Query<Customer> byName = Query.of(Customer.TYPE).is(Customer.Fields.DISPLAY_NAME, "bea o'neil \\ söhne");
        assertThat(api().query(byName).toList())
                .extracting(c -> c.id().orElseThrow())
                .containsExactly(id.value());
        Customer changed = api().update(made.patch().companyName("Bea LLC"));
        assertThat(changed.companyName()).contains("Bea LLC");
        assertThat(changed.displayName()).isEqualTo(made.displayName());
        assertThatThrownBy(() -> api().update(made.patch().companyName("late")))
                .isInstanceOf(StaleObjectException.class);
        Customer replaced = api().replace(changed.toBuilder().notes("n").build());
        assertThat(replaced.companyName()).contains("Bea LLC");
        Customer gone = api().inactivate(replaced);
        assertThat(gone.active()).contains(false);
        assertThat(gone.displayName().orElseThrow()).endsWith("(deleted)");
        assertThat(api().count(Query.of(Customer.TYPE).is(Customer.Fields.ID, id.value())))
                .isZero();
        assertThat(api().count(Query.of(Customer.TYPE)
                        .is(Customer.Fields.ID, id.value())
                        .includeInactive()))
                .isEqualTo(1);
        assertThat(api().find(Customer.TYPE, new RemoteId("999999"))).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsToldAsSuch() {
        bea();
        assertThatThrownBy(this::bea)
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.NAME_TAKEN));
    }

    @Test
    void aCreateWhoseAnswerIsLostEndsAsOneRecord() {
        QboApi api = api();
        fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
        Customer made = bea();
        assertThat(made.id()).isPresent();
        assertThat(api.count(Query.of(Customer.TYPE).like(Customer.Fields.DISPLAY_NAME, "Bea O'Neil%")))
                .isEqualTo(1);
        assertThat(fake.history().count("Customer", "create")).isEqualTo(2);
    }

    @Test
    void anUnknownOutcomeIsSettledByTheSameRequestId() {
        api();
        rebuild(RetryRules.none());
        fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
        Write<Customer> write =
                Write.create(Customer.builder().displayName("Once").build());
        WriteOptions options = WriteOptions.requestId("intent-1");
        assertThatThrownBy(() -> api().submit(write, options)).isInstanceOf(OutcomeUnknownException.class);
        Write<?> restored = Write.restore(write.type().name(), write.operation(), write.body());
        assertThat(api().submit(restored, options).id()).isPresent();
        assertThat(api().count(Query.of(Customer.TYPE).is(Customer.Fields.DISPLAY_NAME, "Once")))
                .isEqualTo(1);
    }

    @Test
    void cutAnswersAndBusyServersAreRepeated() {
        QboApi api = api();
        for (Fault fault : List.of(Fault.cutMidBody(), Fault.html503(), Fault.closedBeforeCommit(), Fault.reset())) {
            fake.faults().next(fault);
            assertThat(api.companyInfo().id()).isPresent();
        }
    }

    @Test
    void transactionsAreVoidedDeletedSentAndPrinted() {
        Invoice invoice = invoice();
        RemoteId id = new RemoteId(invoice.id().orElseThrow());
        assertThat(api().pdf(Invoice.TYPE, id)).startsWith('%', 'P', 'D', 'F');
        Invoice sent = api().send(Invoice.TYPE, id, Optional.of("bea@x.test"), WriteOptions.standard());
        assertThat(sent.emailStatus().orElseThrow().value()).isEqualTo("EmailSent");
        Invoice voided = api().voidTransaction(api().read(Invoice.TYPE, id));
        assertThat(voided.totalAmt().orElseThrow()).isEqualByComparingTo("0");
        Invoice stub = api().delete(voided);
        assertThat(stub.status()).contains(EntityStatus.DELETED);
        assertThatThrownBy(() -> api().read(Invoice.TYPE, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void paymentsAreVoidedByTheirOwnForm() {
        Invoice invoice = invoice();
        CompanySeed seed = fake.company(REALM).seed();
        seed.payment(
                invoice.customerRef().orElseThrow().value().orElseThrow(),
                new BigDecimal("50.00"),
                invoice.id().orElseThrow());
        RemoteId id = new RemoteId(seed.lastId());
        Payment voided = api().voidTransaction(api().read(Payment.TYPE, id));
        assertThat(voided.totalAmt().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void aBatchDoesManyThings() {
        QboApi api = api();
        item();
        List<BatchItem<?>> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(BatchItem.of(
                    Write.create(Customer.builder().displayName("Batch " + i).build())));
        }
        items.add(BatchItem.of(
                Write.create(Customer.builder().displayName("batch 3").build())));
        items.add(BatchItem.of(Query.of(Item.TYPE)));
        BatchResult result = api.batch(items, WriteOptions.standard());
        assertThat(result.outcomes().subList(0, 40)).allMatch(o -> o instanceof BatchOutcome.Written);
        assertThat(result.outcomes().get(40))
                .isInstanceOfSatisfying(
                        BatchOutcome.Failed.class,
                        f -> assertThat(f.failure().kind()).isEqualTo(FaultKind.NAME_TAKEN));
        assertThat(result.outcomes().get(41))
                .isInstanceOfSatisfying(
                        BatchOutcome.Found.class,
                        f -> assertThat(f.entities()).isNotEmpty().allMatch(e -> e instanceof Item));
        assertThat(fake.history().count("batch", "batch")).isEqualTo(2);
    }

    @Test
    void changesComeWithDeletions() {
        Invoice invoice = invoice();
        Instant since = clock.instant().minusSeconds(60);
        clock.advance(Duration.ofMinutes(1));
        api().delete(invoice);
        Customer made = api().create(Customer.builder().displayName("New").build());
        Changes changes =
                api().changes(ChangesRequest.since(since).of(Customer.TYPE).of(Invoice.TYPE));
        assertThat(changes.changed(Customer.TYPE))
                .extracting(c -> c.id().orElseThrow())
                .contains(made.id().orElseThrow());
        assertThat(changes.deleted(Invoice.TYPE))
                .extracting(d -> d.id().value())
                .contains(invoice.id().orElseThrow());
        assertThat(changes.overflow()).isFalse();
        assertThat(changes.nextSince()).isBefore(changes.time());
    }

    @Test
    void aQueryMissesNothingThoughRecordsLeaveWhileItIsRead() {
        QboApi api = api();
        fake.company(REALM).seed().records("Customer", 60, i -> Map.of("DisplayName", "Page " + i));
        clock.advance(Duration.ofSeconds(5));
        fake.company(REALM).seed().records("Customer", 60, i -> Map.of("DisplayName", "Later " + i));
        Iterator<Customer> pages = api.query(Query.of(Customer.TYPE)
                        .like(Customer.Fields.DISPLAY_NAME, "%a%")
                        .pageSize(25))
                .iterator();
        Set<String> names = new HashSet<>();
        int read = 0;
        while (pages.hasNext()) {
            Customer row = pages.next();
            names.add(row.displayName().orElseThrow());
            read++;
            if (read % 20 == 0) {
                clock.advance(Duration.ofSeconds(2));
                fake.company(REALM)
                        .inQuickBooks()
                        .inactivate("Customer", row.id().orElseThrow());
            }
        }
        for (int i = 0; i < 60; i++) {
            assertThat(names).contains("Page " + i, "Later " + i);
        }
    }

    @Test
    void expiredTokensAreRefreshedAndTheRotationSurvives() {
        QboApi api = api();
        fake.oauth().expireAccessTokens(REALM);
        assertThat(api.companyInfo().id()).isPresent();
        for (int day = 0; day < 5; day++) {
            clock.advance(Duration.ofHours(25));
            assertThat(api.companyInfo().id()).isPresent();
        }
        assertThat(connections.connection(FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aLostAnswerToARefreshDoesNotEndTheConnection() {
        QboApi api = api();
        clock.advance(Duration.ofHours(2));
        fake.faults().add(FaultRule.token(), Fault.answerLost());
        assertThat(api.companyInfo().id()).isPresent();
    }

    @Test
    void anOutageOfTheTokenServerPasses() {
        QboApi api = api();
        clock.advance(Duration.ofHours(2));
        fake.oauth().outage(1);
        assertThatThrownBy(api::companyInfo)
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.TRANSIENT));
        assertThat(connections.connection(FIRM).trouble().orElseThrow().cause()).isEqualTo(TroubleCause.SUSPECTED);
        clock.advance(Duration.ofMinutes(4));
        assertThat(api.companyInfo().id()).isPresent();
        assertThat(connections.connection(FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aRemovedAdministratorShowsAndPasses() {
        QboApi api = api();
        fake.oauth().removeAdmin(REALM);
        assertThatThrownBy(api::companyInfo).isInstanceOf(ReauthorizeException.class);
        assertThat(connections.connection(FIRM).trouble().orElseThrow().cause()).isEqualTo(TroubleCause.ADMIN_REMOVED);
        fake.oauth().restoreAdmin(REALM);
        assertThatThrownBy(api::companyInfo)
                .as("tried now and then, not with every call")
                .isInstanceOf(ReauthorizeException.class);
        clock.advance(Duration.ofMinutes(4));
        assertThat(api.companyInfo().id()).isPresent();
        assertThat(connections.connection(FIRM).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aDisconnectInQuickBooksIsConfirmedAndReconnectingGoesOn() {
        QboApi api = api();
        fake.oauth().disconnect(REALM);
        assertThat(connections
                        .disconnectedInQuickBooks(RealmId.of(REALM))
                        .orElseThrow()
                        .state())
                .isEqualTo(ConnectionState.DISCONNECTED);
        assertThatThrownBy(api::companyInfo).isInstanceOf(ReauthorizeException.class);
        assertThat(consent()).isInstanceOf(ConnectOutcome.Connected.class);
        assertThat(api.companyInfo().id()).isPresent();
    }

    @Test
    void disconnectingRevokesTheTokens() {
        QboApi api = api();
        connections.disconnect(FIRM);
        assertThatThrownBy(api::companyInfo).isInstanceOf(ReauthorizeException.class);
    }

    @Test
    void throttlingInXmlPausesTheCompany() {
        QboApi api = api();
        fake.faults().next(Fault.throttled());
        Instant before = clock.instant();
        assertThat(api.withMaxWait(Duration.ofMinutes(5)).companyInfo().id()).isPresent();
        assertThat(Duration.between(before, clock.instant())).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void thePaceKeepsTheFakesLimits() {
        QboApi api = api().withMaxWait(Duration.ofMinutes(10));
        for (int i = 0; i < 600; i++) {
            api.companyInfo();
        }
        assertThat(fake.history().all()).noneMatch(exchange -> exchange.status() == 429);
    }

    @Test
    void webhooksOfBothFormatsAreAccepted() {
        QboApi api = api();
        WebhookReceiver receiver = WebhookReceiver.of(FakeQuickBooks.VERIFIER_TOKEN);
        List<String> seen = new ArrayList<>();
        fake.webhooks().subscribe((headers, body) -> {
            String signature = headers.entrySet().stream()
                    .filter(h -> h.getKey().equalsIgnoreCase("intuit-signature"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            Accepted accepted = (Accepted) receiver.receive(signature, body);
            accepted.events()
                    .forEach(e -> seen.add(e.entity() + " " + e.operation().value() + " " + e.realm()));
            return 200;
        });
        for (WebhookFormat format : WebhookFormat.values()) {
            fake.webhooks().format(format);
            api.create(Customer.builder().displayName("Hook " + format).build());
            clock.advance(Duration.ofMinutes(1));
            fake.webhooks().deliver();
        }
        assertThat(seen).filteredOn(e -> e.equals("Customer create " + REALM)).hasSize(2);
    }

    @Test
    void filesGoUpAndHaveAnAddress() {
        Invoice invoice = invoice();
        byte[] content = "tie out".getBytes(StandardCharsets.UTF_8);
        Attachable made = api().upload(
                        AttachmentUpload.of("note.txt", "text/plain", content)
                                .attachTo(
                                        Invoice.TYPE, new RemoteId(invoice.id().orElseThrow())),
                        WriteOptions.standard());
        assertThat(made.fileName()).contains("note.txt");
        assertThat(made.size()).contains(7);
        RemoteId id = new RemoteId(made.id().orElseThrow());
        assertThat(api().downloadAddress(id))
                .hasHost(fake.baseUrl().getHost())
                .hasPort(fake.baseUrl().getPort());
        assertThat(api().download(id)).isEqualTo(content);
    }

    @Test
    void severalFilesGoUpInOneRequestAndOneThatIsRefusedStopsNoOther() {
        RemoteId invoice = new RemoteId(invoice().id().orElseThrow());
        List<AttachmentUpload> files = List.of(
                file("a.txt", 1).attachTo(Invoice.TYPE, invoice),
                file("b.txt", 2).attachTo(Invoice.TYPE, new RemoteId("4711")),
                file("c.txt", 3),
                file("a.txt", 4));
        BatchResult result = api().upload(files, WriteOptions.requestId("files-1"));
        assertThat(result.requestId()).isEqualTo("files-1");
        assertThat(result.complete()).isFalse();
        assertThat(sizes(result)).containsExactly(1, -1, 3, 4);
        assertThat(((BatchOutcome.Failed) result.outcomes().get(1)).failure().codes())
                .containsExactly("6000");
        BatchResult again = api().upload(files, WriteOptions.requestId("files-1"));
        assertThat(again.outcomes().get(3)).isEqualTo(result.outcomes().get(3));
        assertThat(api().count(Query.of(Attachable.TYPE))).isEqualTo(3);
    }

    @Test
    void filesWhoseAnswerIsLostAreNotUploadedTwice() {
        fake.faults().add(FaultRule.on("upload", "upload"), Fault.answerLost());
        BatchResult result = api().upload(List.of(file("a.txt", 1), file("b.txt", 2)), WriteOptions.standard());
        assertThat(sizes(result)).containsExactly(1, 2);
        assertThat(fake.history().count("upload", "upload")).isEqualTo(2);
        assertThat(api().count(Query.of(Attachable.TYPE))).isEqualTo(2);
    }

    @Test
    void filesOfARequestThatFailsAsAWholeAllSaySo() {
        api();
        rebuild(RetryRules.none());
        fake.faults().add(FaultRule.on("upload", "upload"), Fault.answerLost());
        BatchResult result = api().upload(List.of(file("a.txt", 1), file("b.txt", 2)), WriteOptions.standard());
        assertThat(result.outcomes()).hasSize(2).allMatch(BatchOutcome.Unknown.class::isInstance);
        BatchResult later =
                api().upload(List.of(file("a.txt", 1), file("b.txt", 2)), WriteOptions.requestId(result.requestId()));
        assertThat(sizes(later)).containsExactly(1, 2);
        assertThat(api().count(Query.of(Attachable.TYPE))).isEqualTo(2);
    }

    private static AttachmentUpload file(String name, int size) {
        return AttachmentUpload.of(name, "text/plain", "x".repeat(size).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> sizes(BatchResult result) {
        return result.outcomes().stream()
                .map(o -> o instanceof BatchOutcome.Written w && w.entity() instanceof Attachable a
                        ? a.size().orElseThrow()
                        : -1)
                .toList();
    }

    @Test
    void anyTextIsFoundByItsQuery() {
        QboApi api = api().withMaxWait(Duration.ofMinutes(10));
        long seed = 20_261_121L;
        Random random = new Random(seed);
        for (int n = 0; n < 150; n++) {
            String name = n + " " + text(random);
            CompanySeed books = fake.company(REALM).seed();
            books.customer(name);
            assertThat(api.page(Query.of(Customer.TYPE).is(Customer.Fields.DISPLAY_NAME, name)))
                    .as("seed %d, name %d: %s", seed, n, name)
                    .extracting(c -> c.id().orElseThrow())
                    .containsExactly(books.lastId());
        }
    }

    /** Quotes, backslashes and signs of the query language, and any character that a name may have. */
    private static String text(Random random) {
        String odd = "'\\\"%_&+#?;=()<>,.*/-–’“”é漢𝄞😀\u00a0\u200d";
        StringBuilder text = new StringBuilder("x");
        for (int i = 0; i < 12; i++) {
            int c = random.nextBoolean()
                    ? odd.codePointAt(odd.offsetByCodePoints(0, random.nextInt(odd.codePointCount(0, odd.length()))))
                    : 0xa1 + random.nextInt(0xd700 - 0xa1);
            if (Character.isDefined(c) && c != ':') {
                text.appendCodePoint(c);
            }
        }
        return text.append('x').toString();
    }
}
