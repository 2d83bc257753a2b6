package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A create arrived, its answer was lost, a gateway answered the repeat, and a bookkeeper changed what was made before anyone
 * looked: it is not made again, and it is no record of its own for the app either. A person is asked.
 */
class LostAndThenChangedTest {
    private enum Made {
        INVOICE_VOIDED("Invoice"),
        INVOICE_REDATED("Invoice"),
        INVOICE_WITH_MORE_IN_ITS_NOTE("Invoice"),
        CREDIT_MEMO_WITH_ANOTHER_NOTE("CreditMemo"),
        PAYMENT_VOIDED("Payment"),
        PAYMENT_WITH_ANOTHER_NOTE("Payment"),
        CLIENT_RENAMED("Customer"),
        ITEM_RENAMED("Item");

        private final String entity;

        Made(String entity) {
            this.entity = entity;
        }
    }

    private static final TenantId TENANT = Firm.TENANT;

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientInvoice paid;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Lost Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        paid = Firm.invoice("i-0", client, item, "500.00");
        firm.company.invoices().sync(paid);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    @ParameterizedTest
    @EnumSource(Made.class)
    void itIsNeitherMadeAgainNorTakenForAnother(Made made) {
        int before = firm.books.all(made.entity).size();
        firm.fake.faults().add(FaultRule.on(made.entity, "create"), Fault.answerLost());
        firm.fake.faults().add(FaultRule.on(made.entity, "create"), Fault.text(404, "Not here"));
        say(made);
        String id = newest(made.entity);
        changeByHand(made, id);
        // By then QuickBooks has forgotten the id of the request: there is nothing left but to look.
        firm.fake.clock().advance(Duration.ofHours(30));
        for (int hour = 0; hour < 20; hour++) {
            firm.work();
            firm.fake.clock().advance(Duration.ofHours(1));
        }

        assertThat(firm.books.all(made.entity)).hasSize(before + 1);
        assertThat(appRecords(made)).as("no second record in the app").isEqualTo(1);
        SyncStatus status = status(made);
        assertThat(status.state()).as("%s", status).isIn(SyncState.UNCERTAIN, SyncState.CONFLICT);
        assertThat(firm.company.tieOut().agrees()).isFalse();
    }

    /** A name in common is no reason to wait where the two cannot be the same. */
    @Test
    void whatIsMadeLaterIsTakenInAllTheSame() {
        firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
        firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.text(404, "Not here"));
        say(Made.CLIENT_RENAMED);
        changeByHand(Made.CLIENT_RENAMED, newest("Customer"));
        firm.fake.clock().advance(Duration.ofHours(30));
        firm.work();
        assertThat(status(Made.CLIENT_RENAMED).state()).isEqualTo(SyncState.UNCERTAIN);

        String brother = firm.books
                .inQuickBooks()
                .create("Customer", Map.of("DisplayName", "Bob Changed", "FamilyName", "Changed"));
        firm.books.inQuickBooks().change("Customer", brother, Map.of("GivenName", "Bob"));
        for (int hour = 0; hour < 8; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }

        try (Stream<Client> all = firm.clients.all(TENANT)) {
            assertThat(all)
                    .extracting(Client::displayName)
                    .contains("Bob Changed")
                    .doesNotContain("Another name");
        }
    }

    private void say(Made made) {
        switch (made.entity) {
            case "Invoice" -> firm.company.invoices().sync(Firm.invoice("x-1", client, item, "64.00"));
            case "CreditMemo" -> firm.company.creditMemos().sync(Firm.creditMemo("x-1", client, item, "64.00"));
            case "Payment" ->
                firm.company
                        .payments()
                        .sync(Firm.payment("x-1", paid, "64.00").toBuilder()
                                .privateNote("Payment x-1")
                                .build());
            case "Customer" -> firm.company.clients().sync(client("x-1"));
            default -> firm.company.serviceItems().sync(item("x-1"));
        }
    }

    private Client client(String id) {
        Client made = Client.builder(LocalId.of(id), "Ann Changed")
                .lastName("Changed")
                .build();
        firm.clients.put(TENANT, List.of(made));
        return made;
    }

    private ServiceItem item(String id) {
        ServiceItem made =
                item.toBuilder().id(LocalId.of(id)).name("Audit").code("AU").build();
        firm.items.put(TENANT, List.of(made));
        return made;
    }

    private void changeByHand(Made made, String id) {
        switch (made) {
            case INVOICE_VOIDED, PAYMENT_VOIDED -> firm.books.inQuickBooks().voidTransaction(made.entity, id);
            case INVOICE_REDATED ->
                firm.books.inQuickBooks().change("Invoice", id, Map.of("TxnDate", "2026-01-31", "PrivateNote", "Mine"));
            case INVOICE_WITH_MORE_IN_ITS_NOTE ->
                firm.books
                        .inQuickBooks()
                        .change(
                                "Invoice",
                                id,
                                Map.of("PrivateNote", "Looked at: Invoice x-1", "TxnDate", "2026-01-31"));
            case CREDIT_MEMO_WITH_ANOTHER_NOTE ->
                firm.books.inQuickBooks().change("CreditMemo", id, Map.of("PrivateNote", "Mine"));
            case PAYMENT_WITH_ANOTHER_NOTE ->
                firm.books.inQuickBooks().change("Payment", id, Map.of("PrivateNote", "Mine"));
            case CLIENT_RENAMED -> firm.books.inQuickBooks().rename("Customer", id, "Another name");
            case ITEM_RENAMED -> firm.books.inQuickBooks().rename("Item", id, "Another name");
        }
    }

    private String newest(String entity) {
        return firm.books.all(entity).stream()
                .map(each -> String.valueOf(each.get("Id")))
                .max(Comparator.comparingInt(Integer::parseInt))
                .orElseThrow();
    }

    /** What the app holds beside what it began with, and of which it knows. */
    private long appRecords(Made made) {
        return switch (made) {
            case CLIENT_RENAMED -> {
                try (Stream<Client> all = firm.clients.all(TENANT)) {
                    yield all.filter(each -> !each.equals(client)).count();
                }
            }
            case ITEM_RENAMED -> {
                try (Stream<ServiceItem> all = firm.items.all(TENANT)) {
                    yield all.filter(each -> !each.equals(item)).count();
                }
            }
            default -> 1;
        };
    }

    private SyncStatus status(Made made) {
        LocalId id = LocalId.of("x-1");
        return switch (made.entity) {
            case "Invoice" -> firm.company.invoices().status(id);
            case "CreditMemo" -> firm.company.creditMemos().status(id);
            case "Payment" -> firm.company.payments().status(id);
            case "Customer" -> firm.company.clients().status(id);
            default -> firm.company.serviceItems().status(id);
        };
    }
}
