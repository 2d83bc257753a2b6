package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tie-out counts what is stuck, what waits and what only QuickBooks has, each with its amount. */
class TieOutCountsTest {
    private static final LocalId ID = LocalId.of("x-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientInvoice invoice;
    private RemoteId customer;

    private enum Money {
        INVOICE("Invoice", RecordKind.INVOICE),
        PAYMENT("Payment", RecordKind.PAYMENT),
        CREDIT_MEMO("CreditMemo", RecordKind.CREDIT_MEMO);

        private final String entity;
        private final RecordKind kind;

        Money(String entity, RecordKind kind) {
            this.entity = entity;
            this.kind = kind;
        }
    }

    private enum Stuck {
        REFUSED(SyncState.NEEDS_ATTENTION),
        OUT_OF_REACH(SyncState.WAITING),
        STAGED(SyncState.WAITING),
        WAITS_FOR_ITS_CLIENT(SyncState.WAITING),
        SWITCHED_OFF(SyncState.NOT_SYNCED);

        private final SyncState state;

        Stuck(SyncState state) {
            this.state = state;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Counted Client");
        customer = firm.company.clients().sync(client).remoteId();
        item = firm.linkedItem("s-1");
        invoice = Firm.invoice("i-0", client, item, "130.00");
        firm.company.invoices().sync(invoice);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @AfterEach
    void close() {
        firm.close();
    }

    static Stream<Arguments> all() {
        return Stream.of(Money.values())
                .flatMap(money -> Stream.of(Stuck.values()).map(stuck -> Arguments.of(money, stuck)));
    }

    private SyncStatus send(Money money, Client whom, boolean stage) {
        return switch (money) {
            case INVOICE -> {
                ClientInvoice record = Firm.invoice("x-1", whom, item, "70.00");
                yield stage
                        ? firm.company.invoices().stage(record)
                        : firm.company.invoices().sync(record);
            }
            case PAYMENT -> {
                ClientPayment record = Firm.payment("x-1", Firm.invoice("i-0", whom, item, "130.00"), "70.00");
                yield stage
                        ? firm.company.payments().stage(record)
                        : firm.company.payments().sync(record);
            }
            case CREDIT_MEMO -> {
                ClientCreditMemo record = Firm.creditMemo("x-1", whom, item, "70.00");
                yield stage
                        ? firm.company.creditMemos().stage(record)
                        : firm.company.creditMemos().sync(record);
            }
        };
    }

    private TieOut.Line line(TieOut tieOut, Money money) {
        return tieOut.lines().stream()
                .filter(line -> line.kind().equals(money.kind))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsStuckCountsOnTheAppsSide(Money money, Stuck stuck) {
        Client whom = client;
        switch (stuck) {
            case REFUSED -> firm.fake.faults().add(FaultRule.on(money.entity, "create"), Fault.code("2020"));
            case OUT_OF_REACH ->
                firm.fake.faults().add(FaultRule.on(money.entity, "create").times(4), Fault.html503());
            case WAITS_FOR_ITS_CLIENT ->
                whom = Client.builder(LocalId.of("c-2"), "Not There Yet").build();
            case SWITCHED_OFF ->
                firm.company.settings(firm.company
                        .settings()
                        .with(money.kind, KindSettings.money().off()));
            default -> {
                // Staged, and nothing has run.
            }
        }
        boolean stage = stuck == Stuck.STAGED || stuck == Stuck.SWITCHED_OFF;
        send(money, whom, stage);
        if (stuck == Stuck.SWITCHED_OFF) {
            firm.work();
        }
        assertThat(firm.company.status(money.kind, ID).state()).isEqualTo(stuck.state);

        TieOut tieOut = firm.company.tieOut();
        TieOut.Line line = line(tieOut, money);
        BigDecimal others = new BigDecimal(money == Money.INVOICE ? "130.00" : "0.00");
        if (stuck == Stuck.SWITCHED_OFF) {
            assertThat(line.keptOut()).isEqualTo(1);
            assertThat(line.appTotal()).isEqualByComparingTo(others);
            assertThat(tieOut.agrees()).isTrue();
            return;
        }
        assertThat(line.onlyInApp()).isEqualTo(1);
        assertThat(line.appTotal()).isEqualByComparingTo(others.add(new BigDecimal("70.00")));
        assertThat(line.quickBooksTotal()).isEqualByComparingTo(others);
        assertThat(tieOut.agrees()).isFalse();
        assertThat(tieOut.differences()).singleElement().satisfies(each -> {
            assertThat(each.localId()).isEqualTo(ID);
            assertThat(each.appAmount()).isEqualByComparingTo("70.00");
            assertThat(each.quickBooksAmount()).isNull();
        });
    }

    /** A bookkeeper's own are no fault, and told: how many, and what they come to. */
    @ParameterizedTest
    @EnumSource
    void whatOnlyQuickBooksHasIsCountedAndSummed(Money money) {
        for (int i = 1; i <= 5; i++) {
            byHand(money, customer, i + "1.00");
        }
        String stranger = firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Nobody of the app's"));
        byHand(money, RemoteId.of(stranger), "900.00");
        TieOut tieOut = firm.company.tieOut();
        TieOut.Line line = line(tieOut, money);
        assertThat(line.onlyInQuickBooks()).isEqualTo(5);
        assertThat(line.onlyInQuickBooksTotal()).isEqualByComparingTo("155.00");
        assertThat(line.quickBooksTotal()).isEqualByComparingTo(money == Money.INVOICE ? "130.00" : "0.00");
        assertThat(tieOut.agrees()).isTrue();
    }

    /** What is applied by hand to an invoice of the app's: the invoice is as it was, and what paid it is told. */
    @ParameterizedTest
    @EnumSource(names = "INVOICE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsAppliedByHandIsCounted(Money money) {
        String ours = firm.company.invoices().status(invoice.id()).remoteId().value();
        if (money == Money.PAYMENT) {
            firm.books
                    .inQuickBooks()
                    .create(
                            "Payment",
                            Map.of(
                                    "CustomerRef",
                                    Map.of("value", customer.value()),
                                    "TotalAmt",
                                    new BigDecimal("70.00"),
                                    "Line",
                                    List.of(Map.of(
                                            "Amount",
                                            new BigDecimal("70.00"),
                                            "LinkedTxn",
                                            List.of(Map.of("TxnId", ours, "TxnType", "Invoice"))))));
        } else {
            String memo = byHand(money, customer, "70.00");
            firm.books
                    .inQuickBooks()
                    .create(
                            "Payment",
                            Map.of(
                                    "CustomerRef",
                                    Map.of("value", customer.value()),
                                    "TotalAmt",
                                    BigDecimal.ZERO,
                                    "Line",
                                    List.of(
                                            Map.of(
                                                    "Amount",
                                                    new BigDecimal("70.00"),
                                                    "LinkedTxn",
                                                    List.of(Map.of("TxnId", ours, "TxnType", "Invoice"))),
                                            Map.of(
                                                    "Amount",
                                                    new BigDecimal("70.00"),
                                                    "LinkedTxn",
                                                    List.of(Map.of("TxnId", memo, "TxnType", "CreditMemo"))))));
        }
        assertThat((BigDecimal) firm.inQuickBooks("Invoice", RemoteId.of(ours), "Balance"))
                .isEqualByComparingTo("60.00");
        TieOut tieOut = firm.company.tieOut();
        assertThat(line(tieOut, money).onlyInQuickBooks()).isEqualTo(1);
        assertThat(line(tieOut, money).onlyInQuickBooksTotal()).isEqualByComparingTo("70.00");
        assertThat(line(tieOut, Money.INVOICE).equal()).isEqualTo(1);
    }

    private String byHand(Money money, RemoteId whom, String amount) {
        Map<String, Object> body = new HashMap<>();
        body.put("CustomerRef", Map.of("value", whom.value()));
        if (money == Money.PAYMENT) {
            body.put("TotalAmt", new BigDecimal(amount));
        } else {
            String service =
                    firm.company.serviceItems().status(item.id()).remoteId().value();
            body.put(
                    "Line",
                    List.of(Map.of(
                            "Amount",
                            new BigDecimal(amount),
                            "DetailType",
                            "SalesItemLineDetail",
                            "SalesItemLineDetail",
                            Map.of("ItemRef", Map.of("value", service)))));
        }
        return firm.books.inQuickBooks().create(money.entity, body);
    }
}
