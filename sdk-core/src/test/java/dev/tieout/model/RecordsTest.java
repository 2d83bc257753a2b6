package dev.tieout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final LocalId CLIENT = LocalId.of("c-1");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void aLineWhoseAmountIsNotQuantityTimesPriceIsRefused() {
        InvoiceLine.Builder line = InvoiceLine.builder(Money.usd("100.00"))
                .quantity(new BigDecimal("2"))
                .unitPrice(new BigDecimal("49"));
        assertThatThrownBy(line::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invoiceLine.amount")
                .hasMessageContaining("6070");
    }

    @Test
    void anInvoiceComesToItsLinesAndItsTax() {
        ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-1"), CLIENT, DAY)
                .lines(List.of(
                        InvoiceLine.builder(Money.usd("100.00")).build(),
                        InvoiceLine.builder(Money.usd("0.05")).build()))
                .tax(Money.usd("8.00"))
                .build();
        assertThat(invoice.total()).isEqualTo(Money.usd("108.05"));
    }

    @Test
    void anInvoiceWithoutLinesIsRefused() {
        assertThatThrownBy(() ->
                        ClientInvoice.builder(LocalId.of("i-1"), CLIENT, DAY).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invoice.lines is empty");
    }

    @Test
    void aCreditMemoComesToItsLinesAndItsTaxAndKeepsEveryComponent() {
        ClientCreditMemo credit = ClientCreditMemo.builder(LocalId.of("m-1"), CLIENT, DAY)
                .number("CM-1")
                .lines(List.of(InvoiceLine.builder(Money.usd("40.00")).build()))
                .tax(Money.usd("3.20"))
                .memo("Sorry")
                .privateNote("agreed by phone")
                .billEmail("ann@example.com")
                .locationId("7")
                .classId("8")
                .build();
        assertThat(credit.total()).isEqualTo(Money.usd("43.20"));
        assertThat(credit.toBuilder().build()).isEqualTo(credit);
        assertThat(credit.toString()).contains("m-1").doesNotContain("Sorry", "phone", "example", "40", "CM-1");
    }

    @Test
    void aCreditMemoThatQuickBooksCannotHoldIsRefused() {
        ClientCreditMemo.Builder credit = ClientCreditMemo.builder(LocalId.of("m-1"), CLIENT, DAY);
        assertThatThrownBy(credit::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("creditMemo.lines is empty");
        credit.lines(List.of(InvoiceLine.builder(Money.usd("1.00")).build()));
        assertThatThrownBy(credit.number("1234567890123456789012")::build)
                .hasMessageContaining("creditMemo.number has 22 characters, QuickBooks holds 21");
        assertThatThrownBy(credit.number(null).memo("x".repeat(1001))::build).hasMessageContaining("creditMemo.memo");
        assertThatThrownBy(credit.memo(null).privateNote("x".repeat(4001))::build)
                .hasMessageContaining("creditMemo.privateNote");
    }

    @Test
    void aNumberLongerThanQuickBooksHoldsIsRefused() {
        ClientInvoice.Builder invoice = ClientInvoice.builder(LocalId.of("i-1"), CLIENT, DAY)
                .lines(List.of(InvoiceLine.builder(Money.usd("1.00")).build()))
                .number("1234567890123456789012");
        assertThatThrownBy(invoice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invoice.number has 22 characters, QuickBooks holds 21");
    }

    @Test
    void aPaymentCannotPayMoreThanItBrought() {
        ClientPayment.Builder payment = ClientPayment.builder(LocalId.of("p-1"), CLIENT, DAY, Money.usd("10.00"))
                .allocations(List.of(new PaymentAllocation(LocalId.of("i-1"), Money.usd("10.01"))));
        assertThatThrownBy(payment::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payment.allocations come to more");
    }

    @Test
    void listsAreCopiedOnTheWayIn() {
        List<String> emails = new ArrayList<>(List.of("a@example.com"));
        Client client = Client.builder(CLIENT, "Ann").emails(emails).build();
        emails.clear();
        assertThat(client.emails()).containsExactly("a@example.com");
        assertThat(client.email()).isEqualTo("a@example.com");
    }

    @Test
    void toBuilderKeepsEveryComponent() {
        Client client = Client.builder(CLIENT, "Ann Lee")
                .kind(ClientKind.INDIVIDUAL)
                .firstName("Ann")
                .middleName("B")
                .lastName("Lee")
                .companyName("Lee Ltd")
                .emails(List.of("a@example.com"))
                .phones(List.of("555"))
                .address(Address.builder().city("York").build())
                .active(false)
                .build();
        assertThat(client.toBuilder().build()).isEqualTo(client);
    }

    @Test
    void personalDataStaysOutOfToString() {
        Client client = Client.builder(CLIENT, "Ann Lee")
                .emails(List.of("a@example.com"))
                .build();
        assertThat(client.toString()).contains("c-1").doesNotContain("Ann", "example");
    }

    @Test
    void textsAndAmountsStayOutOfToString() {
        Address address =
                Address.builder().lines(List.of("9 Canary Row")).city("York").build();
        InvoiceLine line = InvoiceLine.builder(Money.usd("31337.42"))
                .serviceItemId(LocalId.of("s-1"))
                .description("Canary hours")
                .quantity(new BigDecimal("2"))
                .unitPrice(new BigDecimal("15668.71"))
                .build();
        PaymentAllocation allocation = new PaymentAllocation(LocalId.of("i-1"), Money.usd("31337.42"));
        ServiceItem item = ServiceItem.builder(LocalId.of("s-1"), "Canary")
                .code("CAN")
                .description("Canary")
                .rate(new BigDecimal("31337.42"))
                .build();
        assertThat(List.of(address, line, allocation, item).toString())
                .contains("s-1", "i-1")
                .doesNotContain("anary", "CAN", "York", "31337", "15668");
    }

    @Test
    void aLineOfQuantityAndPriceReckonsItsAmount() {
        InvoiceLine line = InvoiceLine.of(new BigDecimal("14.5"), Money.usd("128.35"));
        assertThat(line.amount()).isEqualTo(Money.usd("1861.08"));
        assertThat(line.unitPrice()).isEqualTo(new BigDecimal("128.35"));
        assertThat(InvoiceLine.builder(new BigDecimal("3"), new BigDecimal("0.125"), Currency.getInstance("USD"))
                        .build()
                        .amount())
                .isEqualTo(Money.usd("0.38"));
    }

    @Test
    void aLineWithoutItsNumbersSaysWhichIsMissing() {
        assertThatThrownBy(() -> InvoiceLine.of(null, Money.usd("1"))).hasMessageContaining("invoiceLine.quantity");
        assertThatThrownBy(() -> InvoiceLine.of(BigDecimal.ONE, null)).hasMessageContaining("invoiceLine.unitPrice");
        assertThatThrownBy(
                        () -> InvoiceLine.builder(Money.usd("1")).quantity(null).build())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invoiceLine.quantity is missing");
        assertThatThrownBy(() -> InvoiceLine.of(new BigDecimal("1e999999999"), Money.usd("1")))
                .hasMessageContaining("invoiceLine.quantity has more than 40 digits");
    }
}
