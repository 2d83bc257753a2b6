package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.junit.QuickBooksExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The snippets of docs/testing.md do what the page says. */
@ExtendWith(QuickBooksExtension.class)
class TestingSnippetsTest {
    private static final TenantId FIRM = TenantId.of("firm-1");
    private static final LocalId CLIENT = LocalId.of("c-1");

    private final InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
    private QuickBooks quickBooks;
    private Company company;

    @BeforeEach
    void connect(FakeQuickBooks fake) {
        clients.put(FIRM, List.of(Client.builder(CLIENT, "Fern & Sons").build()));
        quickBooks = QuickBooks.builder()
                .environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(fake.clientId(), fake.clientSecret(), URI.create("https://app.example/cb")))
                .tokenStore(new InMemoryTokenStore())
                .syncStore(new InMemorySyncStore())
                .clients(clients)
                .callSettings(TestingSnippets.onTheFakesClock(fake))
                .build();
        AuthorizationRequest request = quickBooks.connections().authorize(FIRM);
        URI callback = fake.approve(request.url(), FakeQuickBooks.DEFAULT_REALM);
        quickBooks.connections().complete(FIRM, request.state(), callback.getRawQuery());
        company = quickBooks.company(FIRM);
        company.setup().apply(company.setup().preview().createUnmatchedInQuickBooks());
        String income = fake.company().seed().account("Fees", "Income").lastId();
        fake.company().seed().item("Hours", new BigDecimal("54.00"), income);
        company.settings(company.settings()
                .withDefaultItem(company.catalog().items().get(0).id()));
    }

    @AfterEach
    void close() {
        quickBooks.close();
    }

    private static String customer(FakeQuickBooks fake) {
        return (String) fake.company().all("Customer").stream()
                .filter(customer -> "Fern & Sons".equals(customer.get("DisplayName")))
                .findFirst()
                .orElseThrow()
                .get("Id");
    }

    @Test
    void aLostAnswerMakesOneInvoice(FakeQuickBooks fake) {
        ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-1"), CLIENT, LocalDate.of(2026, 11, 30))
                .lines(List.of(InvoiceLine.of(BigDecimal.ONE, Money.usd("54.00"))))
                .build();
        TestingSnippets.lost(fake, quickBooks, company, invoice);
    }

    @Test
    void whatABookkeeperDidArrivesTwoHoursLater(FakeQuickBooks fake) {
        fake.company().inQuickBooks().rename("Customer", customer(fake), "Fern & Daughters");
        TestingSnippets.later(fake, quickBooks);
        assertThat(clients.find(FIRM, CLIENT).orElseThrow().record().displayName())
                .isEqualTo("Fern & Daughters");
    }

    @Test
    void aRemovedAdministratorIsNoticed(FakeQuickBooks fake) {
        TestingSnippets.bookkeeper(fake, customer(fake));
        TestingSnippets.later(fake, quickBooks);
        assertThat(company.health().state()).isEqualTo(ConnectionState.REAUTHORIZE);
    }
}
