package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A create arrived, its answer did not, the repeat was refused, and before the library looks for what it made somebody
 * changed just what it would be looked for by. Whatever the change, nothing is made twice.
 */
class EditedWhileTheAnswerIsOutTest {
    private Firm firm;
    private ServiceItem item;
    private Client client;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        item = firm.linkedItem("s-1");
        client = firm.client("c-1", "Edited Meanwhile");
        firm.company.clients().sync(client);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void loseTheAnswer(String entity) {
        firm.fake.faults().add(FaultRule.on(entity, "create"), Fault.answerLost());
        firm.fake.faults().add(FaultRule.on(entity, "create"), Fault.code("2500"));
    }

    private String newest(String entity) {
        return firm.books.all(entity).stream()
                .map(record -> Integer.valueOf(record.get("Id").toString()))
                .max(Integer::compare)
                .orElseThrow()
                .toString();
    }

    private SyncStatus after(RecordKind kind, String id) {
        for (int hour = 0; hour < 30; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
        return firm.company.status(kind, LocalId.of(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"renamed", "merged", "put away", "given another e-mail"})
    void aCustomer(String how) {
        Client second = Client.builder(LocalId.of("c-2"), "Lost And Edited")
                .emails(List.of("lost@example.com"))
                .build();
        firm.clients.put(Firm.TENANT, List.of(client, second));
        int before = firm.books.all("Customer").size();
        loseTheAnswer("Customer");
        firm.company.clients().sync(second);
        String made = newest("Customer");
        int others = 0;
        switch (how) {
            case "renamed" -> firm.books.inQuickBooks().change("Customer", made, Map.of("DisplayName", "Another Name"));
            case "put away" -> firm.books.inQuickBooks().inactivate("Customer", made);
            case "merged" -> {
                String survivor =
                        firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Lost, the First"));
                firm.books.inQuickBooks().merge("Customer", survivor, made);
                others++;
            }
            default ->
                firm.books
                        .inQuickBooks()
                        .change("Customer", made, Map.of("PrimaryEmailAddr", Map.of("Address", "x@example.com")));
        }
        SyncStatus status = after(RecordKind.CLIENT, "c-2");

        assertThat(firm.books.all("Customer")).hasSize(before + 1 + others);
        assertThat(status.state()).as("%s", status).isNotEqualTo(SyncState.WAITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"renamed", "put away"})
    void anItem(String how) {
        ServiceItem second = item.toBuilder()
                .id(LocalId.of("s-2"))
                .name("Lost item")
                .code("L-1")
                .build();
        firm.items.put(Firm.TENANT, List.of(item, second));
        int before = firm.books.all("Item").size();
        loseTheAnswer("Item");
        firm.company.serviceItems().sync(second);
        if (how.equals("renamed")) {
            firm.books.inQuickBooks().change("Item", newest("Item"), Map.of("Name", "Another item"));
        } else {
            firm.books.inQuickBooks().inactivate("Item", newest("Item"));
        }
        SyncStatus status = after(RecordKind.SERVICE_ITEM, "s-2");

        assertThat(firm.books.all("Item")).hasSize(before + 1);
        assertThat(status.state()).as("%s", status).isNotEqualTo(SyncState.WAITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TxnDate", "PrivateNote", "DocNumber", "CustomerRef"})
    void anInvoice(String field) {
        firm.books.inQuickBooks().settings().customNumbers(true);
        int before = firm.books.all("Invoice").size();
        loseTheAnswer("Invoice");
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "123.00").toBuilder()
                .number("L-7")
                .build();
        firm.company.invoices().sync(invoice);
        Object value = switch (field) {
            case "TxnDate" -> "2026-11-09";
            case "CustomerRef" ->
                Map.of("value", firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Somebody Else")));
            default -> "by hand";
        };
        firm.books.inQuickBooks().change("Invoice", newest("Invoice"), Map.of(field, value));
        SyncStatus status = after(RecordKind.INVOICE, "i-1");

        assertThat(firm.books.all("Invoice")).hasSize(before + 1);
        assertThat(status.state()).as("%s", status).isNotEqualTo(SyncState.WAITING);
        assertThat(status.state()).as("%s", status).isNotEqualTo(SyncState.SYNCED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TxnDate", "PaymentRefNum", "TotalAmt"})
    void aPayment(String field) {
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "123.00");
        firm.company.invoices().sync(invoice);
        int before = firm.books.all("Payment").size();
        loseTheAnswer("Payment");
        firm.company.payments().sync(Firm.payment("p-1", invoice, "123.00"));
        String made = newest("Payment");
        Map<String, Object> record = firm.books.find("Payment", made).orElseThrow();
        Object value = switch (field) {
            case "TxnDate" -> "2026-11-09";
            case "TotalAmt" -> new BigDecimal("200.00");
            default -> "by hand";
        };
        Map<String, Object> change = new HashMap<>(Map.of(
                "CustomerRef",
                record.get("CustomerRef"),
                "Line",
                record.get("Line"),
                "TotalAmt",
                record.get("TotalAmt")));
        change.put(field, value);
        firm.books.inQuickBooks().change("Payment", made, change);
        SyncStatus status = after(RecordKind.PAYMENT, "p-1");

        assertThat(firm.books.all("Payment")).hasSize(before + 1);
        assertThat(status.state()).as("%s", status).isNotEqualTo(SyncState.WAITING);
        assertThat(status.state()).as("%s", status).isNotEqualTo(SyncState.SYNCED);
    }

    @Test
    void whatOthersEnterMeanwhileIsNotTakenForIt() {
        int before = firm.books.all("Invoice").size();
        firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.closedBeforeCommit());
        firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.code("2500"));
        firm.company.invoices().sync(Firm.invoice("i-1", client, item, "123.00"));
        String customer = firm.company.clients().status(client.id()).remoteId().value();
        String service =
                firm.company.serviceItems().status(item.id()).remoteId().value();
        firm.books
                .inQuickBooks()
                .create(
                        "Invoice",
                        Map.of(
                                "CustomerRef",
                                Map.of("value", customer),
                                "Line",
                                List.of(Map.of(
                                        "Amount",
                                        new BigDecimal("55.00"),
                                        "DetailType",
                                        "SalesItemLineDetail",
                                        "SalesItemLineDetail",
                                        Map.of("ItemRef", Map.of("value", service))))));
        SyncStatus status = after(RecordKind.INVOICE, "i-1");

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(firm.books.all("Invoice")).hasSize(before + 2);
    }
}
