package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An answer is lost, and the repeat of the same call gets another: whatever it is, whoever sends it, nothing is doubled,
 * nothing lost, and nothing is called in step that is not. With the retries that hosts get.
 */
class LostAndThenRefusedTest {
    private static final List<String> ANSWERS = List.of(
            "600",
            "2500",
            "5010",
            "6000",
            "6140",
            "6210",
            "6240",
            "10000",
            "HTTP 400",
            "HTTP 401",
            "HTTP 404",
            "HTTP 405",
            "HTTP 413",
            "HTTP 429",
            "HTTP 503");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientInvoice paid;

    private enum Write {
        CLIENT_CREATE("Customer", "create"),
        CLIENT_UPDATE("Customer", "update"),
        ITEM_CREATE("Item", "create"),
        ITEM_UPDATE("Item", "update"),
        INVOICE_CREATE("Invoice", "create"),
        INVOICE_UPDATE("Invoice", "update"),
        INVOICE_VOID("Invoice", "void"),
        INVOICE_DELETE("Invoice", "delete"),
        PAYMENT_CREATE("Payment", "create"),
        PAYMENT_UPDATE("Payment", "update"),
        PAYMENT_VOID("Payment", "void"),
        PAYMENT_DELETE("Payment", "delete"),
        CREDIT_MEMO_CREATE("CreditMemo", "create"),
        CREDIT_MEMO_UPDATE("CreditMemo", "update"),
        CREDIT_MEMO_DELETE("CreditMemo", "delete");

        private final String entity;
        private final String operation;

        Write(String entity, String operation) {
            this.entity = entity;
            this.operation = operation;
        }
    }

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

    static Stream<Arguments> writesAndAnswers() {
        return Stream.of(Write.values()).flatMap(write -> ANSWERS.stream().map(answer -> Arguments.of(write, answer)));
    }

    @ParameterizedTest
    @MethodSource("writesAndAnswers")
    void isCarriedOutOnce(Write write, String answer) {
        boolean create = write.operation.equals("create");
        if (!create) {
            say(write, false);
        }
        int before = firm.books.all(write.entity).size();
        firm.fake.faults().add(FaultRule.on(write.entity, write.operation), Fault.answerLost());
        firm.fake.faults().add(FaultRule.on(write.entity, write.operation), fault(answer));
        SyncStatus first = say(write, true);
        assertThat(first.localId()).isEqualTo(LocalId.of("x-1"));
        status(write, true);
        for (int hour = 0; hour < 8; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
        assertThat(firm.fake.history().count(write.entity, write.operation)).isGreaterThan(1);
        firm.fake.clock().advance(Duration.ofHours(26));
        firm.work();

        SyncStatus end = status(write, false);
        assertThat(end.state()).as("%s", end).isEqualTo(SyncState.SYNCED);
        int more = create ? 1 : write.operation.equals("delete") ? -1 : 0;
        assertThat(firm.books.all(write.entity)).hasSize(before + more);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    static Stream<Arguments> operationsAndAnswers() {
        return Stream.of("create", "update", "end")
                .flatMap(operation -> ANSWERS.stream().map(answer -> Arguments.of(operation, answer)));
    }

    /** The same of a whole batch: all that was in it was carried out, whatever the answer to its repeat says. */
    @ParameterizedTest
    @MethodSource("operationsAndAnswers")
    void aBatchIsCarriedOutOnce(String operation, String answer) {
        List<ClientInvoice> invoices = IntStream.range(1, 5)
                .mapToObj(n -> Firm.invoice("x-" + n, client, item, "6" + n + ".00"))
                .toList();
        int before = firm.books.all("Invoice").size();
        if (!operation.equals("create")) {
            invoices.forEach(invoice -> firm.company.invoices().sync(invoice));
        }
        firm.fake.faults().add(FaultRule.batch(), Fault.answerLost());
        firm.fake.faults().add(FaultRule.batch(), fault(answer));
        for (ClientInvoice invoice : invoices) {
            switch (operation) {
                case "create" -> firm.company.invoices().stage(invoice);
                case "update" ->
                    firm.company
                            .invoices()
                            .stage(invoice.toBuilder().memo("Edited").build());
                default -> firm.company.invoices().stageVoid(invoice.id());
            }
        }
        for (int hour = 0; hour < 8; hour++) {
            firm.work();
            firm.fake.clock().advance(Duration.ofHours(1));
        }
        assertThat(firm.fake.history().count("batch", "batch")).isGreaterThan(1);
        firm.fake.clock().advance(Duration.ofHours(26));
        firm.work();
        assertThat(firm.company
                        .statuses(
                                RecordKind.INVOICE,
                                invoices.stream().map(ClientInvoice::id).toList())
                        .values())
                .allSatisfy(
                        status -> assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED));
        assertThat(firm.books.all("Invoice")).hasSize(before + invoices.size());
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private static Fault fault(String answer) {
        return answer.startsWith("HTTP ")
                ? Fault.text(Integer.parseInt(answer.substring(5)), "<html>no</html>")
                : Fault.code(answer);
    }

    /** What the app wants before, and then. */
    private SyncStatus say(Write write, boolean then) {
        LocalId id = LocalId.of("x-1");
        String amount = then ? "70.00" : "60.00";
        if (then && write.operation.equals("void")) {
            return (write == Write.INVOICE_VOID ? firm.company.invoices() : firm.company.payments()).voidNow(id);
        }
        if (then && write.operation.equals("delete")) {
            return (write == Write.INVOICE_DELETE
                            ? firm.company.invoices()
                            : write == Write.PAYMENT_DELETE ? firm.company.payments() : firm.company.creditMemos())
                    .deleteNow(id);
        }
        return switch (write.entity) {
            case "Customer" -> {
                Client local = Client.builder(id, "Lost and Found")
                        .phones(List.of(then ? "555 0100" : "555 0199"))
                        .build();
                firm.clients.put(Firm.TENANT, List.of(local));
                yield firm.company.clients().sync(local);
            }
            case "Item" -> {
                ServiceItem local = ServiceItem.builder(id, "Lost service")
                        .rate(new BigDecimal(amount))
                        .incomeAccount(item.incomeAccount())
                        .build();
                firm.items.put(Firm.TENANT, List.of(local));
                yield firm.company.serviceItems().sync(local);
            }
            case "Invoice" -> firm.company.invoices().sync(Firm.invoice("x-1", client, item, amount));
            case "Payment" ->
                firm.company
                        .payments()
                        .sync(ClientPayment.builder(id, client.id(), Firm.DAY, Money.usd(amount))
                                .reference("x-1")
                                .allocations(Firm.payment("x-1", paid, amount).allocations())
                                .build());
            default ->
                firm.company
                        .creditMemos()
                        .sync(ClientCreditMemo.builder(id, client.id(), Firm.DAY)
                                .privateNote("Credit memo x-1")
                                .lines(List.of(InvoiceLine.builder(Money.usd(amount))
                                        .serviceItemId(item.id())
                                        .build()))
                                .build());
        };
    }

    private SyncStatus status(Write write, boolean retry) {
        RecordHandle<?> handle = switch (write.entity) {
            case "Customer" -> firm.company.clients();
            case "Item" -> firm.company.serviceItems();
            case "Invoice" -> firm.company.invoices();
            case "Payment" -> firm.company.payments();
            default -> firm.company.creditMemos();
        };
        return retry ? handle.retry(LocalId.of("x-1")) : handle.status(LocalId.of("x-1"));
    }
}
