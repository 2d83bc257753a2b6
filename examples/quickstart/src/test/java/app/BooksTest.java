package app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import dev.tieout.testkit.junit.QuickBooksExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuickBooksExtension.class)
class BooksTest {
    private static final TenantId FIRM = TenantId.of("firm-1");
    private static final LocalId CLIENT = LocalId.of("c-1");

    private final InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
    private Books books;

    @BeforeEach
    void connect(FakeQuickBooks fake) {
        clients.put(FIRM, List.of(Client.builder(CLIENT, "Fiona Gallagher").build()));
        books = new Books(QuickBooks.builder()
                .environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(
                        fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
                .webhookVerifierToken(fake.verifierToken())
                .tokenStore(new InMemoryTokenStore())
                .syncStore(new InMemorySyncStore())
                .clients(clients)
                .callSettings(CallSettings.builder()
                        .clock(fake.clock()) // the fake's time stands until it is moved:
                        .sleeper(pause -> fake.clock().advance(pause)) // whoever waits moves it
                        .build())
                .build());
        AuthorizationRequest request = books.connect(FIRM);
        URI callback = fake.approve(request.url(), FakeQuickBooks.DEFAULT_REALM);
        assertThat(books.connected(FIRM, request.state(), callback.getRawQuery()))
                .isEqualTo("Connected");
        books.apply(FIRM, books.preview(FIRM).createUnmatchedInQuickBooks());
        String income = fake.company().seed().account("Fees", "Income").lastId();
        fake.company().seed().item("Hours", new BigDecimal("180.00"), income);
        books.defaultItem(FIRM, books.items(FIRM).get(0).id()); // a person's choice
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void invoiceWhoseAnswerIsLostIsThereOnce(FakeQuickBooks fake) {
        fake.faults().add(FaultRule.on("Invoice", "create").alsoInBatches(), Fault.answerLost());
        ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-1"), CLIENT, LocalDate.of(2026, 11, 30))
                .number("1001")
                .lines(List.of(InvoiceLine.of(new BigDecimal("2.5"), Money.usd("180.00"))))
                .build();

        books.save(FIRM, invoice);
        books.work();

        assertThat(books.invoice(FIRM, invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(fake.company().all("Invoice")).hasSize(1);
    }

    @Test
    void renamedCustomerArrivesWithTheWebhook(FakeQuickBooks fake) {
        fake.webhooks().subscribe((headers, body) -> books.webhook(headers.get("intuit-signature"), body));
        String customer = (String) fake.company().all("Customer").get(0).get("Id");

        fake.company().inQuickBooks().change("Customer", customer, Map.of("DisplayName", "Fiona Gallagher-Ball"));
        fake.webhooks().deliver();
        books.work();

        assertThat(clients.find(FIRM, CLIENT).orElseThrow().record().displayName())
                .isEqualTo("Fiona Gallagher-Ball");
    }
}
