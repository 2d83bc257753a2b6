package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.Money;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What once depended on when something was looked at: each found by the property of confluence. */
class OrderDoesNotMatterTest {
    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientInvoice invoice;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Any Order").toBuilder()
                .phones(List.of("555-0"))
                .build();
        firm.clients.put(Firm.TENANT, List.of(client));
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        invoice = Firm.invoice("i-1", client, item, "100.00").toBuilder()
                .memo("From the beginning")
                .build();
        firm.company.invoices().sync(invoice);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void policy(ConflictPolicy policy) {
        firm.company.settings(firm.company
                .settings()
                .withClients(KindSettings.lists().withConflicts(policy))
                .withInvoices(KindSettings.money().withConflicts(policy)));
    }

    private void later(Duration time) {
        firm.fake.clock().advance(time);
        firm.work();
    }

    private String remote() {
        return firm.company.invoices().status(invoice.id()).remoteId().value();
    }

    private Object memo() {
        return firm.books.find("Invoice", remote()).orElseThrow().get("CustomerMemo");
    }

    private void bookkeepersMemo() {
        firm.books.inQuickBooks().change("Invoice", remote(), Map.of("CustomerMemo", Map.of("value", "By hand")));
    }

    /** What the app cleared is the app's word, also after both agreed on it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheAppClearedIsToldWhenABookkeeperFillsItIn(boolean clearedFirst) {
        ClientInvoice cleared = invoice.toBuilder().memo(null).build();
        if (clearedFirst) {
            assertThat(firm.company.invoices().sync(cleared).state()).isEqualTo(SyncState.SYNCED);
            bookkeepersMemo();
        } else {
            bookkeepersMemo();
            firm.company.invoices().stage(cleared);
        }
        later(Duration.ofHours(2));
        SyncStatus status = firm.company.invoices().status(invoice.id());

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.CONFLICT);
        assertThat(status.differences()).extracting("field").containsExactly("CustomerMemo");
    }

    @Test
    void whatTheAppClearedStaysClearedWhereTheAppWins() {
        policy(ConflictPolicy.APP_WINS);
        firm.company.invoices().sync(invoice.toBuilder().memo(null).build());
        bookkeepersMemo();
        later(Duration.ofHours(2));

        assertThat(memo()).isNull();
    }

    /** The feed showed what the write had made before the write was looked for: it had arrived all the same. */
    @ParameterizedTest
    @EnumSource(ConflictPolicy.class)
    void anEditAfterALostAnswerIsNotLostWhereTheFeedSawTheFirst(ConflictPolicy policy) {
        policy(policy);
        firm.fake
                .webhooks()
                .subscribe((headers, body) -> firm.quickBooks
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
        firm.fake.faults().add(FaultRule.on("Customer", "update").times(5), Fault.answerLost());
        Client first = client.toBuilder().phones(List.of("555-1")).build();
        firm.clients.put(Firm.TENANT, List.of(first));
        firm.company.clients().sync(first);
        firm.fake.faults().clear();
        // The feed is read before the repeat is due; then nobody works for longer than request ids are remembered.
        firm.fake.webhooks().deliver();
        firm.work();
        firm.fake.clock().advance(Duration.ofHours(25));
        Client second = first.toBuilder().phones(List.of("555-2")).build();
        firm.clients.put(Firm.TENANT, List.of(second));
        firm.company.clients().stage(second);
        firm.work();
        later(Duration.ofHours(2));

        SyncStatus status = firm.company.clients().status(client.id());
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(firm.inQuickBooks("Customer", status.remoteId(), "PrimaryPhone"))
                .isEqualTo(Map.of("FreeFormNumber", "555-2"));
        assertThat(firm.clients
                        .find(Firm.TENANT, client.id())
                        .orElseThrow()
                        .record()
                        .phones())
                .containsExactly("555-2");
    }

    /** A line that a bookkeeper added is not taken for one that the app adds after it. */
    @ParameterizedTest
    @EnumSource(ConflictPolicy.class)
    void aNewLineOfTheAppIsNotTakenForTheBookkeepers(ConflictPolicy policy) {
        policy(policy);
        String service =
                firm.company.serviceItems().status(item.id()).remoteId().value();
        firm.books.inQuickBooks().addLine(remote(), service, new BigDecimal("5.00"));
        List<InvoiceLine> lines = new ArrayList<>(invoice.lines());
        lines.add(InvoiceLine.builder(Money.usd("30.00"))
                .serviceItemId(item.id())
                .description("From the app")
                .build());
        firm.company.invoices().stage(invoice.toBuilder().lines(lines).build());
        later(Duration.ofHours(2));
        SyncStatus status = firm.company.invoices().status(invoice.id());

        assertThat(status.state())
                .as("%s", status)
                .isEqualTo(policy == ConflictPolicy.ASK ? SyncState.CONFLICT : SyncState.SYNCED);
        assertThat(status.differences()).extracting("field").doesNotContain("Line#2", "Line#3", "Line#4");
    }
}
