package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is in foreign money and names no rate QuickBooks books at one to one, without a word (QuickBooks fact T7.7): whatever
 * kind it is, it goes with the rate of its day, or not at all.
 */
class ForeignRatesTest {
    private static final LocalId ID = LocalId.of("x-1");
    private static final BigDecimal RATE = new BigDecimal("1.100374");

    private enum Kind {
        INVOICE("Invoice"),
        CREDIT_MEMO("CreditMemo"),
        PAYMENT("Payment"),
        PAYMENT_OF_AN_INVOICE("Payment");

        private final String entity;

        Kind(String entity) {
            this.entity = entity;
        }
    }

    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        item = firm.linkedItem("s-1");
        firm.books.inQuickBooks().settings().multicurrency();
        String customer = firm.books
                .inQuickBooks()
                .create("Customer", Map.of("DisplayName", "Euro Client", "CurrencyRef", Map.of("value", "EUR")));
        firm.books
                .seed()
                .raw(
                        "ExchangeRate",
                        Map.of(
                                "Id", "1",
                                "SourceCurrencyCode", "EUR",
                                "TargetCurrencyCode", "USD",
                                "Rate", RATE,
                                "AsOfDate", "2026-01-01"));
        client = firm.client("c-1", "Euro Client");
        firm.company.clients().match(client, RemoteId.of(customer));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void itGoesWithTheRateOfItsDay(Kind kind) {
        SyncStatus status = sync(kind);

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(new BigDecimal(firm.inQuickBooks(kind.entity, status.remoteId(), "ExchangeRate")
                        .toString()))
                .isEqualByComparingTo(RATE);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void withoutARateNothingIsBookedOneToOne(Kind kind) {
        if (kind == Kind.PAYMENT_OF_AN_INVOICE) {
            firm.company.invoices().sync(invoice("i-1"));
            // The rate that was read for the invoice is kept for hours.
            firm.fake.clock().advance(Duration.ofHours(7));
        }
        int before = firm.books.all(kind.entity).size();
        firm.fake.faults().add(FaultRule.on("ExchangeRate", "read").times(1), Fault.code("610"));

        SyncStatus status = sync(kind);

        assertThat(firm.books.all(kind.entity)).hasSize(before);
        assertThat(status.problem()).as("%s", status).isNotNull();
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.WRONG_CURRENCY);
        assertThat(status.problem().field()).isEqualTo("ExchangeRate");
        assertThat(status.problem().message()).contains("EUR");
        // It goes by itself when there is a rate.
        for (int hour = 0; hour < 8; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
        assertThat(firm.books.all(kind.entity)).hasSize(before + 1);
    }

    private SyncStatus sync(Kind kind) {
        return switch (kind) {
            case INVOICE -> firm.company.invoices().sync(invoice(ID.value()));
            case CREDIT_MEMO ->
                firm.company
                        .creditMemos()
                        .sync(ClientCreditMemo.builder(ID, client.id(), Firm.DAY)
                                .privateNote("Credit")
                                .lines(lines())
                                .build());
            case PAYMENT ->
                firm.company
                        .payments()
                        .sync(ClientPayment.builder(ID, client.id(), Firm.DAY, euros("40.00"))
                                .reference("P")
                                .build());
            case PAYMENT_OF_AN_INVOICE -> {
                firm.company.invoices().sync(invoice("i-1"));
                yield firm.company
                        .payments()
                        .sync(ClientPayment.builder(ID, client.id(), Firm.DAY, euros("40.00"))
                                .reference("P")
                                .allocations(List.of(new PaymentAllocation(LocalId.of("i-1"), euros("40.00"))))
                                .build());
            }
        };
    }

    private ClientInvoice invoice(String id) {
        return ClientInvoice.builder(LocalId.of(id), client.id(), Firm.DAY)
                .privateNote("Invoice " + id)
                .lines(lines())
                .build();
    }

    private List<InvoiceLine> lines() {
        return List.of(
                InvoiceLine.builder(euros("64.00")).serviceItemId(item.id()).build());
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
